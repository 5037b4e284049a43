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

/** What somebody asks for: words that an article has to have, and phrases that have to stand in it as they are. */
export interface Asked {
  words: string[];
  phrases: string[];
}

/**
 * Reads a query. A stretch without spaces is one word without its signs, as in the index («24/7» is 247, «e-post» and
 * «e post» are epost); «#48» is a part of a series; what stands in quotes is a phrase.
 */
export function readQuery(query: string): Asked {
  const phrases: string[] = [];
  const rest = spelled(query).replace(/["«“”„]([^"«»“”„]+)["»“”]/g, (_, quoted: string) => {
    const words = wordsOf(quoted);
    if (words.length > 1) phrases.push(words.join(' '));
    return words.length > 1 ? ' ' : ` ${quoted} `;
  });
  return { words: wordsOf(rest), phrases };
}

const wordsOf = (text: string): string[] =>
  text
    .replace(/(?:#|(?<![\p{L}\p{N}])nr\.?) ?(?=\d)/gu, partMark)
    .replace(/(?<![\p{L}\p{N}])e (?=post|handel)/gu, 'e')
    .replace(groupedNumber, (number) => number.replace(/\D/g, ''))
    .split(/\s+/)
    .map(withoutSigns)
    .filter((word) => word !== '');

/** Before the number of a part of a series, in the index and in what is asked of it. */
const partMark = 'nr';
export const partWord = (number: number) => `${partMark}${String(number)}`;

/** 10 000: one number. */
const groupedNumber = /(?<![\p{L}\p{N}])\d{1,3}(?:\s\d{3})+(?![\p{L}\p{N}])/gu;

/** As the index has it: no invisible signs, lower case, the letters of Norwegian. */
const spelled = (text: string) =>
  tidyText(text).replace(joiningSigns, '').toLowerCase().replaceAll('ö', 'ø').replaceAll('ä', 'æ');

const withoutSigns = (word: string) => word.replace(/[^\p{L}\p{N}]/gu, '');

/** The pieces of words that were asked for with signs between them: «kunde/bruker» is kunde and bruker, too. */
export const piecesOf = (query: string): string[] => spelled(query).match(/[\p{L}\p{N}]+/gu) ?? [];

/** What a stretch with signs in it is found by: as one, and its pieces. «§ 14-9» is 149, 14 and 9. */
export function signedWords(text: string): string[] {
  const found = new Set<string>();
  for (const [number] of text.matchAll(groupedNumber)) found.add(number.replace(/\D/g, ''));
  for (const word of spelled(text).split(/\s+/)) {
    const pieces = word.match(/[\p{L}\p{N}]+/gu) ?? [];
    if (pieces.length < 2) continue;
    for (const piece of [withoutSigns(word), ...pieces]) found.add(piece);
  }
  return [...found];
}

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
  const lost = /^(.{3,}[^aeiouyæøå])e([lr])$/.exec(wanted); // senter, sentre
  const isShort = base.length < 5 && here === base && base !== wanted; // «sent» is not «senter»
  if (!isShort && new RegExp(`^(?:${wanted}|${base})${endings}$`, 'u').test(here)) return 2;
  const short = lost === null ? undefined : `${lost[1] ?? ''}${lost[2] ?? ''}`;
  if (short !== undefined && new RegExp(`^${short}(?:e|er|ene|ets?|ens?)$`, 'u').test(here))
    return 2;
  if (wanted.length < 2 || here.length < wanted.length + 3) return 0;
  const begins = wanted.length > 2 && here.startsWith(wanted);
  const forms = short === undefined ? base : `(?:${base}|${short}(?=e))`;
  return begins || new RegExp(`...${forms}${endings}$`, 'u').test(here) ? 1 : 0;
}

export interface Word {
  word: string;
  isFound: boolean;
}

/** The words of a text, each marked when it is one that was asked for. */
export function markWords(text: string, asked: readonly string[]): Word[] {
  const all = text.split(/[ \n\t]+/).filter((word) => word !== '');
  // Where the word itself stands, a word that only holds it may be another: «verre» is not in «dessverre».
  const needed = asked.map((each) => (all.some((word) => answers(word, each) === 2) ? 2 : 1));
  return all.map((word) => ({
    word,
    isFound: asked.some((each, index) => answers(word, each) >= (needed[index] ?? 1)),
  }));
}

/** Whether a name is what was asked for: nothing else, and half of the name at least. */
export const isNamed = (name: string, asked: readonly string[]): boolean => {
  const words = spelled(name).split(/[\s-]+/);
  return (
    2 * asked.length >= words.length &&
    asked.every((each) => words.some((word) => answers(word, each) === 2))
  );
};

/** Between the paragraphs of a text in the index. */
export const paragraphMark = '¶';

/** Whole sentences of a text that say most of what was asked for, up to about so many words, each marked. */
export function excerptOf(text: string, asked: readonly string[], length = 30): Word[] {
  const sentences = text.split(paragraphMark).flatMap(sentencesOf);
  const marked = sentences.map((sentence) => markWords(sentence, asked));
  const scores = marked.map(
    (words) =>
      asked.filter((each) => words.some(({ word, isFound }) => isFound && answers(word, each) > 0))
        .length,
  );
  const best = Math.max(0, scores.indexOf(Math.max(...scores)));
  const shown = marked[best] ?? [];
  if (shown.length > length) return cut(shown, length);
  for (const next of marked.slice(best + 1)) {
    if (shown.length + next.length > length) break;
    shown.push(...next);
  }
  return shown;
}

/** A sentence that is too long, around the first word that was found. */
function cut(words: Word[], length: number): Word[] {
  const gap = { word: '…', isFound: false };
  const first = words.findIndex(({ isFound }) => isFound);
  const start = Math.max(0, Math.min(first - 8, words.length - length));
  return [
    ...(start > 0 ? [gap] : []),
    ...words.slice(start, start + length),
    ...(start + length < words.length ? [gap] : []),
  ];
}

function sentencesOf(paragraph: string): string[] {
  const segments = new Intl.Segmenter('nb', { granularity: 'sentence' }).segment(paragraph);
  return [...segments].map(({ segment }) => segment.trim()).filter((each) => each !== '');
}
