import type { BatchRow } from '../store/rows.ts';
import type { SendingStore } from './sending-store.ts';
import { timeZone } from '../../../content/model/time-zone.ts';

/**
 * How many mails of mailings, and how many confirmations, have left today, those of one batch left out. A batch counts from the moment
 * its attempt is written down as open; `open` of them perhaps did not leave.
 */
export async function countToday(
  store: SendingStore,
  { but, now }: { but: string; now: Date },
): Promise<{ all: number; open: number; confirmations: number }> {
  const batches = await store.batchesSince(startOfDay(now));
  const confirmations = await store.confirmationsSince(startOfDay(now));
  const others = batches.filter(({ id }) => id !== but);
  const sum = (rows: readonly Pick<BatchRow, 'positions'>[]) =>
    rows.reduce((all, { positions }) => all + positions.length, 0);
  return {
    ...{ all: sum(others), confirmations },
    open: sum(others.filter(({ openAttempts }) => openAttempts > 0)),
  };
}

/** What confirmation mails may take of a day's cap, in mails. */
export const confirmationShare = (cap: number) => Math.max(1, Math.floor(cap / 5));

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone,
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
