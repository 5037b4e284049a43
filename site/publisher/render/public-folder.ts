import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';

/** The public folder. Every file appears whole or not at all; what is equal is left as it is. */
export class PublicFolder {
  readonly root: string;
  /** Told of every file whose bytes changed, or that went. */
  onChange: (name: string) => void = () => undefined;
  #made = new Set<string>();
  #room = Buffer.allocUnsafeSlow(128 * 1024);

  constructor(root: string) {
    this.root = resolve(root);
    mkdirSync(this.root, { recursive: true });
  }

  /** Writes a file below the root; returns whether its bytes changed. */
  write(name: string, content: string | Uint8Array): boolean {
    const file = this.#inside(name);
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    if (this.#holds(file, bytes)) return false;
    const folder = dirname(file);
    if (!this.#made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#made.add(folder);
    }
    const temporary = `${file}.${process.pid}.tmp`;
    writeFileSync(temporary, bytes);
    renameSync(temporary, file);
    this.onChange(name);
    return true;
  }

  /** Whether a file has these bytes. */
  holds(name: string, bytes: Uint8Array): boolean {
    return this.#holds(this.#inside(name), bytes);
  }

  /** The bytes of a file. Throws when it is not there. */
  read(name: string): Buffer {
    return readFileSync(this.#inside(name));
  }

  /** Gives a file the time it is. One that is not there stays so. */
  touch(name: string): void {
    const now = new Date();
    if (existsSync(this.#inside(name))) utimesSync(this.#inside(name), now, now);
  }

  /** When a file was written or touched. */
  time(name: string): number {
    return statSync(this.#inside(name)).mtimeMs;
  }

  /** Removes a file and the folders it leaves empty. What is gone already, a killed process may have removed. */
  remove(name: string): void {
    const file = this.#inside(name);
    rmSync(file, { force: true });
    this.#removeEmpty(dirname(file));
    this.onChange(name);
  }

  /** Names of all files, relative to the root; none of a folder that is not there. */
  names(folder = ''): string[] {
    if (!existsSync(join(this.root, folder))) return [];
    return readdirSync(join(this.root, folder), { withFileTypes: true }).flatMap((entry) => {
      const name = join(folder, entry.name);
      return entry.isDirectory() ? this.names(name) : [name];
    });
  }

  /** Whether the file has these bytes. Read into the same room each time: a full pass compares every page. */
  #holds(file: string, bytes: Uint8Array): boolean {
    let handle: number;
    try {
      handle = openSync(file, 'r');
    } catch {
      return false; // Not there yet, or unreadable: it is written.
    }
    try {
      const size = bytes.byteLength;
      if (fstatSync(handle).size !== size) return false;
      if (this.#room.length < size) this.#room = Buffer.allocUnsafeSlow(size);
      const length = readSync(handle, this.#room, 0, size, 0);
      return length === size && this.#room.subarray(0, size).equals(bytes);
    } finally {
      closeSync(handle);
    }
  }

  #removeEmpty(folder: string): void {
    if (folder === this.root) return;
    if (existsSync(folder)) {
      if (readdirSync(folder).length > 0) return;
      rmdirSync(folder);
    }
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
