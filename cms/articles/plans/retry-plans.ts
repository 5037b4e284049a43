import { APIError, type Payload } from 'payload';
import { findPlans, updatePlan, type Plan } from './plans.ts';

/** 1, 2, 4 … 60 minutes after the first, second, third … failure. */
const pauseAfter = (failures: number) => Math.min(60, 2 ** (failures - 1)) * 60_000;

/**
 * Carries out a plan. An error that may pass (a database that was away) is noted with the time of the next try,
 * and goes on like that until it works or a person decides; a refusal is for a person at once.
 */
export async function retryLater<T>(
  payload: Payload,
  plan: Plan,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isRefusal = error instanceof APIError && error.status < 500;
    const count = (plan.retry?.count ?? 0) + 1;
    const at = new Date(Date.now() + pauseAfter(count)).toISOString();
    // As it is by now: an editor may have approved something newer meanwhile.
    const now = (await findPlans(payload, plan.article)).find(({ id }) => id === plan.id) ?? plan;
    await updatePlan(payload, now, { retry: isRefusal ? null : { count, at } });
    throw error;
  }
}

/** Lets the failed plans whose next try is due wait again. */
export async function reviveFailedPlans(payload: Payload, now = new Date()): Promise<void> {
  for (const { id, failure, retry } of await findPlans(payload)) {
    if (failure === null || retry === null || retry.at > now.toISOString()) continue;
    await payload.db.updateOne({
      collection: 'payload-jobs',
      // Another process may have let it wait again, and be at it.
      where: { and: [{ id: { equals: id } }, { hasError: { equals: true } }] },
      data: { hasError: false, error: null, processing: false, totalTried: 0, log: [] },
      returning: false,
    });
  }
}
