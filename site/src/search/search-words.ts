import { groupedNumbers } from './numbers.ts';
import { isExact, partsOf, spelled, wordsInOrder, wordsOf } from './words-in-text.ts';

/** Letters as any keyboard types them: æ = ä = ae = a, ø = ö = oe = o, å = aa = a, no accents, lower case. */
export function fold(text: string): string {
  return spelled(text)
    .replaceAll('ø', 'o')
    .replace(/oe+/g, 'o')
    .replace(/æ|ae|å|aa/g, 'a')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/** What somebody asks for: words that an article has to have, and phrases that have to stand in it as they are. */
export interface Asked {
  words: string[];
  phrases: string[];
}

/**
 * Reads a query. A stretch without spaces is one word with its signs, as in the index («e-post» and «e post» are epost);
 * «#48» is a part of a series; what stands in quotes is a phrase.
 */
export function readQuery(query: string): Asked {
  const phrases: string[] = [];
  const rest = spelled(query).replace(/["«“”„]([^"«»“”„]+)["»“”]/g, (_, quoted: string) => {
    const words = wordsInOrder(quoted);
    if (wordsOf(quoted).length > 1) phrases.push(words.join(' '));
    return wordsOf(quoted).length > 1 ? ' ' : ` ${quoted} `;
  });
  return { words: wordsOf(rest), phrases };
}

/** Before a piece that was asked for with signs around it: no ending may follow, since «c» is not «ca». */
const whole = '=';
export const asWhole = (word: string) => (word.length < 4 ? `${whole}${word}` : word);

const endings =
  '(?:e|a|s|n|t|r|en|et|er|es|ne|te|de|ns|ene|ane|ens|ets|ers|ere|est|ede|enes|eren|erne|erens|ernes)?';

/** How surely a stretch of a text is what was asked for: 2 is the word itself, inflected; 1 a compound of it. */
export const answers = (stretch: string, asked: string): 0 | 1 | 2 =>
  Math.max(0, ...partsOf(stretch).map((part) => partAnswers(part.words, asked))) as 0 | 1 | 2;

const partAnswers = (words: readonly string[], asked: string) =>
  Math.max(0, ...words.map((word) => wordAnswers(word, asked)));

function wordAnswers(word: string, asked: string): 0 | 1 | 2 {
  if (isExact(asked) || asked.startsWith(whole)) return word === asked.replace(whole, '') ? 2 : 0;
  // Who types æ, ø and å means them.
  const spell = /[æøå]/.test(asked) ? (text: string) => text : fold;
  const here = spell(word);
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
  /** What of it was found: the word without the signs around it, or a piece. */
  found?: string;
}

/** The words of a text, each marked when it is one that was asked for. */
export function markWords(text: string, asked: readonly string[]): Word[] {
  const inOne = groupedNumbers(text).reduce(
    (all, number) => all.replaceAll(number, number.replaceAll(' ', '\u00a0')),
    text,
  );
  const all = inOne
    .split(/[ \n\t]+/)
    .filter((word) => word !== '')
    .map((word) => ({ word, parts: partsOf(word) }));
  const surest = asked.map((each) =>
    all.some(({ parts }) => parts.some(({ words }) => partAnswers(words, each) === 2)) ? 2 : 1,
  );
  return all.map(({ word, parts }) => {
    // Where the word itself stands, a word that only holds it may be another: «verre» is not in «dessverre».
    const found = parts.find(({ words }) =>
      asked.some((each, index) => partAnswers(words, each) >= (surest[index] ?? 1)),
    )?.literal;
    return { word, isFound: found !== undefined, ...(found === undefined ? {} : { found }) };
  });
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
