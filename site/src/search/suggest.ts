import { readQuery } from './search-words.ts';

/**
 * The query with each word that the publication does not write replaced by the nearest that it does; undefined when it
 * writes them all, or none is near. `known`: its words, the commonest first.
 */
export function suggest(query: string, known: readonly string[]): string | undefined {
  const folded = known.map((word) => [word, plain(word)] as const);
  const written = new Set(folded.map(([, word]) => word));
  const words = readQuery(query).words;
  const nearest = words.map((word) =>
    word.length < 4 || /\d/.test(word) || written.has(plain(word))
      ? word
      : near(plain(word), folded),
  );
  if (nearest.includes(undefined) || nearest.every((word, index) => word === words[index]))
    return undefined;
  return nearest.join(' ');
}

/** Without the letters that other keyboards lack: «koen» is «køen», spelled as it can be. */
const plain = (word: string) =>
  word
    .toLowerCase()
    .replace(/[æä]/g, 'ae')
    .replace(/[øö]/g, 'o')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');

/** One or two letters off, short words one; of the nearest the one that begins alike, then the commonest. */
function near(
  word: string,
  known: readonly (readonly [word: string, folded: string])[],
): string | undefined {
  let best: { word: string; distance: number } | undefined;
  const most = word.length < 5 ? 1 : 2;
  for (const [each, folded] of known) {
    if (Math.abs(folded.length - word.length) > most) continue;
    const distance = distanceOf(word, folded) + (folded[0] === word[0] ? 0 : 0.5);
    if (distance <= most && distance < (best?.distance ?? Infinity))
      best = { word: each, distance };
  }
  return best?.word;
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
