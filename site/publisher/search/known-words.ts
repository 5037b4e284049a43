import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Of a year, and of all together: the commonest. A word in one text alone may be a slip itself. */
const mostPerYear = 8_000;
const most = 5_000;

/** In how many texts of a year each word stands. */
export class WordCount {
  readonly counts = new Map<string, number>();

  /** Takes a text as it is read. */
  add(text: string): void {
    for (const word of new Set(
      text.toLowerCase().match(/(?<![\p{L}\p{N}])\p{L}{4,24}(?![\p{L}\p{N}])/gu),
    ))
      this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
  }
}

/** The words that this publication writes: what a misspelled search may have meant. Kept in a file, a line per year. */
export class KnownWords {
  #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  replace(year: string, { counts }: WordCount): void {
    const commonest = [...counts].toSorted(byCount).slice(0, mostPerYear);
    writeFileSync(`${this.#file}.tmp`, JSON.stringify({ ...this.#read(), [year]: commonest }));
    renameSync(`${this.#file}.tmp`, this.#file);
  }

  /** Of these years, the commonest first. */
  list(years: Iterable<number>): string[] {
    const kept = this.#read();
    const counts = new Map<string, number>();
    for (const year of years)
      for (const [word, count] of kept[String(year)] ?? [])
        counts.set(word, (counts.get(word) ?? 0) + count);
    return [...counts]
      .toSorted(byCount)
      .slice(0, most)
      .map(([word]) => word);
  }

  #read(): Record<string, [string, number][]> {
    if (!existsSync(this.#file)) return {};
    try {
      // why: written above; a torn one only means that fewer words are known until the years are made anew.
      return JSON.parse(readFileSync(this.#file, 'utf8')) as Record<string, [string, number][]>;
    } catch {
      return {};
    }
  }
}

const byCount = ([one, first]: [string, number], [other, second]: [string, number]) =>
  second - first || (one < other ? -1 : 1);
