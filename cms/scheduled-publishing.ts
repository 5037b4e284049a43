import type { Payload } from 'payload';
import { isEmbedded, readEnvironment } from './environment.ts';

const staleAfter = 2 * 60_000;
let isFirstRun = true;

/** Publishes what is due. Payload keeps the schedule as jobs; this is the runner. */
export async function runScheduledPublishing(payload: Payload): Promise<void> {
  if (isFirstRun) {
    isFirstRun = false;
    // With SQLite this is the only process: whatever is marked as running was killed.
    if (isEmbedded(readEnvironment())) await release(payload, new Date());
  }
  await payload.jobs.run({ queue: 'default', limit: 50, sequential: true });
}

/** A job whose process was killed stays marked as running for ever: it is released after two minutes. */
export async function healScheduledPublishing(payload: Payload): Promise<void> {
  await release(payload, new Date(Date.now() - staleAfter));
}

async function release(payload: Payload, before: Date): Promise<void> {
  await payload.update({
    collection: 'payload-jobs',
    where: {
      and: [
        { processing: { equals: true } },
        { completedAt: { exists: false } },
        { updatedAt: { less_than: before.toISOString() } },
      ],
    },
    data: { processing: false },
  });
}
