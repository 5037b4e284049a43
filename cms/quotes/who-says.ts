/** Who says what, as Norwegian newspapers write it: «– …, sier Kari Moe», «…», forteller hun. */

/** Who a sentence says it is: one of `people`; somebody who is none of them; whoever was spoken of last; or it says nothing. */
export type Speaker = { is: 'named'; name: string } | { is: 'other' | 'last' | 'unsaid' };

/** Words that begin a clause, or lead to a name that only stands in it: none of them is a verb of saying. */
const links =
  'og|men|for|som|da|når|at|hvis|så|eller|om|fordi|mens|der|hvor|med|til|hos|i|på|av|fra|enn|både|også|selv|ikke|etter|før|uten|sammen|siden|blant|ved|inkludert|hei|kjære|takk|ja|jo|nei|ifølge';
const asks = 'jeg|vi|du|dere|man|det|dette|den|disse|ingen|noen|alle|mange|meg|oss|deg';
/** After a comma or another end of what is said: a verb, then who. Verbs are many; what is none, is not. */
const saidBy = new RegExp(
  `[,!?…][»"”]?\\s+(?!(?:${links})(?!\\p{L}))(\\p{Ll}+)\\s+(?!(?:${links}|${asks})(?!\\p{L}))([^,.!?–]{2,120})`,
  'gu',
);
const fullName = /\p{Lu}\p{L}+(?:[-\s]\p{Lu}\p{L}+)+/u;

/** Who is said to say it, after the words themselves. */
export function attributed(sentence: string, people: readonly string[]): Speaker {
  const said = [...sentence.matchAll(saidBy)].map(([, , who = '']) => who);
  for (const who of said) {
    const name = firstNamed(who, people);
    if (name !== undefined) return { is: 'named', name };
  }
  if (said.some((who) => fullName.test(who))) return { is: 'other' };
  return { is: said.length > 0 ? 'last' : 'unsaid' };
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

/** Where a text names her: by her first or last name, in the genitive too, but by none that she shares with another; -1 for nowhere. */
export function whereNamed(text: string, name: string, others: readonly string[]): number {
  const shared = new Set(others.flatMap(partsOf));
  const parts = partsOf(name);
  const wanted = [parts[0], parts.at(-1)].filter(
    (part) => part !== undefined && part.length > 1 && !shared.has(part),
  );
  const places = wanted.map((word) =>
    text.search(
      new RegExp(
        `(?<![\\p{L}\\d])${String(word).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?:s|')?(?![\\p{L}\\d])`,
        'iu',
      ),
    ),
  );
  const found = places.filter((place) => place >= 0);
  return found.length === 0 ? -1 : Math.min(...found);
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
