import type { Endpoint, PayloadHandler, PayloadRequest } from 'payload';
import { z } from 'zod';
import { isEditor, roleOf } from '../access.ts';
import { logMovedPlan } from '../articles/plans/log-plans.ts';
import { findPlans } from '../articles/plans/plans.ts';
import { readText, readTime } from '../mapping/read-document.ts';
import { writeLog } from '../log/write-log.ts';
import { formatDayAndMinute } from '../shared/format-times.ts';
import { json, readJson, unauthorized } from '../shared/http.ts';
import { atClock, clockOf, dayOf, mondayOf } from './norwegian-day.ts';
import { readWeek } from './read-week.ts';
import { text } from './text.ts';

const day = z.iso.date();
const move = z.object({
  article: z.string(),
  /** Of a plan; null for what is being written. */
  plan: z.string().nullable(),
  /** Null: it has no day. */
  to: day.nullable(),
});
/** When something is due that was given a day and no hour. */
const noon = '12:00';
const endOfDay = '23:59';

/** `GET /api/desk/week?of=2026-11-29`: the week of that day, else of today. */
const getWeek: PayloadHandler = async (req) => {
  const role = roleOf(req);
  if (role === undefined) return unauthorized();
  const now = new Date();
  const of = day.safeParse(req.searchParams.get('of')).data ?? dayOf(now);
  return json(await readWeek(req.payload, { monday: mondayOf(of), role, now }));
};

/** `POST /api/desk/week`: gives a plan, or the deadline of what is being written, another day at the same hour. */
const moveInWeek: PayloadHandler = async (req) => {
  if (!req.user) return unauthorized();
  const asked = move.safeParse(await readJson(req)).data;
  if (asked === undefined) return refuse(text.week.unreadable);
  return asked.plan === null ? moveDeadline(req, asked) : movePlan(req, asked);
};

async function movePlan(
  req: PayloadRequest,
  { article, plan: id, to }: z.infer<typeof move>,
): Promise<Response> {
  if (!(await isEditor({ req }))) return unauthorized();
  const plan = (await findPlans(req.payload, article)).find((each) => each.id === id);
  if (plan === undefined) return refuse(text.week.planGone);
  const at = to === null ? undefined : atClock(to, clockOf(plan.at));
  if (at === undefined) return refuse(text.week.unreadable);
  if (at.getTime() <= Date.now()) return refuse(text.week.past);
  // Not one that is being carried out in this moment.
  const moved = await req.payload.db.updateMany({
    collection: 'payload-jobs',
    where: { and: [{ id: { equals: plan.id } }, { processing: { not_equals: true } }] },
    data: { waitUntil: at.toISOString() },
  });
  if (moved?.length === 0) return refuse(text.week.planGone);
  await logMovedPlan(req, plan, at.toISOString());
  return json({ ok: true });
}

async function moveDeadline(
  req: PayloadRequest,
  { article, to }: z.infer<typeof move>,
): Promise<Response> {
  const { payload } = req;
  const found = await payload.findByID({
    ...{ collection: 'articles', id: article, draft: true, depth: 0 },
    ...{ disableErrors: true, select: { deadline: true, title: true } },
  });
  if (found === null) return refuse(text.week.gone);
  const due = readTime(readText(found.deadline));
  const asked = to === null ? undefined : atClock(to, due === null ? noon : clockOf(due));
  // Noon is over: then it is due by the end of the day.
  const isOver = due === null && asked !== undefined && asked.getTime() < Date.now();
  const at = isOver && to !== null ? atClock(to, endOfDay) : asked;
  if (to !== null && at === undefined) return refuse(text.week.unreadable);
  await payload.update({
    collection: 'articles',
    id: article,
    data: { deadline: at?.toISOString() ?? null, _status: 'draft' },
    draft: true,
    depth: 0,
    overrideAccess: false,
    req,
  });
  const days = [due, at?.toISOString() ?? null].map((time) =>
    time === null ? text.week.noDay : formatDayAndMinute(time),
  );
  await writeLog(req, {
    ...{ act: 'deadline-moved', what: readText(found.title), document: article },
    why: days.join(' → '),
  });
  return json({ ok: true });
}

const refuse = (message: string) => json({ errors: [{ message }] }, 400);

/** Below `/api`. */
export const weekEndpoints: Endpoint[] = [
  { path: '/desk/week', method: 'get', handler: getWeek },
  { path: '/desk/week', method: 'post', handler: moveInWeek },
];
