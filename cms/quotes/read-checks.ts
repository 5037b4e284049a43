import type { Payload } from 'payload';
import { z } from 'zod';
import { isFromBackup } from '../shared/epoch.ts';
import { keptQuoteSchema } from './quote-view.ts';

const time = z.coerce.date().transform((date) => date.toISOString());

const checkSchema = z.object({
  id: z.coerce.string(),
  article: z.string(),
  name: z.string(),
  email: z.string().nullish(),
  askedBy: z.string().nullish(),
  at: time,
  expiresAt: time,
  endedAt: time.nullish(),
  mailedAt: time.nullish(),
  quotes: z.array(keptQuoteSchema),
});
export type QuoteCheck = z.infer<typeof checkSchema>;

const acts = ['opened', 'approved', 'commented'] as const;
const eventSchema = z.object({
  at: time,
  act: z.enum(acts),
  quote: z.number().nullish(),
  comment: z.string().nullish(),
});
export type QuoteEvent = z.infer<typeof eventSchema>;

/** How long a link works, in days, and how long what became of it is kept, in months. */
export const daysOpen = 14;
const monthsKept = 12;

export async function findCheck(payload: Payload, id: string): Promise<QuoteCheck | undefined> {
  const row = await payload.db.findOne({
    collection: 'quote-checks',
    where: { id: { equals: id } },
  });
  return row === null ? undefined : checkSchema.parse(row);
}

/** Of an article, the newest first. */
export async function findChecks(payload: Payload, article: string): Promise<QuoteCheck[]> {
  const { docs } = await payload.db.find({
    collection: 'quote-checks',
    where: { article: { equals: article } },
    sort: '-at',
    pagination: false,
  });
  return z.array(checkSchema).parse(docs);
}

/** What became of a check, the oldest first. */
export async function findEvents(payload: Payload, check: string): Promise<QuoteEvent[]> {
  const { docs } = await payload.db.find({
    collection: 'quote-answers',
    where: { check: { equals: check } },
    sort: ['at', 'quote'],
    pagination: false,
  });
  return z.array(eventSchema).parse(docs);
}

export async function addEvents(
  payload: Payload,
  check: string,
  events: readonly Omit<QuoteEvent, 'at'>[],
): Promise<void> {
  const at = new Date().toISOString();
  for (const event of events)
    await payload.db.create({ collection: 'quote-answers', data: { check, at, ...event } });
}

/** Her last word on each quote; null where she has none yet. */
export const answersOf = (
  check: QuoteCheck,
  events: readonly QuoteEvent[],
): ({ act: 'approved' | 'commented'; comment: string } | null)[] =>
  check.quotes.map((_, n) => {
    const last = events.findLast(({ act, quote }) => act !== 'opened' && quote === n);
    if (last === undefined || last.act === 'opened') return null;
    return { act: last.act, comment: last.comment ?? '' };
  });

/** Whether the link may still be followed: neither ended, nor expired, nor from before a restore. */
export async function isOpen(payload: Payload, check: QuoteCheck, now = new Date()) {
  if (check.endedAt || check.expiresAt <= now.toISOString()) return false;
  return !(await isFromBackup(payload, check.at));
}

/** Drops checks that are older than `monthsKept`, with what became of them. */
export async function forgetOldChecks(payload: Payload, now = new Date()): Promise<void> {
  const cut = new Date(now);
  cut.setUTCMonth(cut.getUTCMonth() - monthsKept);
  const old = { at: { less_than: cut.toISOString() } };
  // Her own words first: interrupted, the rest is dropped the next time.
  await payload.db.deleteMany({ collection: 'quote-answers', where: old });
  await payload.db.deleteMany({ collection: 'quote-checks', where: old });
}
