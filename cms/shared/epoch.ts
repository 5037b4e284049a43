import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Payload } from 'payload';
import { epochKey, epochSchema, makeEpoch, type Epoch } from '../../content/wire/epoch.ts';
import { readEnvironment } from '../environment.ts';

const begun = new WeakSet<Payload>();

/**
 * The epoch of the database, made when it has none. Throws while a restore is under way, and when a row that this
 * process has seen is gone: then nobody may claim or send.
 */
export async function readEpoch(payload: Payload): Promise<Epoch> {
  const found: unknown = await payload.kv.get(epochKey);
  if (found === null || found === undefined) return beginFirst(payload);
  const epoch = epochSchema.parse(found);
  begun.add(payload);
  if (epoch.isRestoring) throw new Error('a restore of the database is under way');
  return epoch;
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

/** Whether a time (ISO 8601 UTC) lies before the last restore: what was begun then may have gone out since. */
export async function isFromBackup(payload: Payload, time: string): Promise<boolean> {
  const { restoredAt } = await readEpoch(payload);
  return restoredAt !== null && time < restoredAt;
}
