import { join } from 'node:path';
import type { Payload } from 'payload';
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

/** All that is known since a time, oldest first, of this `DATA_DIR`, the backup target and whatever a restore brought. */
export async function departuresSince(payload: Payload, from: string): Promise<Departure[]> {
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
    if (read === undefined || read.head.key === departuresKey()) found.push(...departures);
    else if (departures.length > 0)
      payload.logger.error({
        area: 'departures',
        msg: 'departures of another PAYLOAD_SECRET match nobody',
        count: departures.length,
      });
  }
  return found.sort((a, b) => (a.at < b.at ? -1 : 1));
}
