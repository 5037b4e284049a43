import type { Payload, Where } from 'payload';
import { batchLease, type BatchOutline, type SendingStore } from '../sending/sending-store.ts';
import { claim, LeaseLost } from './claim.ts';
import { countRows, findColumns, findRows, updateRows } from './query.ts';
import { batchRow, type BatchRow } from './rows.ts';

const outline = batchRow.pick({
  key: true,
  firstPosition: true,
  lastPosition: true,
  state: true,
  positions: true,
});

export const batchesOf = (payload: Payload, mailing: string): Promise<BatchOutline[]> =>
  findColumns(payload, 'batches', outline, { and: [{ mailing: { equals: mailing } }] });

const sizes = batchRow.pick({ id: true, positions: true, openAttempts: true });

/** Of any mailing that left, or may have left, since a time. */
export const batchesSince = (payload: Payload, time: Date) =>
  findColumns(payload, 'batches', sizes, {
    and: [
      { firstAttemptAt: { greater_than_equal: time.toISOString() } },
      {
        or: [{ openAttempts: { greater_than: 0 } }, { state: { in: ['answered', 'settled'] } }],
      },
    ],
  });

const ids = batchRow.pick({ id: true, key: true });

/** See `SendingStore`. */
export async function claimBatch(
  payload: Payload,
  { mailing, state, epoch, openedBefore }: Parameters<SendingStore['claimBatch']>[0],
): ReturnType<SendingStore['claimBatch']> {
  const now = new Date().toISOString();
  const isDue: Where[] = [
    { mailing: { equals: mailing } },
    { state: { equals: state } },
    { nextAttemptAt: { less_than_equal: now } },
    ...(openedBefore === undefined
      ? []
      : [
          { openAttempts: { greater_than: 0 } },
          { firstAttemptAt: { less_than: openedBefore.toISOString() } },
        ]),
  ];
  for (;;) {
    const free = await findColumns(payload, 'batches', ids, {
      and: [...isDue, { leaseUntil: { less_than: now } }],
      sort: 'firstPosition',
      limit: 5,
    });
    if (free.length === 0) return undefined;
    for (const { id } of free) {
      const wanted = { collection: 'batches', id, milliseconds: batchLease, and: isDue } as const;
      try {
        const claimed = await claim(payload, { ...wanted, epoch });
        if (claimed) return claimed;
      } catch (error) {
        if (error instanceof LeaseLost) return undefined;
        throw error;
      }
    }
  }
}

/** How many of a mailing are still to be sent, or told of. */
export const countUnsettled = (payload: Payload, mailing: string) =>
  countRows(payload, 'batches', [
    { mailing: { equals: mailing } },
    { state: { in: ['open', 'answered'] } },
  ]);

/** With an attempt whose outcome is not known. */
export const openBatches = (payload: Payload, mailing: string) =>
  findRows(payload, 'batches', {
    and: [{ mailing: { equals: mailing } }, { openAttempts: { greater_than: 0 } }],
  });

const settled = {
  state: 'settled',
  openAttempts: 0,
  request: null,
  answer: null,
} satisfies Partial<BatchRow>;

/** Nothing of a mailing that was stopped is sent any more. */
export const settleOpen = (payload: Payload, mailing: string) =>
  updateRows(
    payload,
    'batches',
    [{ mailing: { equals: mailing } }, { state: { equals: 'open' } }],
    settled,
  );

/** A finished mailing has carried every answer over, also where whoever did was stopped before she could say so. */
export const settleAnswered = (payload: Payload, mailing: string) =>
  updateRows(
    payload,
    'batches',
    [{ mailing: { equals: mailing } }, { state: { equals: 'answered' } }],
    settled,
  );

/** Requests that are kept, and that nobody works on. */
const kept = (): Where[] => [
  { state: { equals: 'open' } },
  { request: { exists: true } },
  { leaseUntil: { less_than: new Date().toISOString() } },
];
const owners = batchRow.pick({ id: true, mailing: true });

/** The mailings that have a stored request, as ids. */
export async function mailingsWithRequests(payload: Payload): Promise<string[]> {
  const found = await findColumns(payload, 'batches', owners, { and: kept() });
  return [...new Set(found.map(({ mailing }) => mailing))];
}

/** Settles the batches of finished mailings that still have a request. */
export async function settleRequestsOf(payload: Payload, mailings: string[]): Promise<void> {
  if (mailings.length === 0) return;
  await updateRows(payload, 'batches', [...kept(), { mailing: { in: mailings } }], settled);
}

/** Drops the requests that nobody can have accepted: they are made anew. */
export const dropUnsentRequests = (payload: Payload) =>
  updateRows(payload, 'batches', [...kept(), { openAttempts: { equals: 0 } }], { request: null });
