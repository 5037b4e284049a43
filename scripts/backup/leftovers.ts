import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Beginning of the name of a scratch folder in `DATA_DIR`; the process it belongs to stands in it. */
export const prefixOf = (what: 'make' | 'try' | 'restore'): string => `.${what}-${process.pid}-`;

const scratch = /^\.(?:make|try|restore)-(\d+)-/;
/** A file that is being written at a backup target, perhaps by another machine. */
export const partialName = (name: string): string => `.${name}.partial`;
const partial = /^\.kundefront-.+\.partial$/;
const longest = 6 * 3_600_000;

/** Removes the scratch folders whose processes are gone: a kill leaves them, with addresses in them. */
export async function clearScratch(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    const [, pid] = scratch.exec(name) ?? [];
    if (pid === undefined || isAlive(Number(pid))) continue;
    await rm(join(dataDir, name), { recursive: true, force: true });
  }
}

/** Removes half archives that nobody has written to for hours. */
export async function clearPartials(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!partial.test(name)) continue;
    const file = join(folder, name);
    if (Date.now() - (await stat(file)).mtimeMs > longest) await rm(file, { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // why: a system error of Node carries a code. There is such a process, of somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
