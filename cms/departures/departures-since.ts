import { basename, join } from 'node:path';
import { targetFolder } from '../../content/wire/backup-archives.ts';
import {
  departuresFolder,
  listCopies,
  ownDepartures,
  readDepartures,
  type Departure,
} from '../../content/wire/departures.ts';
import { readEnvironment } from '../environment.ts';
import { departuresKey } from './departure-names.ts';
import { text } from './text.ts';

/**
 * All that is known since a time, oldest first, of this `DATA_DIR`, the backup target and whatever a restore brought.
 * Throws when some of it was written with another secret: whom it is about nobody can tell then.
 */
export async function departuresSince(from: string): Promise<Departure[]> {
  const { dataDir, backupTo } = readEnvironment();
  const folders = [
    departuresFolder(dataDir),
    ...(backupTo === undefined ? [] : [targetFolder(backupTo)]),
  ];
  const files = [ownDepartures(dataDir)];
  for (const folder of folders)
    files.push(...(await listCopies(folder)).map((name) => join(folder, name)));
  const found: Departure[] = [];
  for (const file of files) {
    const read = await readDepartures(file);
    const departures = read?.departures.filter(({ at }) => at >= from) ?? [];
    const isReadable = read === undefined || read.head.key === departuresKey();
    if (!isReadable && departures.length > 0)
      throw new Error(text.otherSecret(departures.length, basename(file)));
    if (isReadable) found.push(...departures);
  }
  return found.sort((a, b) => (a.at < b.at ? -1 : 1));
}
