/** Entries of a list stand in chunks of this many, counted from the oldest: one older page each. */
export const pageSize = 20;

/**
 * Ids in order, oldest first. Tells which keys a change touches, so that only queries about that part of
 * the list run again: `#<chunk>` for the entries, `#end` for the length, `#full:<n>` for whether page
 * n is the last full one.
 */
export class SortedList {
  readonly name: string;
  readonly ids: string[] = [];
  #compare: (a: string, b: string) => number;

  constructor(name: string, compare: (a: string, b: string) => number) {
    this.name = name;
    this.#compare = compare;
  }

  /** Number of full older pages: the newest page keeps the other 20 to 39 entries. */
  get fullPages(): number {
    return Math.max(0, Math.floor(this.ids.length / pageSize) - 1);
  }

  insert(id: string, touched: Set<string>): void {
    const position = this.position(id);
    this.#change(position, touched, () => this.ids.splice(position, 0, id));
  }

  /** Must be called while the document still has the values it was sorted by. */
  remove(id: string, touched: Set<string>): void {
    const position = this.position(id);
    if (this.ids[position] !== id) throw new Error(`${id} is not in ${this.name}`);
    this.#change(position, touched, () => this.ids.splice(position, 1));
  }

  /** Puts ids that were pushed in any order in theirs. */
  sort(): void {
    this.ids.sort(this.#compare);
  }

  /** Index of the id, or the index at which it belongs. */
  position(id: string): number {
    let low = 0;
    let high = this.ids.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(this.ids[middle] ?? '', id) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #change(position: number, touched: Set<string>, change: () => void): void {
    const fullBefore = this.fullPages;
    const lengthBefore = this.ids.length;
    change();
    const last = Math.max(lengthBefore, this.ids.length);
    for (let chunk = chunkOf(position); chunk <= chunkOf(last); chunk++) {
      touched.add(`list:${this.name}#${chunk}`);
    }
    touched.add(`list:${this.name}#end`);
    for (
      let page = Math.min(fullBefore, this.fullPages);
      page <= Math.max(fullBefore, this.fullPages);
      page++
    ) {
      if (fullBefore !== this.fullPages) touched.add(`list:${this.name}#full:${page}`);
    }
    if (lengthBefore === 0 || this.ids.length === 0) touched.add('names');
  }
}

export const chunkOf = (index: number) => Math.floor(index / pageSize);
