import { readQuery } from './search-words.ts';

/**
 * The query with each of its `unknown` words (those that no article has) replaced by the nearest that the publication
 * writes; undefined when it writes them all, or none is near. `known`: its words, the commonest first.
 */
export function suggest(
  query: string,
  unknown: readonly string[],
  known: readonly string[],
): string | undefined {
  const written = new Set(known.map(plain));
  const stretches = query.trim().split(/\s+/);
  const meant = stretches.map((stretch) => {
    const [word = '', ...others] = readQuery(stretch).words;
    const isMisspelled = others.length === 0 && unknown.includes(word) && /^\p{L}{4,}$/u.test(word);
    return isMisspelled && !written.has(plain(word)) ? near(sound(word), known) : stretch;
  });
  if (meant.includes(undefined) || meant.every((word, index) => word === stretches[index]))
    return undefined;
  return meant.join(' ');
}

/** Without the letters that other keyboards lack: «koen» is «køen», spelled as it can be. */
const plain = (word: string) =>
  word
    .toLowerCase()
    .replace(/[æä]/g, 'ae')
    .replace(/[øö]/g, 'o')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');

/** As it is heard: «index» is «indeks». */
const sound = (word: string) => plain(word).replaceAll('x', 'ks');

/** One or two letters off, short words one; of the nearest the one that begins alike for longest, then the commonest. */
function near(word: string, known: readonly string[]): string | undefined {
  let best: { word: string; distance: number; alike: number } | undefined;
  const most = word.length < 5 ? 1 : 2;
  for (const each of known) {
    const heard = sound(each);
    if (Math.abs(heard.length - word.length) > most) continue;
    const distance = distanceOf(word, heard) + (heard[0] === word[0] ? 0 : 0.5);
    if (distance > most || distance > (best?.distance ?? Infinity)) continue;
    const alike = commonBeginning(word, heard);
    if (distance < (best?.distance ?? Infinity) || alike > (best?.alike ?? 0))
      best = { word: each, distance, alike };
  }
  return best?.word;
}

function commonBeginning(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** How many letters are added, left out, changed, or swapped with the next (optimal string alignment). */
export function distanceOf(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const here = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped =
        row > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      here[column] = Math.min(
        (last[column] ?? 0) + 1,
        (here[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        ...(isSwapped && column > 1 ? [(before[column - 2] ?? 0) + 1] : []),
      );
    }
    [before, last] = [last, here];
  }
  return last[other.length] ?? 0;
}
