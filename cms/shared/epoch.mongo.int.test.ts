import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { epochKey, epochPlace, makeEpoch, type Epoch } from '../../content/wire/epoch.ts';
import { startRoom, type Room } from '../testing/start-room.ts';
import { readEpoch } from './epoch.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom({ isEmpty: true });
});
afterAll(() => room.stop());

/** As a restore does, past Payload. */
async function write(data: Epoch): Promise<void> {
  const client = await MongoClient.connect(room.databaseUrl);
  const rows = client.db().collection(epochPlace.mongodb);
  await rows.updateOne({ key: epochKey }, { $set: { data } }, { upsert: true });
  await client.close();
}

test('what a restore writes is what the CMS reads', async () => {
  const first = await readEpoch(room.payload);
  const next = makeEpoch({ restoredAt: new Date().toISOString() });
  await write(next);
  expect(await readEpoch(room.payload)).toEqual(next);
  expect(next.id).not.toBe(first.id);
  await write({ ...next, isRestoring: true });
  await expect(readEpoch(room.payload)).rejects.toThrow(/restore/);
});
