import { irregularForms, irregularNouns } from './irregular-forms.ts';
import type { WordList } from './word-list.ts';

const words = (list: string) => new Set(list.split(' '));

/** Endings of nouns, adjectives and verbs, longest first. */
const endings = 'enes ene ens ets ers ne en et er es te de a e n r s t'.split(' ');

/** Too short or too new for the dictionary, and in the mouth of everybody who writes about service. */
const ownParts = words('kø år øy lån chat app øre ære');

/** With the letter that joins it to the next. */
const longestOwnPart = Math.max(...[...ownParts].map(({ length }) => length)) + 1;

/** Prefixes and prepositions that happen to be words: no compound is split after them. */
const neverFirst = words(
  'alle andre bort deres denne dette eller enn etter for fra fram fore fores fri gjen han har her hit hos hun hver inn kan med men mis mot ned når opp over sam selv ser som til under unn ut var ved viss',
);

/** Endings that happen to be words, or look like one behind a doubled consonant: none before them either. */
const neverLast = words(
  'aktig ansen bar bart dom ende enden ene ere ert est het heten heter hetene lende inger inne innen isk iske lig lige ligere ling lings mest ning ninger rende sam skap skaper skapet som tig var',
);
const isEnding = (word: string) =>
  neverLast.has(word) || /^(?:[bdfgklmnprstv]?e[nrt]e?|ing.{0,3})$/.test(word);

/** They look like compounds. */
const neverSplit = words(
  'automat transport konsulent kontakt menneske forlag parkering konsert varsel usedvanlig deltakende motell direktør består årsak formell likevel bursdag hermetikk',
);

/** In every text, and another word without its æ, ø or å. */
const leftAsTyped = words(
  'på så når vår våre vårt våren være vært får fått må måtte nå også både sånn før går gå står stå får gått stått hår låg ære mål',
);

/**
 * Words under which a reader may look for this one: the parts of a compound, forms that an ending does not
 * explain, and how they are typed without æ, ø and å. Lower case.
 */
export function relatedWords(word: string, list: WordList): string[] {
  const whole = word.toLowerCase();
  const pieces = whole.split(/[-–'’]/).filter((piece) => piece.length > 1);
  const found = new Set<string>(pieces);
  if (/^\p{L}+-\p{L}+$/u.test(whole)) found.add(whole.replace('-', ''));
  for (const piece of pieces) for (const part of partsOf(piece, list)) found.add(part);
  for (const each of [...found]) for (const form of formsOf(each, list)) found.add(form);
  for (const each of [...found]) for (const typed of typings(each)) found.add(typed);
  found.delete(whole);
  return [...found];
}

const isSimple = (word: string, list: WordList) =>
  neverSplit.has(word) || (word.length < 5 && list.has(word));

interface Split {
  parts: string[];
  rank: number;
  /** Where the second part begins. */
  at: number;
}

/** The parts of a compound, and theirs: kundesenterlederne → kundesenter, kunde, senter, lederne, leder. */
const partsOf = (word: string, list: WordList): string[] => bestSplit(word, list)?.parts ?? [];

function bestSplit(word: string, list: WordList): Split | undefined {
  if (word.length < 5 || bases(word).some((base) => isSimple(base, list))) return undefined;
  let best: Split | undefined;
  const begins = list.beginnings(word);
  for (let at = 2; at <= word.length - 2; at += 1) {
    const isJoined = begins[at - 1] === 1 && /[se]/.test(word[at - 1] ?? '');
    if (begins[at] !== 1 && !isJoined && at > longestOwnPart) continue;
    const split = splitAt(word, at, list);
    if (split !== undefined && split.rank > (best?.rank ?? 0)) best = split;
  }
  return best;
}

const shortestPart = 3;

/** What the dictionary makes of verbs and adjectives, and does not list: parkerings|plassen, åpenhets|kultur. */
const madeFirst = /^\p{L}{3,}(?:ings|hets|itets|sjons|skaps|doms)(?=\p{L}{3,}$)/u;

/**
 * Where the parts of a compound meet, as offsets into it: kunde|senter|lederne. Those alone that both sides are sure of,
 * since a word broken at a wrong place is worse than a line that ends early.
 */
export function jointsOf(word: string, list: WordList): number[] {
  const whole = word.toLowerCase();
  const made = madeFirst.exec(whole)?.[0].length;
  const isMade = made !== undefined && lastWord(whole.slice(made), list) !== undefined;
  const split = isMade ? { at: made, rank: 2 } : bestSplit(whole, list);
  if (split === undefined) return [];
  const { at } = split;
  const [first, last] = [whole.slice(0, at), whole.slice(at)];
  if (first.length < shortestPart || last.length < shortestPart) return [];
  const inLast = jointsOf(last, list).map((each) => at + each);
  // The rest is no word, and no compound that is sure either.
  if (split.rank < 2 && inLast.length === 0) return [];
  return [...jointsOf(first.replace(/s$/, ''), list), at, ...inLast];
}

/** Better the surer its two words are, and the longer the last of them is: svar-tid, not svart-id. */
function splitAt(word: string, at: number, list: WordList): Split | undefined {
  const firsts = firstWords(word.slice(0, at), list);
  if (firsts.length === 0) return undefined;
  const isSure = firsts.some((first) => isPart(first, list));
  const last = word.slice(at);
  const base = lastWord(last, list);
  const inFirst = firsts.flatMap((first) => partsOf(first, list));
  if (base === undefined) {
    const inLast = partsOf(last, list);
    if (inLast.length === 0 || !isSure) return undefined;
    return { parts: [...firsts, ...inFirst, last, ...inLast], rank: 1, at };
  }
  if (/ering[aes]?/.test(word.slice(at - 1, at + 5))) return undefined; // no ring in parkering
  const isLastSure = isPart(base, list);
  if (!isSure && !isLastSure && (at < 5 || base.length < 5)) return undefined;
  const wholes = [base, ...formsOf(base, list)].map((form) => `${word.slice(0, at)}${form}`);
  const parts = [...firsts, ...inFirst, last, base, ...partsOf(base, list), ...wholes];
  return { parts, rank: isSure && isLastSure ? 3 : 2, at };
}

/** The words a compound may begin with there, with or without the letter that joins it to the next. */
const firstWords = (text: string, list: WordList) =>
  [...new Set([text, text.replace(/[se]$/, '')])].filter(
    (word) =>
      !neverFirst.has(word) &&
      (isPart(word, list) || (word.length >= 4 && !cutE(text, word) && list.has(word))),
  );

/** Only after the surest words: barn-e-rom, not repr-e-senter. */
const cutE = (text: string, word: string) => word.length < text.length && text.endsWith('e');

/** The uninflected word that a compound ends with. */
function lastWord(text: string, list: WordList): string | undefined {
  if (isEnding(text)) return undefined;
  const words = bases(text).filter((word) => !isEnding(word));
  return (
    words.find((word) => isPart(word, list)) ??
    words.find((word) => word.length >= 4 && list.has(word))
  );
}

const isPart = (word: string, list: WordList) =>
  ownParts.has(word) || (word.length >= 3 && list.isPart(word));

/** What a word may be an inflected form of: itself, irregular nouns, then the shortest first. */
function bases(text: string): string[] {
  const stems = endings
    .filter((ending) => text.endsWith(ending) && text.length - ending.length >= 2)
    .map((ending) => text.slice(0, text.length - ending.length));
  const irregular = [text, ...stems, text.replace(/ene$/, 'er')]; // bøkene → bøker → bok
  return [
    text,
    ...irregular.flatMap((form) => [...irregularNouns(form)]),
    ...stems,
    ...stems.map((stem) => stem.replace(/mm$/, 'm')), // rommet → romm → rom
    ...stems.flatMap(withVowel),
  ];
}

/** artikl → artikkel, sentr → senter. */
function withVowel(stem: string): string[] {
  const match = /^(.+[^aeiouyæøå])([lr])$/.exec(stem);
  if (!match) return [];
  const [, before = '', last = ''] = match;
  return [`${before}e${last}`, `${before}${before.at(-1) ?? ''}e${last}`];
}

/** Forms of the same word that the stemmer takes for another. */
function formsOf(word: string, list: WordList): string[] {
  const irregular = [
    ...['', 'ene', 'ne', 'en', 'et', 'a', 's', 'e', 't']
      .filter((ending) => word.endsWith(ending))
      .map((ending) => word.slice(0, word.length - ending.length)),
    word.replace(/ene$/, 'er'), // bøkene → bøker
  ].flatMap((form) => [...irregularForms(form)]);
  const people = nounInEr(word, list);
  if (irregular.length > 0) return [...irregular, ...people];
  const short = shortNoun(word, list);
  if (short.length > 0 || word.length < 4) return [...short, ...people];
  return [
    ...people,
    ...endingInA(word, list),
    ...weakVerb(word, list),
    ...comparison(word, list),
    ...lostVowel(word, list),
    ...doubled(word, list),
  ];
}

/** kø ↔ køen, køer, køene; øre ↔ øret: the stemmer leaves words alone that are as short as that. */
function shortNoun(word: string, list: WordList): string[] {
  const noun = [
    word,
    /^(.{2,3})(?:en|et|er|ene)$/.exec(word)?.[1],
    /^(..e)[ntr]$/.exec(word)?.[1],
  ].find((each) => each !== undefined && each.length <= 3 && isPart(each, list) && !isEnding(each));
  if (noun?.endsWith('e') === true) return [noun, `${noun}n`, `${noun}t`, `${noun}r`, `${noun}ne`];
  return noun === undefined ? [] : [noun, `${noun}en`, `${noun}er`, `${noun}ene`];
}

/** forsker ↔ forskeren, forskere, forskerne: to the stemmer three words. */
function nounInEr(word: string, list: WordList): string[] {
  const noun = /^(.{2,}er)(?:en|ens|e|es|ne|nes|s)?$/.exec(word)?.[1];
  if (noun === undefined || !isPerson(noun, list)) return [];
  return [noun, `${noun}e`, `${noun}ne`];
}

/** Whether a word in -er is a noun of which compounds are made, or ends with one: kundebehandler. */
const isPerson = (noun: string, list: WordList) =>
  list.isPart(noun) || (noun.length > 9 && endsWithPart(noun, list));

function endsWithPart(noun: string, list: WordList): boolean {
  for (let at = 3; at <= noun.length - 5; at += 1) {
    if (list.isPart(noun.slice(at)) && list.has(noun.slice(0, at).replace(/[se]$/, '')))
      return true;
  }
  return false;
}

/** skjema ↔ skjemaer. */
function endingInA(word: string, list: WordList): string[] {
  const noun = /^(.{3,}a)(?:er|et|ene|ets)?$/.exec(word)?.[1];
  return noun !== undefined && isPart(noun, list) ? [noun, `${noun}er`] : [];
}

/** ringte, ringt ↔ ringe. */
function weakVerb(word: string, list: WordList): string[] {
  const isVerb = (stem: string) => list.has(`${stem}e`) && list.has(`${stem}t`);
  const past = /^(.{4,}?)te?$/.exec(word)?.[1];
  if (past !== undefined && isVerb(past)) return [`${past}e`];
  const present = /^(.{4,}?)er?$/.exec(word)?.[1];
  return present !== undefined && isVerb(present) ? [`${present}t`] : [];
}

/** raskere, raskest → rask. */
function comparison(word: string, list: WordList): string[] {
  const plain = /^(.{4,}?)(?:ere|est|este)$/.exec(word)?.[1];
  return plain !== undefined && list.has(plain) ? [plain] : [];
}

/** artikkel ↔ artikler, senter ↔ sentre. */
function lostVowel(word: string, list: WordList): string[] {
  const stem = /^(.{3,}?)(?:e|er|ene|a)$/.exec(word)?.[1];
  const longer = stem === undefined ? [] : withVowel(stem).filter((form) => list.has(form));
  const whole = /^(.*[^aeiouyæøå])e([lr])$/.exec(word);
  if (longer.length > 0 || !whole) return longer;
  const [, before = '', last = ''] = whole;
  const shorter = `${before.replace(/(.)\1$/, '$1')}${last}e`;
  return last === 'l' || list.has(shorter) ? [shorter] : [];
}

/** rom ↔ rommet. */
function doubled(word: string, list: WordList): string[] {
  if (/(?:rom|gram|hjem|drøm|strøm|kam|dom|lam)$/.test(word)) return [`${word}met`];
  const single = /^(.+m)m(?:en|et|er|ene|ens|ets)$/.exec(word)?.[1];
  return single !== undefined && list.has(single) ? [single] : [];
}

const typedWays = [
  { æ: 'ae', ø: 'oe', å: 'aa' },
  { æ: 'ae', ø: 'o', å: 'a' },
  { æ: 'a', ø: 'o', å: 'a' },
  { æ: '', ø: '', å: '' },
];

/** A word with æ, ø or å as other keyboards write it: ae/oe/aa, ae/o/a, a/o/a, and without the letter. */
function typings(word: string): string[] {
  const plain = word
    .normalize('NFD')
    .replace(/(?<=[^aA])\p{M}/gu, '')
    .normalize('NFC');
  if (plain !== word) return [plain, ...typings(plain)]; // idé, typed ide; å keeps its ring
  if (!/[æøå]/.test(word) || leftAsTyped.has(word)) return [];
  return typedWays
    .map((way) => word.replace(/[æøå]/g, (letter) => way[letter as keyof typeof way])) // the pattern names the keys
    .filter((typed) => typed.length >= 2 && (typed.length > 2 || word.length === 2));
}
