import { randomUUID } from 'node:crypto';
import { z } from 'zod';

/**
 * Which life of the database this is; a restore begins a new one. It is a row of the database itself, so that every
 * process on it sees the same: what was claimed in another epoch is nobody's any more.
 */
export const epochSchema = z.object({
  id: z.string(),
  /** When a copy took the database's place, ISO 8601 UTC; what it knew of may have been mailed since it was made. */
  restoredAt: z.string().nullable(),
  /**
   * After a restore, until it is done: who left since this time (ISO 8601 UTC), when the copy was made, has to leave
   * again. Nobody claims anything before.
   */
  departuresSince: z.string().nullable().default(null),
  /** While a restore swaps the collections; nobody claims anything. */
  isRestoring: z.boolean(),
});
export type Epoch = z.infer<typeof epochSchema>;

/** The key of the row in Payload's key-value collection. */
export const epochKey = 'epoch';

/** What that collection is called in the database itself: Payload makes a plural on MongoDB. */
export const epochPlace = { sqlite: 'payload_kv', mongodb: 'payload-kvs' } as const;

export const makeEpoch = (some: Partial<Omit<Epoch, 'id'>> = {}): Epoch => ({
  id: randomUUID(),
  restoredAt: null,
  departuresSince: null,
  isRestoring: false,
  ...some,
});
