import type { Payload } from 'payload';

/** How long who did what is kept, in years; the list of the log says the same. */
export const yearsOfLog = 2;

/** Drops the lines of the log that are older than `yearsOfLog`. */
export async function forgetOldLines(payload: Payload, now = new Date()): Promise<void> {
  const cut = new Date(now);
  cut.setUTCFullYear(cut.getUTCFullYear() - yearsOfLog);
  await payload.db.deleteMany({
    collection: 'log',
    where: { at: { less_than: cut.toISOString() } },
  });
}
