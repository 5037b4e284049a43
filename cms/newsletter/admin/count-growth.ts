import type { Payload, Where } from 'payload';
import { countSubscribers } from '../store/subscribers.ts';

export interface GrowthPoint {
  at: Date;
  active: number;
}

const week = 7 * 24 * 3600 * 1000;

/** How many subscribers were active at the end of each of the last `weeks` weeks, oldest first, and now. */
export function countGrowth(payload: Payload, weeks: number, now = new Date()) {
  const points = Array.from(
    { length: weeks + 1 },
    (_, index) => new Date(now.getTime() - (weeks - index) * week),
  );
  return Promise.all(
    points.map(async (at): Promise<GrowthPoint> => {
      const [joined, left] = await Promise.all([
        countSubscribers(payload, [before('confirmedAt', at)]),
        countSubscribers(payload, [before('confirmedAt', at), { or: hadLeft(at) }]),
      ]);
      return { at, active: joined - left };
    }),
  );
}

const before = (field: string, at: Date): Where => ({
  [field]: { less_than_equal: at.toISOString() },
});

/** A suppressed subscriber has no time of leaving: the row's last change stands for it. Who had left elsewhere never came. */
const hadLeft = (at: Date): Where[] => [
  { and: [{ state: { equals: 'suppressed' } }, before('updatedAt', at)] },
  { and: [{ state: { in: ['unsubscribed', 'pending'] } }, before('unsubscribedAt', at)] },
  { and: [{ state: { equals: 'unsubscribed' } }, { unsubscribedAt: { exists: false } }] },
];
