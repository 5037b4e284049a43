import { constants, existsSync } from 'node:fs';
import { copyFile, cp, link, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Environment } from '../../content/settings/environment.ts';
import { copyObjects } from '../../content/store/copy-objects.ts';
import { FolderStore } from '../../content/store/folder-store.ts';
import { openStore } from '../../content/store/open-store.ts';
import { StartError } from '../instance/settings.ts';
import { keptSecrets } from './kept-secrets.ts';
import { text } from './text.ts';

/** In an archive's `data/`: secrets of other services, as lines of a `.env`. */
export const environmentFile = 'from-backup.env';

/**
 * Where pictures have their home in a store of their own: fetches those that this machine has no copy of. Throws a
 * sentence when it does not answer, for an archive without pictures is none.
 */
export async function bringPictures({
  dataDir,
  mediaStore,
  ...settings
}: Environment): Promise<void> {
  if (mediaStore === undefined) return;
  try {
    const store = await openStore(mediaStore, settings);
    await copyObjects(store, new FolderStore(join(dataDir, 'media')));
  } catch (cause) {
    throw new StartError(text.backup.noStore(mediaStore), { cause });
  }
}

/**
 * Gives every picture a second name in `folder`, where it outlives a removal; copies where a disk has no second names.
 * Called before and after the database is read, so that no picture of a row is missing. Resolves to how many there are.
 */
export async function gatherPictures(dataDir: string, folder: string): Promise<number> {
  const source = join(dataDir, 'media');
  const target = join(folder, 'media');
  await mkdir(target, { recursive: true });
  const entries = existsSync(source) ? await readdir(source, { withFileTypes: true }) : [];
  for (const entry of entries) {
    const [from, to] = [join(source, entry.name), join(target, entry.name)];
    if (entry.isFile() && !existsSync(to)) await linkOrCopy(from, to);
    if (entry.isDirectory()) await cp(from, to, { recursive: true });
  }
  return (await readdir(target)).length;
}

/** Writes the secrets that the archive may hold into `folder`; resolves to the names of those it may not. */
export async function gatherSecrets(
  settings: Environment,
  { folder, isEncrypted }: { folder: string; isEncrypted: boolean },
): Promise<string[]> {
  const file = join(settings.dataDir, 'secrets.json');
  const stored = existsSync(file)
    ? z.record(z.string(), z.unknown()).parse(JSON.parse(await readFile(file, 'utf8')))
    : {};
  const { secrets, environment, missing } = keptSecrets(stored, settings, { isEncrypted });
  const write = (name: string, content: string) =>
    writeFile(join(folder, name), content, { mode: 0o600 });
  await write('secrets.json', JSON.stringify(secrets, undefined, 2));
  const lines = Object.entries(environment).map(([name, value]) => `${name}=${value}\n`);
  if (lines.length > 0) await write(environmentFile, lines.join(''));
  return missing;
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to).catch(() => copyFile(from, to, constants.COPYFILE_EXCL));
  } catch (error) {
    // why: a system error of Node carries a code. Removed since its name was read: the database knows it no more.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
