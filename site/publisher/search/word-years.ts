import { publicFile, searchShelfPath } from '../../../content/model/urls.ts';
import { shelfCount, shelfOf, shelvedAs, type Shelf } from '../../src/search/word-shelves.ts';
import type { PublicFolder } from '../render/public-folder.ts';

/** Which years have which words, for the search page: `pagefind/words/<shelf>.json`. The files are all it remembers. */
export class WordYears {
  readonly #folder: PublicFolder;

  constructor(folder: PublicFolder) {
    this.#folder = folder;
  }

  /**
   * A year has these words, and no others. To be called when its bundle is in place and before `years.json` names it:
   * whoever has read that finds on the shelves what is in the bundle.
   */
  async replace(year: string, words: Iterable<string>): Promise<void> {
    const wanted = Array.from({ length: shelfCount }, () => new Set<string>());
    for (const word of words) {
      const stem = shelvedAs(word);
      if (stem !== undefined) wanted[shelfOf(stem)]?.add(stem);
    }
    for (const [number, stems] of wanted.entries()) {
      // Readers are answered in between.
      await new Promise((resolve) => setImmediate(resolve));
      this.#write(number, year, stems);
    }
  }

  #write(number: number, year: string, stems: ReadonlySet<string>): void {
    const file = publicFile(searchShelfPath(number));
    const others = new Map<string, string>();
    for (const [years, words] of Object.entries(this.#read(file))) {
      const rest = years.split(' ').filter((each) => each !== year);
      if (rest.length > 0) for (const word of words.split(' ')) others.set(word, rest.join(' '));
    }
    const together = new Map<string, string>(); // few years come together, and many words have them
    const byYears = new Map<string, string[]>();
    for (const word of new Set([...others.keys(), ...stems])) {
      const rest = others.get(word) ?? '';
      const years = stems.has(word) ? (together.get(rest) ?? withYear(rest, year)) : rest;
      if (stems.has(word)) together.set(rest, years);
      const same = byYears.get(years);
      if (same === undefined) byYears.set(years, [word]);
      else same.push(word);
    }
    const shelf = [...byYears].map(([years, words]) => [years, words.toSorted().join(' ')]);
    this.#folder.write(file, JSON.stringify(Object.fromEntries(shelf.toSorted())));
  }

  #read(file: string): Shelf {
    try {
      // why: written above; one that is not there or torn fills again as the years are made anew.
      return JSON.parse(this.#folder.read(file).toString()) as Shelf;
    } catch {
      return {};
    }
  }
}

const withYear = (years: string, year: string) =>
  [...years.split(' ').filter(Boolean), year].toSorted().join(' ');
