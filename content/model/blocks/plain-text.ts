import { blockText, type Block } from './blocks.ts';
import { joinTexts } from './rich-text.ts';

/** The words of a text, for search, reading time and descriptions. Pull quotes repeat the body: left out. */
export const blocksToPlainText = (blocks: readonly Block[]): string =>
  joinTexts(blocks.map(blockText));

/** Minutes to read a text silently, at 220 words a minute; at least 1. */
export function readingMinutes(text: string): number {
  return Math.max(1, Math.round(countWords(text) / 220));
}

/** Words: what stands between white space and has a letter or a digit in it. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}
