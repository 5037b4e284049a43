import { typeset } from '../../../content/model/typography.ts';

/**
 * The words of a quotation that is printed between « » by the page itself: without marks or a speech dash
 * of its own, and with ‘ ’ for quotations inside it.
 */
export function quoteWords(source: string): string {
  const words = typeset(source.trim().replace(/^[–-]\s*/, ''));
  const inside = /^«[^«»]*»$/.test(words) ? words.slice(1, -1) : words;
  return inside.replaceAll('«', '‘').replaceAll('»', '’');
}
