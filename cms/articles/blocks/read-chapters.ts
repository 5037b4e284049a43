import type { Chapter } from '../../../content/model/blocks/sound.ts';

const written = /^(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d)\s*[–—-]?\s+(\S.*)$/;

/**
 * Chapters as people write them, one on each line: «0:00 Innledning», «1:02:30 – Spørsmål». Undefined at a line that is none, or
 * begins before the one above; empty lines are nothing.
 */
export function readChapters(text: string): Chapter[] | undefined {
  const chapters: Chapter[] = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const [, hours = '0', minutes = '', seconds = '', title = ''] = written.exec(line) ?? [];
    const at = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
    if (title === '' || at <= (chapters.at(-1)?.at ?? -1)) return undefined;
    chapters.push({ at, title });
  }
  return chapters;
}
