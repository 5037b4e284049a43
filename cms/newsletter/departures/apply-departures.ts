import { join } from 'node:path';
import type { Payload } from 'payload';
import {
  departuresFolder,
  listCopies,
  ownDepartures,
  readDepartures,
  type Departure,
} from '../../../content/wire/departures.ts';
import { targetFolder } from '../../../content/wire/backup-archives.ts';
import { readEnvironment } from '../../environment.ts';
import { departuresDueSince, settleDepartures } from '../../shared/epoch.ts';
import type { SubscriberRow } from '../store/rows.ts';
import { nextSubscribers, updateSubscriber } from '../store/subscribers.ts';
import { eraseSubscriber } from '../subscribers/erase-subscriber.ts';
import { departedName, departuresKey } from '../subscribers/tokens.ts';
import { reasons } from '../text.ts';

/** A departure is written down before the row: one of a little before the copy may be missing in it. */
const margin = 10 * 60_000;
const pageSize = 500;

/**
 * After a restore: whoever left, was suppressed or erased since the copy was made does so again; the last event of a
 * person wins. Until it is done nothing is mailed (see `readEpoch`). Safe to repeat, by any number of processes.
 */
export async function applyDepartures(payload: Payload): Promise<void> {
  const since = await departuresDueSince(payload);
  if (since === undefined) return;
  const from = new Date(Date.parse(since) - margin).toISOString();
  const byPerson = Map.groupBy(await departuresSince(payload, from), ({ who }) => who);
  for (let after: string | undefined; byPerson.size > 0;) {
    const page = await nextSubscribers(payload, { group: [], after, limit: pageSize });
    for (const row of page) {
      const departures = byPerson.get(departedName(row.address));
      if (departures !== undefined) await repeat(payload, row, departures);
    }
    after = page.at(-1)?.id;
    if (page.length < pageSize) break;
  }
  await settleDepartures(payload);
}

/** All that is known since a time, oldest first, of this `DATA_DIR`, the backup target and whatever a restore brought. */
async function departuresSince(payload: Payload, from: string): Promise<Departure[]> {
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
        msg: 'newsletter: departures of another PAYLOAD_SECRET match nobody',
        count: departures.length,
      });
  }
  return found.sort((a, b) => (a.at < b.at ? -1 : 1));
}

async function repeat(
  payload: Payload,
  { id, state, asked }: SubscriberRow,
  departures: readonly Departure[],
): Promise<void> {
  const last = departures.at(-1);
  const suppressed = departures.findLast(({ kind }) => kind === 'suppressed');
  const open = { confirmNonce: null, confirmation: 'none', confirmationNextAt: null } as const;
  // Also before she is erased: a suppressed address stays suppressed, as a hash.
  if (suppressed !== undefined && state !== 'suppressed') {
    const suppressedReason = suppressed.how ?? reasons.suppressed;
    await updateSubscriber(
      payload,
      { id },
      { ...open, asked: null, state: 'suppressed', suppressedReason },
    );
  }
  if (last?.kind === 'erased') await eraseSubscriber(payload, id);
  if (suppressed !== undefined || state === 'suppressed') return;
  if (last?.kind === 'left' && state !== 'unsubscribed') {
    const left = { unsubscribedAt: last.at, unsubscribedBy: last.how };
    await updateSubscriber(
      payload,
      { id },
      { ...open, asked: null, ...left, state: 'unsubscribed' },
    );
  }
  if (last?.kind === 'confirmed' && state !== 'active') {
    const back = { unsubscribedAt: null, unsubscribedBy: null, confirmedAt: last.at };
    await updateSubscriber(
      payload,
      { id },
      { ...open, ...asked, asked: null, ...back, state: 'active', confirmation: 'accepted' },
    );
  }
}
