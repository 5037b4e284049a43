import type { Payload } from 'payload';
import { dropUnsentRequests, mailingsWithRequests, settleRequestsOf } from '../store/batches.ts';
import { finishedAmong } from '../store/mailings.ts';

/**
 * Requests name people. One is kept only while its answer is unknown and somebody still waits for it: a mailing whose
 * every recipient is accounted for (webhooks may tell sooner than the answer would) needs none, and one that never
 * left is made anew.
 */
export async function forgetRequests(payload: Payload): Promise<void> {
  const mailings = await mailingsWithRequests(payload);
  if (mailings.length === 0) return;
  await settleRequestsOf(payload, await finishedAmong(payload, mailings));
  await dropUnsentRequests(payload);
}
