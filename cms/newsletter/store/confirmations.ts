import type { Payload, Where } from 'payload';
import { countRows, findColumns, findRows, updateRows } from './query.ts';
import { subscriberRow } from './rows.ts';

const begunSince = (time: Date): Where => ({
  confirmationSentAt: { greater_than_equal: time.toISOString() },
});

const hasBegun: Where = { confirmationSentAt: { exists: true } };
/** Asked for, and nothing has left yet. */
const notBegun: Where = { confirmationSentAt: { exists: false } };
/** A column with a time; written so that an index finds the few rows that have one. */
const isPlanned: Where = { confirmationNextAt: { greater_than: '1970-01-01T00:00:00.000Z' } };

/**
 * The next twenty who wait for a confirmation mail, who has waited longest first. A mail that may have left already
 * is repeated whatever the limits say; `isFull` and `fullNetworks` leave out those that would be new.
 */
export const dueConfirmations = (
  payload: Payload,
  { isFull, fullNetworks }: { isFull: boolean; fullNetworks: readonly string[] },
) =>
  findRows(payload, 'subscribers', {
    and: [
      { confirmation: { equals: 'requested' } },
      { state: { in: ['pending', 'unsubscribed'] } },
      { confirmationNextAt: { less_than_equal: new Date().toISOString() } },
      ...(isFull ? [hasBegun] : []),
      ...(fullNetworks.length === 0 ? [] : [notOf(fullNetworks)]),
    ],
    sort: 'confirmationNextAt',
    limit: 20,
  });

const notOf = (networks: readonly string[]): Where => ({
  or: [
    hasBegun,
    { confirmNetwork: { exists: false } },
    { confirmNetwork: { not_in: [...networks] } },
  ],
});

/** How many confirmation mails left, or may have left, since a time. */
export const countConfirmationsSince = (payload: Payload, time: Date) =>
  countRows(payload, 'subscribers', [begunSince(time)]);

/**
 * How many wait for their first attempt; a mail that leaves meanwhile may be counted still. Two counts, since «has
 * none» would lead an index to everybody who never asked.
 */
export async function countWaitingConfirmations(payload: Payload): Promise<number> {
  const begun = await countRows(payload, 'subscribers', [isPlanned, hasBegun]);
  return Math.max(0, (await countRows(payload, 'subscribers', [isPlanned])) - begun);
}

/** How many of these networks wait. */
export const countWaitingOf = async (payload: Payload, networks: readonly string[]) =>
  networks.length === 0
    ? 0
    : countRows(payload, 'subscribers', [
        { confirmNetwork: { in: [...networks] } },
        { and: [isPlanned, notBegun] },
      ]);

/** How many of a network were sent since a time, or wait. */
export const countConfirmationsOf = (payload: Payload, network: string, since: Date) =>
  countRows(payload, 'subscribers', [
    { confirmNetwork: { equals: network } },
    { or: [begunSince(since), { and: [isPlanned, notBegun] }] },
  ]);

const networkOnly = subscriberRow.pick({ confirmNetwork: true });

/** Mails per known network since a time. */
export async function confirmationsPerNetwork(
  payload: Payload,
  since: Date,
): Promise<Map<string, number>> {
  const rows = await findColumns(payload, 'subscribers', networkOnly, {
    and: [begunSince(since)],
    sort: 'confirmationSentAt',
  });
  const counts = new Map<string, number>();
  for (const { confirmNetwork } of rows) {
    if (confirmNetwork !== null) counts.set(confirmNetwork, (counts.get(confirmNetwork) ?? 0) + 1);
  }
  return counts;
}

/** Drops the networks of those whose mail left before a time, or is not wanted any more. */
export const dropNetworksBefore = (payload: Payload, time: Date) =>
  updateRows(
    payload,
    'subscribers',
    [
      // Between two bounds: the planner then starts from this index, and not from every mail ever sent.
      { confirmNetwork: { greater_than: '', less_than: '~' } },
      {
        or: [
          { confirmationSentAt: { less_than: time.toISOString() } },
          { and: [notBegun, { confirmation: { not_equals: 'requested' } }] },
        ],
      },
    ],
    { confirmNetwork: null },
  );
