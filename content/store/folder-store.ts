import { randomUUID } from 'node:crypto';
import { link, mkdir, opendir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ObjectStore } from './object-store.ts';

const partial = '.partial-';

/** A folder, which several machines may have mounted. */
export class FolderStore implements ObjectStore {
  readonly place: string;
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.place = `file:${folder}`;
  }

  async put(name: string, bytes: Uint8Array): Promise<boolean> {
    await mkdir(this.#folder, { recursive: true });
    const whole = this.#path(name);
    const part = join(this.#folder, `${partial}${randomUUID()}`);
    try {
      await writeFile(part, bytes);
      // A second name for the whole file, unless the name is taken: at once or not at all.
      await link(part, whole);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    } finally {
      await rm(part, { force: true });
    }
  }

  async get(name: string): Promise<Buffer | undefined> {
    try {
      return await readFile(this.#path(name));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  async *list(): AsyncIterable<{ name: string; size: number }> {
    await mkdir(this.#folder, { recursive: true });
    for await (const entry of await opendir(this.#folder)) {
      if (!entry.isFile() || entry.name.startsWith('.')) continue;
      const found = await stat(this.#path(entry.name)).catch(() => undefined); // deleted just now
      if (found !== undefined) yield { name: entry.name, size: found.size };
    }
  }

  async delete(name: string): Promise<void> {
    await rm(this.#path(name), { force: true });
  }

  #path(name: string): string {
    if (/[/\\]/.test(name)) throw new RangeError(`no name of a file: ${name}`);
    return join(this.#folder, name);
  }
}

const codeOf = (error: unknown) =>
  // why: a system error of Node carries a code
  (error as NodeJS.ErrnoException).code;
