/** Lines of a whole evening are less. */
const largest = 4 * 1024 * 1024;
const time = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})`;
const timing = new RegExp(String.raw`^${time}[ \t]+-->[ \t]+${time}(.*)$`);
const isSubRip = new RegExp(String.raw`^\s*\d+[ \t]*\n${time}[ \t]+-->`);

/**
 * Captions as WebVTT (https://www.w3.org/TR/webvtt1/) with nothing but what is said and when: notes and styles of their maker
 * are left out. SubRip, which editing programs write, is made that. Undefined for what is neither; throws `RangeError`
 * for captions that say nothing.
 */
export function toWebVtt(data: Buffer): Buffer | undefined {
  if (data.length > largest || data.includes(0)) return undefined;
  const text = decoded(data)
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
  if (!/^WEBVTT(?:[ \t\n]|$)/.test(text) && !isSubRip.test(text)) return undefined;
  const cues = text.split(/\n{2,}/).flatMap((block) => {
    const lines = block.split('\n');
    const at = lines.findIndex((line) => timing.test(line));
    const said = lines
      .slice(at + 1)
      .map(withoutFonts)
      .join('\n')
      .trim();
    return at === -1 || said === '' ? [] : [`${timeOf(lines[at] ?? '')}\n${said}`];
  });
  if (cues.length === 0) throw new RangeError('captions that say nothing');
  return Buffer.from(`WEBVTT\n\n${cues.join('\n\n')}\n`);
}

/** Older programs write Windows-1252. */
function decoded(data: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch {
    return new TextDecoder('windows-1252').decode(data);
  }
}

function timeOf(line: string): string {
  const [, ...parts] = timing.exec(line) ?? [];
  const clock = ([hours = '0', minutes = '', seconds = '', part = '']: (string | undefined)[]) =>
    `${[hours, minutes, seconds].map((each) => each.padStart(2, '0')).join(':')}.${part.padEnd(3, '0')}`;
  return `${clock(parts.slice(0, 4))} --> ${clock(parts.slice(4, 8))}${(parts[8] ?? '').trimEnd()}`;
}

/** Of SubRip, which no browser reads. */
const withoutFonts = (line: string) => line.replace(/<\/?font[^>]*>|\{\\[^}]*\}/gi, '');
