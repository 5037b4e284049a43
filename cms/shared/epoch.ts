import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Payload } from 'payload';
import { epochKey, epochSchema, makeEpoch, type Epoch } from '../../content/wire/epoch.ts';
import { readEnvironment } from '../environment.ts';

const begun = new WeakSet<Payload>();

/**
 * The epoch of the database, made when it has none. Throws while a restore is under way or not settled, and when a row that this
 * process has seen is gone: then nobody may claim or send.
 */
export async function readEpoch(payload: Payload): Promise<Epoch> {
  const epoch = await findEpoch(payload);
  if (epoch === undefined) return beginFirst(payload);
  begun.add(payload);
  if (epoch.isRestoring) throw new Error('a restore of the database is under way');
  if ((await unsettledSince(payload, epoch)) !== null)
    throw new Error('who left since the copy that was restored has not left again yet');
  return { ...epoch, departuresSince: null };
}

async function findEpoch(payload: Payload): Promise<Epoch | undefined> {
  const found: unknown = await payload.kv.get(epochKey);
  return found === null || found === undefined ? undefined : epochSchema.parse(found);
}

/**
 * Since when departures are to be repeated after a restore, ISO 8601 UTC, and the epoch that waits for it, as an id;
 * undefined when there are none to repeat.
 */
export async function departuresDue(
  payload: Payload,
): Promise<{ epoch: string; since: string } | undefined> {
  const epoch = await findEpoch(payload);
  if (epoch?.isRestoring !== false) return undefined;
  const since = await unsettledSince(payload, epoch);
  return since === null ? undefined : { epoch: epoch.id, since };
}

/** In which epoch departures were last repeated: a row beside the epoch's, which only restores write. */
const settledKey = 'settled-epoch';

/** They are repeated, for what `departuresDue` said in this epoch: mail may go. */
export const settleDepartures = (payload: Payload, epoch: string): Promise<void> =>
  payload.kv.set(settledKey, { epoch });

async function unsettledSince(payload: Payload, epoch: Epoch): Promise<string | null> {
  if (epoch.departuresSince === null) return null;
  const settled = await payload.kv.get<{ epoch: string }>(settledKey);
  return settled?.epoch === epoch.id ? null : epoch.departuresSince;
}

async function beginFirst(payload: Payload): Promise<Epoch> {
  if (begun.has(payload)) throw new Error('the database has lost its epoch');
  const data = { ...makeEpoch({ restoredAt: restoredBefore() }) };
  try {
    await payload.db.create({ collection: 'payload-kv', data: { key: epochKey, data } });
  } catch (error) {
    // The unique key: another process was first.
    if ((await payload.kv.get(epochKey)) === null) throw error;
  }
  begun.add(payload);
  return readEpoch(payload);
}

/** Restores of earlier versions left a file in `DATA_DIR` instead. */
function restoredBefore(): string | null {
  try {
    return readFileSync(join(readEnvironment().dataDir, 'restored'), 'utf8').trim();
  } catch (error) {
    // why: a system error of Node carries a code.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Whether a time (ISO 8601 UTC) is not after the last restore: what was begun then may have gone out since. */
export async function isFromBackup(payload: Payload, time: string): Promise<boolean> {
  const { restoredAt } = await readEpoch(payload);
  return restoredAt !== null && time <= restoredAt;
}
