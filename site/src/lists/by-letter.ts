const alphabet = new Set('ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ');

interface Letter<T> {
  /** Undefined for what begins with a figure or a sign. */
  letter: string | undefined;
  names: T[];
}

/** Names under their first letters, in the order they come in. «Ä» and «É» stand where a Norwegian looks for them. */
export function byLetter<T extends { name: string }>(sorted: readonly T[]): Letter<T>[] {
  const letters: Letter<T>[] = [];
  for (const each of sorted) {
    const letter = letterOf(each.name);
    const last = letters.at(-1);
    if (last !== undefined && last.letter === letter) last.names.push(each);
    else letters.push({ letter, names: [each] });
  }
  return letters;
}

const asFiled: Record<string, string> = { Ä: 'Æ', Ö: 'Ø' };

function letterOf(name: string): string | undefined {
  const [first = ''] = name.toLocaleUpperCase('nb').normalize('NFC');
  if (/^aa/i.test(name)) return 'Å'; // so it is sorted
  if (alphabet.has(first)) return first;
  const filed = asFiled[first] ?? first.normalize('NFD')[0] ?? '';
  return alphabet.has(filed) ? filed : undefined;
}
