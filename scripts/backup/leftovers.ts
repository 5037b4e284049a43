import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Beginning of the name of a scratch folder in `DATA_DIR`; the process it belongs to stands in it. */
export const prefixOf = (what: 'make' | 'try' | 'restore'): string => `.${what}-${process.pid}-`;

const scratch = /^\.(?:make|try|restore)-(\d+)-/;
/** A file that is being written at a backup target, perhaps by another machine. */
export const partialName = (name: string): string => `.${name}.partial`;
const partial = /^\.kundefront-.+\.partial$/;
const longestWrite = 6 * 3_600_000;
const longestRun = 24 * 3_600_000;

/**
 * Removes the scratch folders whose processes are gone: a kill leaves them, with addresses in them. A number that
 * another process has since does not keep one longer than a day.
 */
export async function clearScratch(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    const [, pid] = scratch.exec(name) ?? [];
    if (pid === undefined) continue;
    const folder = join(dataDir, name);
    if (isAlive(Number(pid)) && !(await isOlder(folder, longestRun))) continue;
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes half archives that nobody has written to for hours. */
export async function clearPartials(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!partial.test(name)) continue;
    const file = join(folder, name);
    if (await isOlder(file, longestWrite)) await rm(file, { force: true });
  }
}

/** Whether nothing was written there for so long, in ms; what is gone meanwhile is not. */
async function isOlder(path: string, age: number): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > age;
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
