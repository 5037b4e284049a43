import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '../../content/settings/environment.ts';
import { targetFolder } from '../../content/wire/backup-archives.ts';
import {
  departuresFolder,
  listCopies,
  ownDepartures,
  readDepartures,
} from '../../content/wire/departures.ts';

/**
 * Copies the departures that lie beside an archive, or at the backup target, into `DATA_DIR`, where the CMS finds them
 * at its start, beside those that are there. Resolves to how far back they reach, ISO 8601 UTC; undefined when there
 * are none.
 */
export async function bringDepartures(
  { dataDir, backupTo }: Pick<Environment, 'dataDir' | 'backupTo'>,
  besideArchive: string,
): Promise<string | undefined> {
  const folder = departuresFolder(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const sources = new Set([
    besideArchive,
    ...(backupTo === undefined ? [] : [targetFolder(backupTo)]),
  ]);
  for (const source of sources) {
    for (const name of await listCopies(source))
      await copyFile(join(source, name), join(folder, name));
  }
  const files = [
    ownDepartures(dataDir),
    ...(await listCopies(folder)).map((name) => join(folder, name)),
  ];
  const heads = await Promise.all(files.map(async (file) => (await readDepartures(file))?.head));
  return heads
    .flatMap((head) => head?.from ?? [])
    .sort()
    .at(0);
}
