import { chunkOf } from './list-paging.ts';
import { chunkTag, newestTag, type Tag } from './tags.ts';

/** Where an article stands in every list: by time of publication, then by id. */
export interface Place {
  id: string;
  publishedAt: string;
}

export function comparePlaces(a: Place, b: Place): number {
  if (a.publishedAt !== b.publishedAt) return a.publishedAt < b.publishedAt ? -1 : 1;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}

/** Articles in order, oldest first; remembers from which position on it changed. */
export class SortedList<T extends Place> {
  readonly items: T[] = [];
  #changedFrom = Infinity;
  #longest = 0;

  /** Position of the first article at or after a place. */
  position(place: Place): number {
    let low = 0;
    let high = this.items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const item = this.items[middle];
      if (item !== undefined && comparePlaces(item, place) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  add(item: T): void {
    const position = this.position(item);
    this.items.splice(position, 0, item);
    this.#note(position);
  }

  remove(place: Place): void {
    const position = this.position(place);
    if (this.items[position]?.id !== place.id) return;
    this.#note(position);
    this.items.splice(position, 1);
  }

  /** Puts a newer record of the same article at the same place: no change of the list. */
  swap(item: T): void {
    this.items[this.position(item)] = item;
  }

  /** Tags of all that changed since the last call. */
  takeTouched(name: string): Tag[] {
    if (this.#changedFrom === Infinity) return [];
    const last = chunkOf(this.#longest);
    const tags = [newestTag(name)];
    for (let chunk = chunkOf(this.#changedFrom); chunk <= last; chunk += 1) {
      tags.push(chunkTag(name, chunk));
    }
    this.#changedFrom = Infinity;
    this.#longest = 0;
    return tags;
  }

  #note(position: number): void {
    this.#changedFrom = Math.min(this.#changedFrom, position);
    this.#longest = Math.max(this.#longest, this.items.length);
  }
}
