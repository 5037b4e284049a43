import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Compounds may be made of it: the flag is the dictionary's own (COMPOUNDFLAG). */
const partFlag = 'z'.charCodeAt(0);
const [newline, slash] = ['\n'.charCodeAt(0), '/'.charCodeAt(0)];
const slots = 2 ** 20;

/**
 * The words of a Hunspell dictionary, uninflected for the most part, 330,000 of them in 5 MB: a hash table of
 * numbers instead of strings, so one word in ten thousand million that is none is taken for one.
 */
export class WordList {
  #hashes = new Uint32Array(slots);
  #isPart = new Uint8Array(slots);
  #encoder = new TextEncoder();
  #room = new Uint8Array(256);

  constructor(dictionary: Uint8Array) {
    let start = dictionary.indexOf(newline) + 1; // the first line counts the words
    while (start < dictionary.length) {
      let end = dictionary.indexOf(newline, start);
      if (end < 0) end = dictionary.length;
      this.#addLine(dictionary.subarray(start, end));
      start = end + 1;
    }
  }

  has(word: string): boolean {
    return this.#find(word) >= 0;
  }

  /** Whether compounds are made of the word. */
  isPart(word: string): boolean {
    const slot = this.#find(word);
    return slot >= 0 && this.#isPart[slot] === 1;
  }

  /**
   * Of which lengths a word begins with a word, in one pass: a one in the place of each such length. Whoever looks for
   * the joints of a compound need not cut and ask at every letter.
   */
  beginnings(word: string): Uint8Array {
    const found = new Uint8Array(word.length + 1);
    let hash = firstHash;
    for (let at = 0; at < word.length; at += 1) {
      const code = word.charCodeAt(at);
      // In UTF-8, of which Norwegian letters take one or two bytes; no word of the list has others.
      if (code >= 0x800) break;
      hash =
        code < 0x80
          ? withByte(hash, code)
          : withByte(withByte(hash, 0xc0 | (code >> 6)), 0x80 | (code & 0x3f));
      if (this.#slotOf(hash >>> 0 || 1) >= 0) found[at + 1] = 1;
    }
    return found;
  }

  #addLine(line: Uint8Array): void {
    const flags = line.indexOf(slash);
    const hash = hashOf(flags < 0 ? line : line.subarray(0, flags));
    let slot = hash % slots;
    while (this.#hashes[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) % slots;
    this.#hashes[slot] = hash;
    if (flags >= 0 && line.indexOf(partFlag, flags) > 0) this.#isPart[slot] = 1;
  }

  #find(word: string): number {
    const { read, written } = this.#encoder.encodeInto(word, this.#room);
    if (read < word.length) return -1;
    return this.#slotOf(hashOf(this.#room.subarray(0, written)));
  }

  #slotOf(hash: number): number {
    for (let slot = hash % slots; this.#hashes[slot] !== 0; slot = (slot + 1) % slots) {
      if (this.#hashes[slot] === hash) return slot;
    }
    return -1;
  }
}

const firstHash = 0x811c9dc5;
const withByte = (hash: number, byte: number) => Math.imul(hash ^ byte, 0x01000193);

/** FNV-1a, never 0. */
function hashOf(bytes: Uint8Array): number {
  let hash = firstHash;
  for (const byte of bytes) hash = withByte(hash, byte);
  return hash >>> 0 || 1;
}

let list: WordList | undefined;

/** The Norwegian words of `dictionary-nb` (the spell-norwegian project), read at the first call. */
export function norwegianWords(): WordList {
  if (list === undefined) {
    const folder = dirname(createRequire(import.meta.url).resolve('dictionary-nb'));
    list = new WordList(readFileSync(join(folder, 'index.dic')));
  }
  return list;
}
