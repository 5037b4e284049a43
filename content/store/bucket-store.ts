import { Bucket } from './bucket.ts';
import type { BucketSettings, ObjectStore } from './object-store.ts';

/** A private bucket, or a part of one: nobody but us is given an address in it. */
export class BucketStore implements ObjectStore {
  readonly place: string;
  readonly #bucket: Bucket;

  constructor(address: string, settings: BucketSettings) {
    this.place = address;
    this.#bucket = new Bucket(address, settings);
  }

  async put(name: string, bytes: Uint8Array): Promise<boolean> {
    return (await this.#bucket.put(name, bytes, { replaces: null })) !== undefined;
  }

  get(name: string): Promise<Buffer | undefined> {
    return this.#bucket.get(name);
  }

  async *list(): AsyncIterable<{ name: string; size: number }> {
    for await (const { name, size } of this.#bucket.list())
      if (!name.startsWith('.')) yield { name, size };
  }

  delete(name: string): Promise<void> {
    return this.#bucket.delete(name);
  }
}
