import { joiningSigns } from '../../../content/model/invisible-signs.ts';
import { tidyText } from '../../../content/model/tidy-text.ts';

/** Letters as any keyboard types them: æ = ae, ø = ö = oe = o, å = aa = a, no accents, lower case. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[æä]/g, 'ae')
    .replace(/ø|ö|oe/g, 'o')
    .replace(/å|aa/g, 'a')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/** The words somebody asks for: without quotes and signs; «e-post» and «e post» are «epost», as it is in the index. */
export const queryWords = (query: string): string[] =>
  tidyText(query)
    .replace(joiningSigns, '')
    .toLowerCase()
    .replace(/(\p{L})[-‐‑–](?=\p{L})/gu, '$1')
    .replace(/(?<!\p{L})e (?=post|handel)/gu, 'e')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const endings =
  '(?:e|a|s|n|t|r|en|et|er|es|ne|te|de|ns|ene|ane|ens|ets|ers|ere|est|ede|enes|eren|erne|erens|ernes)?';

/** How surely a word of a text is one that was asked for: 2 is the word itself, inflected; 1 a compound of it. */
export function answers(word: string, asked: string): 0 | 1 | 2 {
  // Who types æ, ø and å means them.
  const spell = /[æøå]/.test(asked) ? (text: string) => text.toLowerCase() : fold;
  const here = spell(word).replace(/[^\p{L}\p{N}]/gu, '');
  const wanted = spell(asked);
  const stem = wanted.length > 4 ? wanted.replace(/(?:ene|en|et|er|te|e|a)$/, '') : wanted;
  const base = stem.length >= 4 ? stem : wanted;
  const isShort = base.length < 5 && here === base && base !== wanted; // «sent» is not «senter»
  if (!isShort && new RegExp(`^(?:${wanted}|${base})${endings}$`, 'u').test(here)) return 2;
  if (wanted.length < 2 || here.length < wanted.length + 3) return 0;
  const begins = wanted.length > 2 && here.startsWith(wanted);
  return begins || new RegExp(`...${base}${endings}$`, 'u').test(here) ? 1 : 0;
}

/** A stretch of a text around the first place that answers, as words, each marked when it is one. */
export function excerptOf(
  text: string,
  asked: readonly string[],
  length = 30,
): { word: string; isFound: boolean }[] {
  const all = text.match(/\S+/g) ?? [];
  // Where the word itself stands, a word that only holds it may be another: «verre» is not in «dessverre».
  const needed = asked.map((each) => (all.some((word) => answers(word, each) === 2) ? 2 : 1));
  const words = all.map((word) => ({
    word,
    isFound: asked.some((each, index) => answers(word, each) >= (needed[index] ?? 1)),
  }));
  const first = words.findIndex(({ isFound }) => isFound);
  const start = Math.max(0, Math.min(first - 8, words.length - length));
  const shown = words.slice(start, start + length);
  const before = start > 0 ? [{ word: '…', isFound: false }] : [];
  return start + length < words.length
    ? [...before, ...shown, { word: '…', isFound: false }]
    : [...before, ...shown];
}
