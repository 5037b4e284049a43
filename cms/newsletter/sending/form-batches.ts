import type { Payload } from 'payload';
import { insertRows } from '../store/bulk.ts';
import { lastPosition } from '../mailings/freeze-audience.ts';
import { newBatch, type BatchRow } from '../store/rows.ts';

export const batchSize = 100;

type Range = Pick<BatchRow, 'key' | 'firstPosition' | 'lastPosition'>;

/**
 * Makes the batches a frozen mailing lacks: positions 0–99, 100–199, …, and the two halves of every
 * batch that was split. The same every time, whoever runs it; several may at once.
 */
export async function formBatches(payload: Payload, mailingId: string): Promise<void> {
  const missing = await missingRanges(payload, mailingId);
  try {
    await insertRows(
      payload,
      'batches',
      missing.map((range) => ({ ...newBatch, ...range, mailing: mailingId })),
    );
  } catch (error) {
    // Another process made some of them first: then fewer are missing than before.
    const left = await missingRanges(payload, mailingId);
    if (left.length >= missing.length) throw error;
    await formBatches(payload, mailingId);
  }
}

async function missingRanges(payload: Payload, mailingId: string): Promise<Range[]> {
  const last = await lastPosition(payload, mailingId);
  const { docs } = await payload.db.find<Range & Pick<BatchRow, 'state' | 'positions'>>({
    collection: 'batches',
    where: { mailing: { equals: mailingId } },
    select: { key: true, firstPosition: true, lastPosition: true, state: true, positions: true },
    limit: 0,
    pagination: false,
  });
  const known = new Set(docs.map(({ key }) => key));
  const halves = docs.filter(({ state }) => state === 'split').flatMap(halve);
  return [...wholeRanges(mailingId, last), ...halves].filter(({ key }) => !known.has(key));
}

function wholeRanges(mailingId: string, last: number): Range[] {
  return Array.from({ length: Math.ceil((last + 1) / batchSize) }, (_, n) => ({
    key: `${mailingId}:${String(n)}`,
    firstPosition: n * batchSize,
    lastPosition: Math.min(last, (n + 1) * batchSize - 1),
  }));
}

/** Two halves by number of items, not of positions, so that each split really narrows the search. */
function halve(batch: Range & Pick<BatchRow, 'positions'>): Range[] {
  const middle = batch.positions[Math.ceil(batch.positions.length / 2)];
  if (middle === undefined) return [];
  return [
    { key: `${batch.key}a`, firstPosition: batch.firstPosition, lastPosition: middle - 1 },
    { key: `${batch.key}b`, firstPosition: middle, lastPosition: batch.lastPosition },
  ];
}
