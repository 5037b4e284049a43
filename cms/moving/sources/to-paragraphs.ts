const blocks =
  'address|article|aside|blockquote|details|div|dl|fieldset|figure|figcaption|footer|form|h[1-6]|header|hr|iframe|li|main|nav|ol|p|pre|script|section|style|table|tbody|td|tfoot|th|thead|tr|ul|video|audio';
const tag = `</?(?:${blocks})(?:\\s[^>]{0,4000})?/?>`;
const block = new RegExp(tag, 'i');
/** As a whole to its end, which is looked for as far as the next of its kind: a text that ends none is read once. */
const between = (start: string, end: string) => `${start}(?:(?!${start})[\\s\\S])*?${end}`;
const verbatim = ['pre', 'script', 'style'].map((name) => between(`<${name}`, `</${name}>`));
const parts = new RegExp(`(${[...verbatim, tag, between('<!--', '-->')].join('|')})`, 'i');

/**
 * WordPress's classic editor keeps paragraphs as empty lines, and breaks as ends of lines. They are made `<p>` and
 * `<br>` wherever no element says what the text is; what is marked up already stays as it is.
 */
export function toParagraphs(content: string): string {
  const text = content.replace(/\r\n?/g, '\n');
  // The block editor marks up everything it writes.
  if (text.includes('<!-- wp:')) return text;
  let html = '';
  let depth = 0;
  for (const part of text.split(parts)) {
    if (part.startsWith('<!--')) continue;
    if (/^<(pre|script|style)/i.test(part)) html += part;
    else if (block.test(part) && part.startsWith('<')) {
      const isVoid = /^<(hr)\b|\/>$/i.test(part);
      if (!isVoid) depth = Math.max(0, depth + (part.startsWith('</') ? -1 : 1));
      html += part;
    } else html += paragraphs(part, depth);
  }
  return html;
}

/** Inside an element one paragraph needs no `<p>` of its own. */
function paragraphs(text: string, depth: number): string {
  const pieces = text
    .split(/\n[ \t]*\n\s*/)
    .map((piece) => piece.trim())
    .filter(Boolean);
  const lines = pieces.map((piece) => piece.replace(/(<br\s*\/?>)?[ \t]*\n/gi, '<br>'));
  if (depth > 0 && lines.length < 2) return text.includes('\n') ? (lines[0] ?? '') : text;
  return lines.map((line) => `<p>${line}</p>`).join('');
}
