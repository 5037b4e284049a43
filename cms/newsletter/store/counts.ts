import { sql } from '@payloadcms/db-sqlite';
import type { Payload } from 'payload';
import { z } from 'zod';
import { frequencyIds, type FrequencyId } from '../../../content/model/frequencies.ts';
import { asSqlite, mongoOf } from '../../shared/engine.ts';
import { countRows } from './query.ts';
import { subscriberRow, type SubscriberRow } from './rows.ts';
import { afterwards, deliveryStates, type Afterwards, type DeliveryState } from './states.ts';

/** What the database counts by itself: few numbers, however many rows, and from an index alone. */

/** What active subscribers chose, and how many chose the same. */
export interface Choice {
  frequency: FrequencyId;
  /** Slugs. */
  series: string[];
  count: number;
}

const choice = z.object({
  frequency: z.enum(frequencyIds),
  series: z
    .union([
      z.array(z.string()),
      z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
    ])
    .nullish()
    .transform((slugs) => slugs ?? []),
  count: z.number(),
});

export async function countChoices(payload: Payload): Promise<Choice[]> {
  const sqlite = asSqlite(payload);
  const rows: unknown[] = sqlite
    ? await sqlite.drizzle.all(sql`SELECT frequency, series, count(*) AS count FROM subscribers
        WHERE state = 'active' GROUP BY frequency, series`)
    : await mongoOf(payload, 'subscribers').aggregate([
        { $match: { state: 'active' } },
        { $group: { _id: { frequency: '$frequency', series: '$series' }, count: { $sum: 1 } } },
        { $project: { frequency: '$_id.frequency', series: '$_id.series', count: 1 } },
      ]);
  return rows.map((row) => choice.parse(row));
}

const outcome = z.object({
  state: z.enum(deliveryStates),
  afterwards: z.enum(afterwards),
  count: z.number(),
});

/** How many deliveries of a mailing are in each state, and what was heard of them afterwards. */
export interface OutcomeCounts {
  states: Record<DeliveryState, number>;
  afterwards: Record<Afterwards, number>;
}

export async function countOutcomes(payload: Payload, mailing: string): Promise<OutcomeCounts> {
  const rows = await groupOutcomes(payload, mailing);
  const outcomes = rows.map((row) => outcome.parse(row));
  const counts: OutcomeCounts = {
    states: { waiting: 0, excluded: 0, accepted: 0, failed: 0, uncertain: 0 },
    afterwards: {
      ...{ none: 0, delayed: 0, delivered: 0, failed: 0 },
      ...{ suppressed: 0, bounced: 0, complained: 0 },
    },
  };
  for (const row of outcomes) {
    counts.states[row.state] += row.count;
    counts.afterwards[row.afterwards] += row.count;
  }
  return counts;
}

const total = z.object({ count: z.number() });
async function groupOutcomes(payload: Payload, mailing: string): Promise<unknown[]> {
  const sqlite = asSqlite(payload);
  if (sqlite)
    return sqlite.drizzle.all(sql`SELECT state, afterwards, count(*) AS count FROM deliveries
      WHERE mailing_id = ${mailing} GROUP BY state, afterwards`);
  const model = mongoOf(payload, 'deliveries');
  return model.aggregate([
    { $match: model.find().cast(model, { mailing }) },
    { $group: { _id: { state: '$state', afterwards: '$afterwards' }, count: { $sum: 1 } } },
    { $project: { state: '$_id.state', afterwards: '$_id.afterwards', count: 1 } },
  ]);
}

type ReaderState = SubscriberRow['state'];

/** To how many a mailing was accepted who are `state` today. */
export async function countReached(
  payload: Payload,
  mailing: string,
  state: ReaderState,
): Promise<number> {
  const sqlite = asSqlite(payload);
  if (!sqlite)
    return countRows(payload, 'deliveries', [
      { mailing: { equals: mailing } },
      { state: { equals: 'accepted' } },
      { 'subscriber.state': { equals: state } },
    ]);
  // Begins with the readers, by their state, and finds the delivery of each by its key: few, unless they are active.
  const reached = async (readers: ReaderState) =>
    total.parse(
      await sqlite.drizzle.get(sql`SELECT count(*) AS count FROM subscribers CROSS JOIN deliveries
        ON deliveries.key = ${`${mailing}:`} || subscribers.id
        WHERE subscribers.state = ${readers} AND deliveries.state = 'accepted'`),
    ).count;
  if (state !== 'active') return reached(state);
  const { states } = await countOutcomes(payload, mailing);
  // A plus before a column keeps its index out: those whose reader is gone are few.
  const gone = total.parse(
    await sqlite.drizzle.get(sql`SELECT count(*) AS count FROM deliveries
      WHERE subscriber_id IS NULL AND +mailing_id = ${mailing} AND +state = 'accepted'`),
  ).count;
  let active = states.accepted - gone;
  for (const other of readerStates) if (other !== 'active') active -= await reached(other);
  return active;
}

const readerStates = subscriberRow.shape.state.options;
