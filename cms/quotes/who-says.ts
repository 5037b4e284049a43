/** Who says what, as Norwegian newspapers write it: «– …, sier Kari Moe», «…», forteller hun. */

/** Who a sentence says it is: one of `people`; somebody who is none of them; whoever was spoken of last; or it says nothing. */
export type Speaker = { is: 'named'; name: string } | { is: 'other' | 'last' | 'unsaid' };

/** Words that begin a clause, or lead to a name that only stands in it: none of them is a verb of saying. */
const links =
  'og|men|for|som|da|når|at|hvis|så|eller|om|fordi|mens|der|hvor|med|til|hos|i|på|av|fra|enn|både|også|selv|ikke|etter|før|uten|sammen|siden|blant|ved|inkludert|hei|kjære|takk|ja|jo|nei|ifølge';
const asks = 'jeg|vi|du|dere|man|det|dette|den|disse|ingen|noen|alle|mange|meg|oss|deg';
const between = 'også|så|da|nå|derimot|altså|likevel|imidlertid';
/** After a comma or another end of what is said: a verb, then who. Verbs are many; what is none, is not. */
const saidBy = new RegExp(
  `[,!?…][»"”]?\\s+(?!(?:${links})(?!\\p{L}))(\\p{Ll}+)\\s+(?:(?:${between})\\s+)?(?!(?:${links}|${asks})(?!\\p{L}))([^,.!?–]{2,120})`,
  'gu',
);
/** Verbs of saying, for where nothing else tells that somebody is said to say it. */
const saying =
  /^(?:sier|sa|svarer|svarte|spør|spurte|forteller|fortalte|mener|mente|forklarer|forklarte|opplyser|opplyste|skriver|skrev|hevder|hevdet|uttaler|uttalte|legger|la|tror|trodde|kommenterer|påpeker|understreker|fastslår|fastholder|innrømmer|medgir|bekrefter|avviser|advarer|presiserer|utdyper|oppsummerer|konkluderer|fortsetter|roper|ropte|innvender|smiler|ler|sukker|tilføyer|konstaterer|varsler|lover)$/u;
const pronoun = /^(?:hun|han|hen|de|sistnevnte|førstnevnte)(?!\p{L})/u;

/** Who is said to say it, after the words themselves. */
export function attributed(sentence: string, people: readonly string[]): Speaker {
  const said = [...sentence.matchAll(saidBy)].map(([, verb = '', who = '']) => ({ verb, who }));
  for (const { who } of said) {
    const name = firstNamed(who, people);
    if (name !== undefined) return { is: 'named', name };
  }
  if (said.some(({ who }) => pronoun.test(who))) return { is: 'last' };
  // «sier en kunde», «opplyser Nav»: it is somebody, and nobody of these.
  const isOther = said.some(({ verb, who }) => saying.test(verb) || /^\p{Lu}/u.test(who));
  return { is: isOther ? 'other' : 'unsaid' };
}

/** Who an introduction says will speak: «Kari Moe sier ja, men Ola Lie svarer:», «Ola Lie, som sa at». */
export function introduced(text: string, people: readonly string[]): string | undefined {
  const verbs = /^[^\S\n]*(?:,? som)?\s+\p{Ll}/u;
  const places = people.flatMap((name) => {
    const others = people.filter((other) => other !== name);
    return placesOf(text, name, others).map(({ start, end }) => ({ name, start, end }));
  });
  const speaking = places.filter(({ end }) => verbs.test(text.slice(end)));
  return (speaking.length > 0 ? speaking : places).toSorted((a, b) => a.start - b.start).at(-1)
    ?.name;
}

/** Of several that a text names, the one whom it names first. */
export function firstNamed(text: string, people: readonly string[]): string | undefined {
  const found = people.flatMap((name) => {
    const at = whereNamed(
      text,
      name,
      people.filter((other) => other !== name),
    );
    return at === -1 ? [] : [{ name, at }];
  });
  return found.toSorted((one, other) => one.at - other.at)[0]?.name;
}

/** Where a text names her, as an offset; -1 for nowhere. */
export function whereNamed(text: string, name: string, others: readonly string[]): number {
  const starts = placesOf(text, name, others).map(({ start }) => start);
  return starts.length === 0 ? -1 : Math.min(...starts);
}

/** First names that begin a sentence as words, too. */
const words = new Set([
  'Per',
  'Liv',
  'Bo',
  'Dag',
  'Stein',
  'Sol',
  'Mai',
  'Fri',
  'Vår',
  'Odd',
  'Alf',
  'Tor',
]);

/** By her first or last name, in the genitive too, but by none that she shares with another. */
function placesOf(
  text: string,
  name: string,
  others: readonly string[],
): { start: number; end: number }[] {
  const shared = new Set(others.flatMap(partsOf));
  const parts = name.trim().split(/\s+/);
  const wanted = [parts[0], parts.at(-1)].filter(
    (part) => part !== undefined && part.length > 1 && !shared.has(part.toLocaleLowerCase('nb')),
  );
  return [...new Set(wanted)].flatMap((word = '') => {
    const literal = word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    const found = text.matchAll(
      new RegExp(
        `(?<![\\p{L}\\d-])(?:${literal}|${literal.toLocaleUpperCase('nb')})(?:s|')?(?![\\p{L}\\d]|-\\p{L})`,
        'gu',
      ),
    );
    return [...found]
      .map(({ index, 0: match }) => ({ start: index, end: index + match.length }))
      .filter((place) => !words.has(word) || isName(text, place));
  });
}

/** «Per nå har vi»: what begins a sentence is a name when a surname or a verb of saying follows. */
function isName(text: string, { start, end }: { start: number; end: number }): boolean {
  const begins = /(?:^|[.!?:…]\s+|[–—«"“]\s?)$/u.test(text.slice(0, start));
  const [, next = ''] = /^\s+(\p{L}+)/u.exec(text.slice(end)) ?? [];
  return !begins || /^\p{Lu}/u.test(next) || saying.test(next);
}

/** «Moe» and «Kari Moe» are one; Kari Moe and Ola Moe are two. */
export function isSamePerson(one: string, other: string): boolean {
  const [short, long] = [partsOf(one), partsOf(other)].sort((a, b) => a.length - b.length);
  return short?.every((part) => long?.includes(part)) ?? false;
}

/** «Kari Nordmann og Ola Lie, ledere for kundesenteret» → «Kari Nordmann», «Ola Lie». */
export const namesIn = (attribution: string): string[] =>
  (attribution.split(/[,(–]/)[0] ?? '')
    .split(/\s(?:og|&)\s|\s*[/;]\s*/)
    .map((name) => name.trim())
    .filter(Boolean);

const partsOf = (name: string) => name.trim().toLocaleLowerCase('nb').split(/\s+/);
