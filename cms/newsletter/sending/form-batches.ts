import { killPoint } from '../kill-point.ts';
import type { BatchOutline, Range as Positions, SendingStore } from './sending-store.ts';

export const batchSize = 100;

type Range = Positions & { key: string };

/**
 * Makes the batches a frozen mailing lacks: positions 0–99, 100–199, …, and the two halves of every
 * batch that was split. The same every time, whoever runs it; several may at once.
 */
export async function formBatches(store: SendingStore, mailing: string): Promise<void> {
  const missing = await missingRanges(store, mailing);
  try {
    await store.addBatches(missing);
    killPoint('after-batches');
  } catch (error) {
    // Another process made some of them first: then fewer are missing than before.
    const left = await missingRanges(store, mailing);
    if (left.length >= missing.length) throw error;
    await formBatches(store, mailing);
  }
}

async function missingRanges(store: SendingStore, mailing: string): Promise<Range[]> {
  const last = await store.lastPosition(mailing);
  const batches = await store.batchesOf(mailing);
  const known = new Set(batches.map(({ key }) => key));
  const halves = batches
    .filter(({ state }) => state === 'split')
    .flatMap((batch) => halve(mailing, batch));
  return [...wholeRanges(mailing, last), ...halves].filter(({ key }) => !known.has(key));
}

function wholeRanges(mailing: string, last: number): Range[] {
  return Array.from({ length: Math.ceil((last + 1) / batchSize) }, (_, n) => ({
    key: `${mailing}:${String(n)}`,
    mailing,
    firstPosition: n * batchSize,
    lastPosition: (n + 1) * batchSize - 1,
  }));
}

/** Two halves by number of items, not of positions, so that each split really narrows the search. */
function halve(mailing: string, batch: BatchOutline): Range[] {
  const middle = batch.positions[Math.ceil(batch.positions.length / 2)];
  if (middle === undefined) return [];
  return [
    { key: `${batch.key}a`, mailing, firstPosition: batch.firstPosition, lastPosition: middle - 1 },
    { key: `${batch.key}b`, mailing, firstPosition: middle, lastPosition: batch.lastPosition },
  ];
}
