import type { PayloadHandler } from 'payload';
import { json, pathParameter, unauthorized } from '../../shared/http.ts';
import { findExpectedReleases } from './expected-release.ts';
import { readEnvironment } from '../../environment.ts';
import { hasWaitingChange } from '../../articles/plans/approved.ts';
import { changedUses } from '../../articles/plans/changed-uses.ts';
import { findPlans, type Plan } from '../../articles/plans/plans.ts';
import { formatClock } from '../../shared/format-times.ts';
import { text } from '../text.ts';
import { findReceipts } from './store-receipt.ts';
import { toReceiptView } from './to-receipt-view.ts';

/** `GET /publish/receipt/<articleId>` for the panel: a `ReceiptView`. */
export const getReceipt: PayloadHandler = async (req) => {
  if (req.user === null) return unauthorized();
  const id = pathParameter(req, 'articleId');
  const [expected] = await findExpectedReleases(req.payload, [id]);
  const receipt = (await findReceipts(req.payload, [id])).get(id);
  const { siteUrl } = readEnvironment();
  const now = new Date();
  const plans = await findPlans(req.payload, id);
  const next = plans.find(({ failure }) => failure === null);
  return json(
    toReceiptView({
      expected: expected ?? null,
      receipt,
      plan: next
        ? {
            type: next.type,
            at: next.at,
            hasWaitingChange: await hasWaitingChange(req.payload, next),
            changedUses: await changedUses(req.payload, next),
          }
        : null,
      missedPlan: describeMissedPlan(plans, expected?.savedAt, now),
      siteUrl,
      now,
    }),
  );
};

/** A sentence about the plan that failed last, unless the article was published since; else empty. */
function describeMissedPlan(
  plans: readonly Plan[],
  publishedAt: string | undefined,
  now: Date,
): string {
  const failed = plans.filter(({ failure }) => failure !== null);
  const last = failed.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt)).at(-1);
  if (last === undefined || (publishedAt !== undefined && publishedAt > last.at)) return '';
  const sentence = text.problems.planFailed(formatClock(last.at, now), last.failure ?? '');
  return last.retry === null
    ? sentence
    : `${sentence} ${text.problems.planRetried(formatClock(last.retry.at, now))}`;
}
