import type { Payload } from 'payload';
import { z } from 'zod';
import type { BatchRow } from './rows.ts';

const settings = z.object({ mostPerDay: z.number().int().positive().nullish() });

/** How many mails of mailings may leave in a day (Norwegian time); null without a cap. */
export async function readCap(payload: Payload): Promise<number | null> {
  const found = await payload.findGlobal({ slug: 'newsletter-settings', depth: 0 });
  return settings.parse(found).mostPerDay ?? null;
}

/**
 * How many have left today, but for those of one batch. What may have left counts: a batch counts from the
 * moment its attempt is written down as open.
 */
export async function countToday(
  payload: Payload,
  { but, now }: { but: string; now: Date },
): Promise<number> {
  const { docs } = await payload.db.find<Pick<BatchRow, 'id' | 'positions'>>({
    collection: 'batches',
    where: {
      and: [
        { firstAttemptAt: { greater_than_equal: startOfDay(now).toISOString() } },
        {
          or: [{ openAttempts: { greater_than: 0 } }, { state: { in: ['answered', 'settled'] } }],
        },
      ],
    },
    select: { positions: true },
    limit: 0,
    pagination: false,
  });
  return docs
    .filter(({ id }) => id !== but)
    .reduce((sum, { positions }) => sum + positions.length, 0);
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
