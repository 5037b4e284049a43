import { letterOf } from '../typesetting/letters.ts';

interface Letter<T> {
  /** One of `typesetting/letters.ts`. */
  letter: string;
  names: T[];
}

/** Names under their first letters, in the order they come in. «Ä» and «É» stand where a Norwegian looks for them. */
export function byLetter<T extends { name: string }>(sorted: readonly T[]): Letter<T>[] {
  const letters: Letter<T>[] = [];
  for (const each of sorted) {
    const letter = letterOf(each.name);
    const last = letters.at(-1);
    if (last?.letter === letter) last.names.push(each);
    else letters.push({ letter, names: [each] });
  }
  return letters;
}
