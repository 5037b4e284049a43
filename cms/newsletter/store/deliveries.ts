import type { Payload, Where } from 'payload';
import type { Range } from '../sending/sending-store.ts';
import {
  countRows,
  findColumns,
  findRow,
  findRows,
  matching,
  updateRow,
  type Match,
} from './query.ts';
import { deliveryRow, type DeliveryRow } from './rows.ts';

type DeliveryMatch = Match<'deliveries'>;

/** The highest position given so far; -1 when there is none. */
export async function lastPosition(payload: Payload, mailing: string): Promise<number> {
  const [last] = await findColumns(payload, 'deliveries', positions, {
    and: matching<'deliveries'>({ mailing }),
    sort: '-position',
    limit: 1,
  });
  return last?.position ?? -1;
}

const positions = deliveryRow.pick({ id: true, position: true });

export const findDelivery = (payload: Payload, match: DeliveryMatch) =>
  findRow(payload, 'deliveries', match);

/** Writes to the one that is as expected; undefined when it is not any more. */
export const updateDelivery = (
  payload: Payload,
  match: DeliveryMatch,
  data: Partial<DeliveryRow>,
) => updateRow(payload, 'deliveries', matching(match), data);

export const countDeliveries = (payload: Payload, match: DeliveryMatch) =>
  countRows(payload, 'deliveries', matching(match));

export const deliveriesTo = (payload: Payload, subscriber: string) =>
  findRows(payload, 'deliveries', {
    and: matching<'deliveries'>({ subscriber }),
    sort: 'createdAt',
  });

const keys = deliveryRow.pick({ id: true, key: true });

/** Which of these keys exist. */
export async function knownKeys(payload: Payload, wanted: readonly string[]): Promise<Set<string>> {
  if (wanted.length === 0) return new Set();
  const and = matching<'deliveries'>({ key: wanted });
  return new Set((await findColumns(payload, 'deliveries', keys, { and })).map(({ key }) => key));
}

/** At most `limit` ids of those that are as expected, the first positions first. */
export async function deliveryIds(
  payload: Payload,
  match: DeliveryMatch,
  { and = [], limit }: { and?: Where[]; limit: number },
): Promise<string[]> {
  const found = await findColumns(payload, 'deliveries', positions, {
    and: [...matching(match), ...and],
    sort: 'position',
    limit,
  });
  return found.map(({ id }) => id);
}

export const before = (position: number): Where[] => [{ position: { less_than: position } }];

const within = ({ mailing, firstPosition, lastPosition }: Range): Where[] => [
  { mailing: { equals: mailing } },
  { position: { greater_than_equal: firstPosition } },
  { position: { less_than_equal: lastPosition } },
];

export const waitingDeliveries = (payload: Payload, range: Range) =>
  findRows(payload, 'deliveries', {
    and: [...within(range), { state: { equals: 'waiting' } }],
    sort: 'position',
  });

/** Ids by position. */
export async function idsByPosition(payload: Payload, range: Range): Promise<Map<number, string>> {
  const found = await findColumns(payload, 'deliveries', positions, { and: within(range) });
  return new Map(found.map(({ id, position }) => [position, id]));
}

/** What waits under a digest's mark and was written until then, an ISO time. */
export interface Waiting {
  mark: string;
  until: string;
}

const waiting = ({ mark, until }: Waiting): Where[] => [
  { digest: { equals: mark } },
  { createdAt: { less_than_equal: until } },
];

export const countWaiting = (payload: Payload, alert: string, wanted: Waiting) =>
  countRows(payload, 'deliveries', [{ mailing: { equals: alert } }, ...waiting(wanted)]);

const parties = deliveryRow.pick({ id: true, subscriber: true, mailing: true });

/** For which of these alerts each of these subscribers waits. */
export async function waitingAlerts(
  payload: Payload,
  { subscribers, alerts, ...wanted }: Waiting & { subscribers: string[]; alerts: string[] },
): Promise<Map<string, string[]>> {
  if (subscribers.length === 0) return new Map();
  const found = await findColumns(payload, 'deliveries', parties, {
    and: [{ subscriber: { in: subscribers } }, { mailing: { in: alerts } }, ...waiting(wanted)],
  });
  const alertsOf = new Map<string, string[]>();
  for (const { subscriber, mailing } of found) {
    if (subscriber !== null)
      alertsOf.set(subscriber, [...(alertsOf.get(subscriber) ?? []), mailing]);
  }
  return alertsOf;
}

/** Which of these subscribers a mailing was accepted for. */
export async function acceptedAmong(
  payload: Payload,
  mailing: string,
  subscribers: string[],
): Promise<string[]> {
  if (subscribers.length === 0) return [];
  const found = await findColumns(payload, 'deliveries', parties, {
    and: matching<'deliveries'>({ mailing, state: 'accepted', subscriber: subscribers }),
  });
  return found.flatMap(({ subscriber }) => subscriber ?? []);
}

/** The first `limit` that did not arrive, and how many there are. */
export async function missedDeliveries(payload: Payload, mailing: string, limit: number) {
  const and: Where[] = [
    { mailing: { equals: mailing } },
    {
      or: [
        { state: { in: ['failed', 'uncertain', 'excluded'] } },
        { afterwards: { in: ['failed', 'suppressed', 'bounced', 'complained'] } },
      ],
    },
  ];
  const [first, inAll] = await Promise.all([
    findRows(payload, 'deliveries', { and, sort: '-state', limit }),
    countRows(payload, 'deliveries', and),
  ]);
  return { first, inAll };
}
