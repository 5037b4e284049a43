import { diffArrays } from 'diff';

/** A paragraph of one text beside the one in its place in the other; undefined where there is none. */
export interface Pair {
  before: string | undefined;
  after: string | undefined;
}

/** Two texts side by side, paragraph by paragraph: the same ones level with each other, changed ones in pairs. */
export function compareParagraphs(before: readonly string[], after: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  let gone: string[] = [];
  let come: string[] = [];
  const flush = () => {
    for (let n = 0; n < Math.max(gone.length, come.length); n++)
      pairs.push({ before: gone[n], after: come[n] });
    [gone, come] = [[], []];
  };
  for (const { value, added, removed } of diffArrays([...before], [...after])) {
    if (removed) gone.push(...value);
    else if (added) come.push(...value);
    else {
      flush();
      pairs.push(...value.map((same) => ({ before: same, after: same })));
    }
  }
  flush();
  return pairs;
}
