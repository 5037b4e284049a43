import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';

/** The public folder. Every file appears whole or not at all; what is equal is left as it is. */
export class PublicFolder {
  readonly root: string;
  #made = new Set<string>();

  constructor(root: string) {
    this.root = resolve(root);
    mkdirSync(this.root, { recursive: true });
  }

  /** Writes a file below the root; returns whether its bytes changed. */
  write(name: string, content: string | Uint8Array): boolean {
    const file = this.#inside(name);
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    if (this.#read(file)?.equals(bytes)) return false;
    const folder = dirname(file);
    if (!this.#made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#made.add(folder);
    }
    const temporary = `${file}.${process.pid}.tmp`;
    writeFileSync(temporary, bytes);
    renameSync(temporary, file);
    return true;
  }

  remove(name: string): void {
    const file = this.#inside(name);
    rmSync(file, { force: true });
    this.#removeEmpty(dirname(file));
  }

  /** Names of all files, relative to the root. */
  names(folder = ''): string[] {
    return readdirSync(join(this.root, folder), { withFileTypes: true }).flatMap((entry) => {
      const name = join(folder, entry.name);
      return entry.isDirectory() ? this.names(name) : [name];
    });
  }

  #read(file: string): Buffer | undefined {
    try {
      return readFileSync(file);
    } catch {
      return undefined; // Not there yet, or unreadable: it is written.
    }
  }

  #removeEmpty(folder: string): void {
    if (folder === this.root || readdirSync(folder).length > 0) return;
    rmdirSync(folder);
    this.#made.delete(folder);
    this.#removeEmpty(dirname(folder));
  }

  /** A slug cannot lead out of the folder, whatever it says. */
  #inside(name: string): string {
    const file = resolve(this.root, name);
    if (!file.startsWith(this.root + sep))
      throw new Error(`${name} lies outside the public folder`);
    return file;
  }
}
