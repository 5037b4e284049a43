import type { PayloadHandler } from 'payload';
import { isEditor } from '../../access.ts';
import { json, pathParameter, unauthorized } from '../../shared/http.ts';
import { runExclusiveOnArticle } from '../saves/saves.ts';
import { bindPlan, newestContent } from './approved.ts';
import { logApprovedPlan } from './log-plans.ts';
import { findWaitingPlans } from './plans.ts';

/**
 * `POST /api/desk/plans/<articleId>/approve`: an editor has looked again, and approves the article as it is now, with
 * what it shows. Its plans keep their times.
 */
export const approvePlans: PayloadHandler = async (req) => {
  if (!(await isEditor({ req }))) return unauthorized();
  const { payload } = req;
  const article = pathParameter(req, 'articleId');
  return runExclusiveOnArticle(article, async () => {
    const plans = await findWaitingPlans(payload, article);
    const approved = plans.length === 0 ? undefined : await newestContent(payload, article);
    if (approved === undefined) return json({ ok: true });
    for (const plan of plans) await bindPlan(payload, plan, approved);
    await logApprovedPlan(req, article);
    return json({ ok: true });
  });
};
