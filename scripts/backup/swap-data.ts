import { existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { environmentFile } from './gather-data.ts';

/** What of `DATA_DIR` a restore replaces; `site` and `public` are made anew. */
const replaced = ['media', 'site', 'public', 'secrets.json', environmentFile];
const inArchive = ['media', 'secrets.json', environmentFile];

const freshFolder = (dataDir: string) => join(dataDir, '.restoring-data');

/** Lays what an archive has for `DATA_DIR` where it outlives the process. Resolves to the names. */
export async function stageData(dataDir: string, unpacked: string): Promise<string[]> {
  await unstageData(dataDir);
  // Whatever rights an archive gives its folders: addresses and drafts are in them.
  for (const folder of [unpacked, join(unpacked, 'media')])
    if (existsSync(folder)) await chmod(folder, 0o700);
  await rename(unpacked, freshFolder(dataDir));
  return inArchive.filter((name) => existsSync(join(freshFolder(dataDir), name)));
}

/** Removes it again, or what is left of it. */
export const unstageData = (dataDir: string): Promise<void> =>
  rm(freshFolder(dataDir), { recursive: true, force: true });

/**
 * Puts it in the place of what is there, or finishes that after a kill. Resolves to where what was there is kept, if
 * there was anything.
 */
export async function swapData(
  dataDir: string,
  { fresh, stamp }: { fresh: readonly string[]; stamp: string },
): Promise<string | undefined> {
  const kept = join(dataDir, `before-restore-${stamp}`);
  for (const name of replaced) {
    const [present, old] = [join(dataDir, name), join(kept, name)];
    const staged = join(freshFolder(dataDir), name);
    if (fresh.includes(name) && !existsSync(staged)) continue; // in its place already
    if (existsSync(present) && !existsSync(old)) {
      await mkdir(kept, { recursive: true, mode: 0o700 });
      await rename(present, old);
    }
    if (existsSync(staged)) await rename(staged, present);
  }
  await unstageData(dataDir);
  return existsSync(kept) ? kept : undefined;
}
