import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRoom, type Room } from '../../testing/start-room.ts';
import { forgetRequests } from './forget-requests.ts';
import { newBatch, newMailing } from '../store/new-rows.ts';
import type { BatchRow } from '../store/rows.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const soon = () => new Date(Date.now() + 60_000).toISOString();

/** A batch with stored bytes, of a mailing that is finished or not. */
async function aBatch(key: string, isFinished: boolean, batch: Partial<BatchRow>): Promise<string> {
  const { payload } = room;
  const mailing = await payload.db.create({
    collection: 'mailings',
    data: {
      ...{ ...newMailing, key, kind: 'alert', requestedAt: soon() },
      finishedAt: isFinished ? new Date().toISOString() : null,
    },
  });
  const row = await payload.db.create({
    collection: 'batches',
    data: { ...newBatch, key, mailing: mailing.id, request: 'kari@eksempel.no', ...batch },
  });
  return String(row.id);
}

const batchOf = (id: string) =>
  room.payload.db.findOne<BatchRow>({ collection: 'batches', where: { id: { equals: id } } });

test('a request is kept only while its answer is unknown and somebody waits for it', async () => {
  const answeredByWebhooks = await aBatch('a', true, { openAttempts: 1 });
  const unknown = await aBatch('b', false, { openAttempts: 1 });
  const neverLeft = await aBatch('c', false, {});
  const underWay = await aBatch('d', false, { leaseUntil: soon() });
  await forgetRequests(room.payload);
  expect(await batchOf(answeredByWebhooks)).toMatchObject({ request: null, state: 'settled' });
  expect(await batchOf(unknown)).toMatchObject({ request: 'kari@eksempel.no', state: 'open' });
  expect(await batchOf(neverLeft)).toMatchObject({ request: null, state: 'open' });
  expect(await batchOf(underWay)).toMatchObject({ request: 'kari@eksempel.no', state: 'open' });
});
