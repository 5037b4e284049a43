import type { Payload, Where } from 'payload';
import type { BatchRow, MailingRow } from '../store/rows.ts';

/**
 * Requests name people. One is kept only while its answer is unknown and somebody still waits for it: a mailing whose
 * every recipient is accounted for (webhooks may tell sooner than the answer would) needs none, and one that never
 * left is made anew.
 */
export async function forgetRequests(payload: Payload): Promise<void> {
  const isKept: Where[] = [
    { state: { equals: 'open' } },
    { request: { exists: true } },
    { leaseUntil: { less_than: new Date().toISOString() } },
  ];
  const { docs } = await payload.db.find<Pick<BatchRow, 'mailing'>>({
    collection: 'batches',
    where: { and: isKept },
    select: { mailing: true },
    limit: 0,
    pagination: false,
  });
  if (docs.length === 0) return;
  const { docs: finished } = await payload.db.find<Pick<MailingRow, 'id'>>({
    collection: 'mailings',
    where: {
      and: [
        { id: { in: [...new Set(docs.map(({ mailing }) => mailing))] } },
        { finishedAt: { exists: true } },
      ],
    },
    select: { key: true },
    limit: 0,
    pagination: false,
  });
  const ofFinished: Where = { mailing: { in: finished.map(({ id }) => id) } };
  if (finished.length > 0)
    await change(payload, [...isKept, ofFinished], { state: 'settled', openAttempts: 0 });
  await change(payload, [...isKept, { openAttempts: { equals: 0 } }], {});
}

const change = (payload: Payload, and: Where[], data: Partial<BatchRow>) =>
  payload.db.updateMany({
    collection: 'batches',
    where: { and },
    data: { ...data, request: null },
    returning: false,
  });
