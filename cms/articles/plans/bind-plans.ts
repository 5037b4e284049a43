import {
  APIError,
  type CollectionAfterChangeHook,
  type CollectionBeforeChangeHook,
  type Payload,
  type PayloadHandler,
} from 'payload';
import { isEditor, roleOf } from '../../access.ts';
import { isReleased } from '../../mapping/is-released.ts';
import { readGroup } from '../../mapping/read-document.ts';
import { recallOut } from '../../log/write-log.ts';
import { json, pathParameter, unauthorized } from '../../shared/http.ts';
import { bindPlan, isNewest, newestContent } from './approved.ts';
import { logDroppedPlan, logPlan, type Planner } from './log-plans.ts';
import { dropFailedPlans, findWaitingPlans, readPlan, type Plan } from './plans.ts';
import { planText } from './text.ts';
import { text } from '../../text.ts';
import { runExclusiveOnArticle } from '../saves/saves.ts';
import { savingText } from '../saves/text.ts';

/**
 * What an editor plans is what she approves: the newest state of that moment is kept with the plan. (Payload makes
 * plans past every hook, in the database.)
 */
export function bindPlansWhenMade(payload: Payload): void {
  const { db } = payload;
  const create = db.create.bind(db);
  db.create = async (args) => {
    const plan = args.collection === 'payload-jobs' ? readPlan(args.data) : undefined;
    if (plan === undefined) return create(args);
    // It would be refused when its time comes: better said now.
    const planner = await plannerOf(payload, plan);
    if (planner !== null && !mayPublish(planner))
      throw new APIError(text.problems.writerCannotPublish, 403, null, true);
    return runExclusiveOnArticle(payload, plan.article, async () => {
      await assertSeen(payload, plan);
      const isPublishing = plan.type === 'publish';
      const approved = isPublishing ? await newestContent(payload, plan.article) : undefined;
      const input = { ...plan.input, isByEditor: true, ...(approved && { approved }) };
      const made = await create({ ...args, data: { ...args.data, input } });
      await dropFailedPlans(
        payload,
        plan.article,
        ({ type, retry }) => type === plan.type || retry === null,
      );
      await logPlan(payload, planner, plan);
      return made;
    });
  };
}

/** Whoever says what she saw plans that, and not what somebody saved meanwhile. */
async function assertSeen(payload: Payload, { article, seen }: Plan): Promise<void> {
  if (seen === undefined || (await isNewest(payload, article, seen))) return;
  throw new APIError(planText.savedSince, 409, null, true);
}

/** Plans that were made by an earlier version of the product. */
export async function bindOlderPlans(payload: Payload): Promise<void> {
  for (const plan of await findWaitingPlans(payload)) {
    if (!(await isByEditor(payload, plan))) continue;
    const approved = plan.approved ?? (await newestContent(payload, plan.article));
    if (plan.approved === undefined && approved !== undefined)
      await bindPlan(payload, plan, approved);
  }
}

/** Null is the system itself; an account that is gone is nobody who may. */
async function plannerOf(payload: Payload, { user }: Plan): Promise<Planner | null> {
  if (user === null) return null;
  const found = await payload.db.findOne<Planner>({
    collection: 'users',
    where: { id: { equals: user } },
  });
  return found ?? { id: user, email: '' };
}

const mayPublish = ({ role }: Planner) => role === 'editor' || role === 'admin';

async function isByEditor(payload: Payload, plan: Plan): Promise<boolean> {
  const planner = await plannerOf(payload, plan);
  return planner === null || mayPublish(planner);
}

/** Once somebody has published it, or taken it off, a plan to publish it that failed is nobody's concern any more. */
export const closeFailedPlans: CollectionAfterChangeHook = async ({ context, doc, req }) => {
  const id = String(doc.id);
  const isOut = doc._status === 'published';
  const before = readGroup(recallOut(context, id));
  const wasTakenOff = before['_status'] === 'published' && !(await isReleased(req, id));
  if (isOut || wasTakenOff)
    await dropFailedPlans(req.payload, id, ({ type }) => type === 'publish' || isOut);
  return doc;
};

/** `POST /api/desk/plans/<articleId>/dismiss`: a person has seen that a plan failed, and lets it go. */
export const dismissFailedPlans: PayloadHandler = async (req) => {
  if (!(await isEditor({ req }))) return unauthorized();
  const article = pathParameter(req, 'articleId');
  if ((await dropFailedPlans(req.payload, article, () => true)) > 0)
    await logDroppedPlan(req, article);
  return json({ ok: true });
};

/** A picture is not versioned: a writer may not change one that an approved article will show. */
export const keepPlannedPicture: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || roleOf(req) !== 'writer') return data;
  const id = String(originalDoc?.id);
  // Ids are long and random: where one is found, in a field or in the text, it is meant.
  const isShown = ({ approved }: Plan) =>
    approved !== undefined && JSON.stringify(approved.content).includes(id);
  if ((await findWaitingPlans(req.payload)).some(isShown))
    throw new APIError(savingText.plannedPicture, 403, null, true);
  return data;
};
