import type { Payload, PayloadRequest } from 'payload';
import { writeLog } from '../../log/write-log.ts';
import { formatDayAndMinute } from '../../shared/format-times.ts';
import { planText } from './text.ts';
import { heldUntil } from './held-until.ts';
import type { Plan } from './plans.ts';

export interface Planner {
  id: string;
  name?: string | null;
  email: string;
  role?: string;
}

/** In the log: who planned what, for when. `planner` is null for the system itself. */
export async function logPlan(
  payload: Payload,
  planner: Planner | null,
  { article, type, at }: Plan,
): Promise<void> {
  await writeLog(
    { payload, user: planner },
    {
      act: 'planned',
      what: await titleOf(payload, article),
      document: article,
      why: at === heldUntil ? planText.held : planText[type](formatDayAndMinute(at)),
    },
  );
}

/** In the log: a plan has another time, which stands beside the one it had. */
export async function logMovedPlan(
  req: PayloadRequest,
  { article, at, type }: Plan,
  to: string,
): Promise<void> {
  const why = planText.moved(
    at === heldUntil ? planText.held : planText[type](formatDayAndMinute(at)),
    formatDayAndMinute(to),
  );
  const what = await titleOf(req.payload, article);
  await writeLog(req, { act: 'plan-moved', what, document: article, why });
}

/** In the log: what was held goes out, since somebody said so. */
export async function logReleasedPlan(req: PayloadRequest, article: string): Promise<void> {
  const what = await titleOf(req.payload, article);
  await writeLog(req, { act: 'plan-released', what, document: article });
}

/** In the log: a plan was taken away by a person. */
export async function logDroppedPlan(req: PayloadRequest, article: string): Promise<void> {
  const what = await titleOf(req.payload, article);
  await writeLog(req, { act: 'plan-dropped', what, document: article });
}

/** In the log: an editor approved anew what is planned. */
export async function logApprovedPlan(req: PayloadRequest, article: string): Promise<void> {
  const what = await titleOf(req.payload, article);
  await writeLog(req, { act: 'plan-approved', what, document: article });
}

async function titleOf(payload: Payload, article: string): Promise<string> {
  const found = await payload.db.findOne<{ id: string; title?: string | null }>({
    collection: 'articles',
    where: { id: { equals: article } },
  });
  return found?.title ?? '';
}
