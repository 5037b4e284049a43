import type { PayloadHandler } from 'payload';
import { answer, pathParameter, unauthorized } from '../answers.ts';
import { findExpected } from './expected-release.ts';
import { readEnvironment } from '../../environment.ts';
import { findMissedPlan } from '../../articles/plans/find-missed-plan.ts';
import { findNextPlan } from '../../articles/plans/find-next-plan.ts';
import { findReceipts } from './store-receipt.ts';
import { toReceiptView } from './to-receipt-view.ts';

/** `GET /publish/receipt/<articleId>` for the panel: a `ReceiptView`. */
export const giveReceipt: PayloadHandler = async (req) => {
  if (req.user === null) return unauthorized();
  const id = pathParameter(req, 'articleId');
  const [expected] = await findExpected(req.payload, [id]);
  const receipt = (await findReceipts(req.payload, [id])).get(id);
  const { siteUrl } = readEnvironment();
  const now = new Date();
  const publishedAt = expected?.savedAt ?? null;
  const missedPlan = await findMissedPlan(req.payload, { articleId: id, publishedAt, now });
  const plan = await findNextPlan(req.payload, id);
  return answer(
    toReceiptView({ expected: expected ?? null, receipt, plan, missedPlan, siteUrl, now }),
  );
};
