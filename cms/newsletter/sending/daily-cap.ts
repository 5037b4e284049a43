import type { Payload } from 'payload';
import { z } from 'zod';
import type { BatchRow } from '../store/rows.ts';

const settings = z.object({ mostPerDay: z.number().int().positive().nullish() });

/** How many mails of mailings may leave in a day (Norwegian time); null without a cap. */
export async function readCap(payload: Payload): Promise<number | null> {
  const found = await payload.findGlobal({ slug: 'newsletter-settings', depth: 0 });
  return settings.parse(found).mostPerDay ?? null;
}

/**
 * How many have left today, those of one batch left out. What may have left counts: a batch counts from the
 * moment its attempt is written down as open; `open` of them may yet turn out not to have left.
 */
export async function countToday(
  payload: Payload,
  { but, now }: { but: string; now: Date },
): Promise<{ all: number; open: number }> {
  const { docs } = await payload.db.find<Pick<BatchRow, 'id' | 'positions' | 'openAttempts'>>({
    collection: 'batches',
    where: {
      and: [
        { firstAttemptAt: { greater_than_equal: startOfDay(now).toISOString() } },
        { or: [{ openAttempts: { greater_than: 0 } }, { state: { in: ['answered', 'settled'] } }] },
      ],
    },
    select: { positions: true, openAttempts: true },
    limit: 0,
    pagination: false,
  });
  const others = docs.filter(({ id }) => id !== but);
  const sum = (rows: typeof docs) => rows.reduce((all, { positions }) => all + positions.length, 0);
  return { all: sum(others), open: sum(others.filter(({ openAttempts }) => openAttempts > 0)) };
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo',
  hourCycle: 'h23',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

/** When the day began in Norway; an hour off on the two days a year when the clocks change. */
export function startOfDay(now: Date): Date {
  const [hours = 0, minutes = 0, seconds = 0] = clock.format(now).split(':').map(Number);
  const whole = Math.floor(now.getTime() / 1000) - (hours * 3600 + minutes * 60 + seconds);
  return new Date(whole * 1000);
}
