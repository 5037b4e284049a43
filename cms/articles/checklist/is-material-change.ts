/** So many words may be mended (commas, spelling, a clearer sentence) before readers should be told. */
const smallChange = 20;

/**
 * Whether a text that is out was changed in what it says: a figure is another, or more words than a proof-reader
 * would mend. It asks an editor to think; only she knows whether it was wrong before.
 */
export function isMaterialChange(before: string, after: string): boolean {
  const changed = [...difference(before, after), ...difference(after, before)];
  return changed.length > smallChange || changed.some((word) => /\d/.test(word));
}

/** Words of one text that the other lacks, counted. */
function difference(one: string, other: string): string[] {
  const left = new Map<string, number>();
  for (const word of wordsOf(other)) left.set(word, (left.get(word) ?? 0) + 1);
  return wordsOf(one).filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

const wordsOf = (text: string) => text.toLocaleLowerCase('nb').match(/[\p{L}\d]+/gu) ?? [];
