import type { PayloadHandler } from 'payload';
import { z } from 'zod';
import { isEditor } from '../../access.ts';
import { json, pathParameter, readJson, unauthorized } from '../../shared/http.ts';
import { runExclusiveOnArticle } from '../saves/saves.ts';
import { bindPlan, isNewest, newestContent } from './approved.ts';
import { logApprovedPlan } from './log-plans.ts';
import { findWaitingPlans } from './plans.ts';
import { planText as words } from './text.ts';

const asked = z.object({ seen: z.iso.datetime({ offset: true }) });

/**
 * `POST /api/desk/plans/<articleId>/approve` with `{"seen": "<updatedAt>"}`: an editor has looked again, and approves
 * the article as she saw it, with what it shows. Its plans keep their times. What was saved since, by somebody else, she
 * has not seen: 409.
 */
export const approvePlans: PayloadHandler = async (req) => {
  if (!(await isEditor({ req }))) return unauthorized();
  const { payload } = req;
  const article = pathParameter(req, 'articleId');
  const { seen } = asked.safeParse(await readJson(req)).data ?? {};
  return runExclusiveOnArticle(payload, article, async () => {
    if (seen === undefined || !(await isNewest(payload, article, seen)))
      return json({ errors: [{ message: words.changedSince }] }, 409);
    const plans = await findWaitingPlans(payload, article);
    const approved = plans.length === 0 ? undefined : await newestContent(payload, article);
    if (approved === undefined) return json({ ok: true });
    for (const plan of plans) await bindPlan(payload, plan, approved);
    await logApprovedPlan(req, article);
    return json({ ok: true });
  });
};
