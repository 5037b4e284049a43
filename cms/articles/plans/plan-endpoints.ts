import type { PayloadHandler, PayloadRequest } from 'payload';
import { z } from 'zod';
import { isEditor } from '../../access.ts';
import { json, notFound, pathParameter, readJson, unauthorized } from '../../shared/http.ts';
import { runExclusiveOnArticle } from '../saves/saves.ts';
import { heldUntil } from './held-until.ts';
import { logReleasedPlan } from './log-plans.ts';
import { findPlans, type Plan } from './plans.ts';
import { planText as words } from './text.ts';

const time = z.iso.datetime({ offset: true });
const asked = z.object({
  type: z.enum(['publish', 'unpublish']),
  /** Null: it is held until somebody releases it. */
  at: time.nullable(),
  seen: time,
});

/** A minute is what it takes to fill in the dialogue; five years ahead is a slip of the pen. */
const patience = 60_000;
const longest = 5 * 366 * 24 * 3_600_000;

/**
 * `POST /api/desk/plans/<articleId>` with `{"type", "at", "seen"}`: an editor plans the article as she saw it
 * (`seen` is its `updatedAt`); 409 when somebody has saved it since. Answers with all plans of the article.
 */
export const makePlan: PayloadHandler = async (req) => {
  if (!(await isEditor({ req }))) return unauthorized();
  const { data } = asked.safeParse(await readJson(req));
  if (data === undefined) return refuse(words.unreadable, 400);
  const { type, at, seen } = data;
  if (at === null && type === 'unpublish') return refuse(words.unreadable, 400);
  const due = new Date(at ?? heldUntil);
  if (due.getTime() < Date.now() - patience) return refuse(words.past, 400);
  if (at !== null && due.getTime() > Date.now() + longest) return refuse(words.tooFar, 400);
  const article = pathParameter(req, 'articleId');
  await req.payload.jobs.queue({
    task: 'schedulePublish',
    input: {
      ...{ type, seen, doc: { relationTo: 'articles', value: article } },
      user: { relationTo: 'users', value: req.user?.id ?? '' },
    },
    waitUntil: due,
    req,
  });
  return plansOf(req, article);
};

/** `GET /api/desk/plans/<articleId>`: what is planned for it. */
export const getPlans: PayloadHandler = async (req) =>
  req.user ? plansOf(req, pathParameter(req, 'articleId')) : unauthorized();

/** `POST /api/desk/plans/<articleId>/<planId>/drop`: it is not carried out. */
export const dropPlan: PayloadHandler = async (req) =>
  withPlan(req, async ({ id, article }) => {
    await req.payload.delete({ collection: 'payload-jobs', id, req, overrideAccess: true });
    return plansOf(req, article);
  });

/** `POST /api/desk/plans/<articleId>/<planId>/release`: what was held goes out now. */
export const releasePlan: PayloadHandler = async (req) =>
  withPlan(req, async ({ id, article }) => {
    // One after the other: pressed twice, it was released once.
    await runExclusiveOnArticle(req.payload, article, async () => {
      const now = new Date().toISOString();
      const plan = (await findPlans(req.payload, article)).find((each) => each.id === id);
      if (plan === undefined || plan.at <= now) return;
      await req.payload.db.updateOne({
        collection: 'payload-jobs',
        where: { and: [{ id: { equals: id } }, { processing: { not_equals: true } }] },
        data: { waitUntil: now },
        returning: false,
      });
      await logReleasedPlan(req, article);
    });
    return plansOf(req, article);
  });

async function withPlan(
  req: PayloadRequest,
  work: (plan: Plan) => Promise<Response>,
): Promise<Response> {
  if (!(await isEditor({ req }))) return unauthorized();
  const plans = await findPlans(req.payload, pathParameter(req, 'articleId'));
  const plan = plans.find(({ id }) => id === pathParameter(req, 'planId'));
  return plan === undefined ? notFound() : work(plan);
}

async function plansOf(req: PayloadRequest, article: string): Promise<Response> {
  const plans = await findPlans(req.payload, article);
  return json({
    plans: plans.map(({ id, type, at, failure }) => ({
      ...{ id, type, at, isHeld: at === heldUntil, hasFailed: failure !== null },
    })),
  });
}

const refuse = (message: string, status: number) => json({ errors: [{ message }] }, status);
