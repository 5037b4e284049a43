import type { Payload, Where } from 'payload';
import { countRows, findRow, findRows, matching, updateRow, type Match } from './query.ts';
import type { SubscriberRow } from './rows.ts';

type SubscriberMatch = Match<'subscribers'>;

/** Everybody who was active when an audience was taken and still is. */
export const activeAt = (audienceAt: string | null): Where[] => [
  { state: { equals: 'active' } },
  { confirmedAt: { less_than_equal: audienceAt } },
];

/** Who is in the file that administrators take along. */
export const exported: Where[] = [
  { state: { not_equals: 'pending' } },
  { email: { exists: true } },
];

export const findSubscriber = (payload: Payload, match: SubscriberMatch) =>
  findRow(payload, 'subscribers', match);

export const findSubscribers = (payload: Payload, match: SubscriberMatch) =>
  findRows(payload, 'subscribers', { and: matching(match) });

/** The next `limit` of a group in the order of their ids; a whole group never is in memory. */
export const nextSubscribers = (
  payload: Payload,
  { group, after, limit }: { group: Where[]; after: string | undefined; limit: number },
): Promise<SubscriberRow[]> =>
  findRows(payload, 'subscribers', { and: [...group, ...behind(after)], sort: 'id', limit });

const behind = (id: string | undefined): Where[] =>
  id === undefined ? [] : [{ id: { greater_than: id } }];

export const countSubscribers = (payload: Payload, group: Where[]) =>
  countRows(payload, 'subscribers', group);

/** The new row's id. Throws when the address is known. */
export async function addSubscriber(
  payload: Payload,
  row: Omit<SubscriberRow, 'id' | 'createdAt'>,
): Promise<string> {
  const { id } = await payload.db.create({ collection: 'subscribers', data: { ...row } });
  return String(id);
}

/** Writes to the one who is as expected; undefined when she is not any more. */
export const updateSubscriber = (
  payload: Payload,
  match: SubscriberMatch,
  data: Partial<SubscriberRow>,
) => updateRow(payload, 'subscribers', matching(match), data);

export async function removeSubscriber(payload: Payload, match: SubscriberMatch): Promise<void> {
  await payload.db.deleteOne({ collection: 'subscribers', where: { and: matching(match) } });
}

/** A hundred whose confirmation link is dead: strangers to us, and people who had left and were asked again. */
export const expiredRequests = (payload: Payload) =>
  findRows(payload, 'subscribers', {
    and: [
      { confirmExpiresAt: { less_than: new Date().toISOString() } },
      {
        or: [
          { state: { equals: 'pending' } },
          { and: [{ state: { equals: 'unsubscribed' } }, { confirmNonce: { exists: true } }] },
        ],
      },
    ],
    sort: 'confirmExpiresAt',
    limit: 100,
  });
