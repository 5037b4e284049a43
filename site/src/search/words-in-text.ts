import { joiningSigns } from '../../../content/model/invisible-signs.ts';
import { tidyText } from '../../../content/model/tidy-text.ts';
import { groupedNumbers, groupsOf, inOneNumber } from './numbers.ts';

/** How a text becomes words: the same for the index, for what is asked of it, and for what is marked. */

/** One letter, one spelling: no invisible signs, lower case, ø and æ for ö and ä. */
export const spelled = (text: string): string =>
  tidyText(text).replace(joiningSigns, '').toLowerCase().replaceAll('ö', 'ø').replaceAll('ä', 'æ');

/** Before the number of a part of a series. */
const partMark = 'nr';
export const partWord = (number: number) => `${partMark}${String(number)}`;

/** Letters of no language in use, for signs that make a word another: «c++» is not «c#», «4-7» is not «47». */
const signLetters: [signs: RegExp, letter: string][] = [
  [/[.,:]/g, '\ua7fb'],
  [/[/\\⁄]/g, '\ua7fc'],
  [/[-‐-―−]/g, '\ua7fd'],
  [/\+/g, '\ua7fe'],
  [/[^\p{L}\p{N}]/gu, '\ua7ff'],
];
/** Whether a word has signs in it. */
const isSigned = (word: string) => /[\ua7fb-\ua7ff]/.test(word);

/** From the first letter or figure to the last, and the signs behind it that belong to it: c++, f#, 18+. */
const core = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?(?:[+#]+)?/su;
/** Marks: a letter may be decomposed, or have a soft hyphen after it. */
const pieces = /[\p{L}\p{N}\p{M}\u00ad]+(?:[+#]+(?![\p{L}\p{N}]))?/gu;
/** A hyphen or an apostrophe with a letter beside it parts nothing: e-post, gpt-4, d’arc. */
const joints = /(?<=\p{L})[-‐-―'’](?=[\p{L}\p{N}])|(?<=\p{N})[-‐-―'’](?=\p{L})/gu;

/** A stretch between spaces as one word; empty when there is no letter and no figure in it. */
function wholeWord(stretch: string): string {
  const [whole = ''] = core.exec(stretch) ?? [];
  const joined = whole.replace(joints, '');
  // Joined throughout, or not at all.
  const word = /^[\p{L}\p{N}]*$/u.test(joined) ? joined : whole;
  return signLetters.reduce((text, [signs, letter]) => text.replace(signs, letter), word);
}

const piecesIn = (stretch: string) => (stretch.match(pieces) ?? []).map(wholeWord);

const stretchesOf = (text: string): string[] =>
  inOneNumber(spelled(text))
    .replace(/(?<![\p{L}\p{N}])(?:#|nr\.?)\s?(?=\d)/gu, partMark)
    .replace(/(?<![\p{L}\p{N}])e (?=post|handel)/gu, 'e')
    .split(/\s+/)
    .filter((stretch) => wholeWord(stretch) !== '');

/** What a text says, each stretch as one word, its signs in it. */
export const wordsOf = (text: string): string[] => stretchesOf(text).map(wholeWord);

/** The same in the order that phrases are found in: what has signs in it is its pieces. */
export const wordsInOrder = (text: string): string[] =>
  stretchesOf(text).flatMap((stretch) => {
    const word = wholeWord(stretch);
    return isSigned(word) ? piecesIn(stretch) : [word];
  });

/** The pieces of what was asked for with signs in it: «kunde/bruker» is kunde and bruker, too. */
export const piecesOf = (text: string): string[] =>
  spelled(text).match(pieces)?.map(wholeWord) ?? [];

/** Whether a word, asked for, means exactly itself: it has signs in it, or is a number or one letter. */
export const isExact = (word: string) => isSigned(word) || /^(?:\d+|.)$/su.test(word);

/** A part of a text as it stands, and the words it is found by. */
interface Part {
  literal: string;
  words: string[];
}

/** What is found of a stretch: all of it, with its signs or, when it is of letters, without; numbers; its pieces. */
export function partsOf(stretch: string): Part[] {
  if (/^\p{L}*$/u.test(stretch)) return [{ literal: stretch, words: [spelled(stretch)] }];
  const all = [stretch, ...groupedNumbers(stretch), ...stretch.split(/\s+/)];
  const wholes = [...new Set(all)].flatMap((each) => {
    const [literal] = core.exec(each) ?? [];
    const words = wordsOf(each);
    return literal === undefined || words.length !== 1
      ? []
      : [{ literal, words: [...words, ...withoutSigns(each)] }];
  });
  const inside = (stretch.match(pieces) ?? []).map((literal) => ({
    literal,
    words: wordsOf(literal),
  }));
  return [...wholes, ...inside];
}

/** «a/s» is «as», too: what is of letters alone. */
function withoutSigns(stretch: string): string[] {
  const found = piecesOf(stretch);
  return found.length > 1 && found.every((piece) => /^\p{L}+$/u.test(piece))
    ? [found.join('')]
    : [];
}

/** What a text is found by besides its words in their order: what has signs in it, with them and without; pieces. */
export function signedWords(text: string): string[] {
  const found = new Set(groupsOf(spelled(text)));
  for (const stretch of stretchesOf(text)) {
    const all = piecesIn(stretch);
    const word = wholeWord(stretch);
    if (all.length === 1 && all[0] === word && !isSigned(word)) continue;
    for (const each of [word, ...withoutSigns(stretch), ...all]) found.add(each);
  }
  return [...found];
}
