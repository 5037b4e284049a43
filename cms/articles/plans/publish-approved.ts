import { APIError, type Payload, type SanitizedConfig, type TypedUser } from 'payload';
import { isFromBackup } from '../../shared/epoch.ts';
import { isSameContent, isSameText } from '../releases/is-same-content.ts';
import { contentOf } from './approved.ts';
import {
  dropFailedPlans,
  findWaitingPlans,
  knowingNow,
  readPlan,
  updatePlan,
  type Approved,
  type Plan,
} from './plans.ts';
import { retryLater } from './retry-plans.ts';
import { planText } from './text.ts';
import { runExclusiveOnArticle, newestVersion, type VersionRow } from '../saves/saves.ts';

/** What a handler of a task is given, as far as it is used here. */
interface TaskArguments {
  job: unknown;
  req: { payload: Payload };
}

/**
 * Stands before Payload's own task, which publishes the newest draft of the moment: a plan publishes what was
 * approved, and lays a later draft on top again. May be killed anywhere and run again.
 */
export function publishApproved(config: SanitizedConfig): void {
  const task = config.jobs.tasks?.find(({ slug }) => slug === 'schedulePublish');
  if (task === undefined || typeof task.handler !== 'function')
    throw new Error('Payload has no task for planned releases');
  const publishNewest = task.handler;
  // why: Payload types a handler by its task's own input, which is not declared for this one.
  task.handler = (async (args: TaskArguments) => {
    const plan = readPlan(args.job);
    if (plan === undefined || !plan.isByEditor) return publishNewest(args as never); // why: as above
    const { payload } = args.req;
    return retryLater(payload, plan, () =>
      runExclusiveOnArticle(payload, plan.article, async () => {
        await assertStillWanted(payload, plan);
        if (plan.type === 'unpublish') await unpublish(payload, plan);
        else if (plan.approved === undefined)
          return publishNewest(args as never); // why: as above
        else await publish(payload, plan, plan.approved);
        return { output: {} };
      }),
    );
  }) as never; // why: as above
}

/** Its time came between a copy and its restore: then it was carried out already, moved or given up, and nobody knows. */
async function assertStillWanted(payload: Payload, { at, createdAt }: Plan): Promise<void> {
  if ((await isFromBackup(payload, createdAt)) && (await isFromBackup(payload, at)))
    throw new APIError(planText.fromBackup, 409, null, true);
}

interface MainRow {
  id: string;
  _status?: string;
  slug?: string | null;
  published?: { lastAt?: string | null };
}

async function publish(payload: Payload, plan: Plan, approved: Approved) {
  const main = await payload.db.findOne<MainRow>({
    collection: 'articles',
    where: { id: { equals: plan.article } },
  });
  const isOut = main?._status === 'published' && isSameText(main, approved.content);
  // Whoever published it, or took it off, after it was approved may have decided otherwise: nobody knows but she.
  const isTakenOff = approved.wasOut === true && main?._status !== 'published';
  if (isTakenOff) throw new APIError(planText.takenOff, 409, null, true);
  const isOvertaken = !isOut && (main?.published?.lastAt ?? '') > plan.knownUntil;
  if (isOvertaken) throw new APIError(planText.overtaken, 409, null, true);
  await payload.update({
    collection: 'articles',
    id: plan.article,
    // All of it, also where it is the newest: another process may be saving something newer.
    data: { ...approved.content, _status: 'published' },
    depth: 0,
    user: await readUser(payload, plan),
  });
  // Those that wait were made for what follows on this.
  for (const other of await findWaitingPlans(payload, plan.article))
    if (other.id !== plan.id)
      await updatePlan(payload, other, knowingNow(other, main?.published?.lastAt));
  await layOnTop(payload, plan.article, approved);
}

async function unpublish(payload: Payload, plan: Plan): Promise<void> {
  // That it is off then is no surprise to those that come later.
  for (const other of await findWaitingPlans(payload, plan.article))
    if (other.approved?.wasOut === true)
      await updatePlan(payload, other, { approved: { ...other.approved, wasOut: false } });
  await payload.update({
    collection: 'articles',
    id: plan.article,
    data: { _status: 'draft' },
    depth: 0,
    user: await readUser(payload, plan),
  });
  // What was to be published before this, and failed, is not published after it.
  await dropFailedPlans(
    payload,
    plan.article,
    ({ type, at }) => type === 'publish' && at < plan.at,
  );
}

/** Address and time stay as they were published. */
const knownToReaders = { slug: null, publishedAt: null };

/** The newest draft that was made after the approved state; nothing when it lies on top already. */
async function layOnTop(payload: Payload, article: string, { at }: Approved): Promise<void> {
  const { docs } = await payload.db.findVersions({
    collection: 'articles',
    where: {
      and: [
        { parent: { equals: article } },
        { 'version._status': { equals: 'draft' } },
        { updatedAt: { greater_than: at } },
      ],
    },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
  });
  const waiting = docs[0] as unknown as VersionRow | undefined; // why: the columns of a version
  const newest = await newestVersion({ payload }, article);
  if (waiting === undefined || newest === undefined) return;
  const [present, wanted] = [newest.version, waiting.version].map((version) => ({
    ...version,
    ...knownToReaders,
  }));
  if (isSameContent(present ?? {}, wanted ?? {})) return;
  await payload.update({
    collection: 'articles',
    id: article,
    draft: true,
    // The address is what readers know by now.
    data: {
      ...contentOf(payload, waiting),
      slug: String(newest.version['slug'] ?? ''),
      _status: 'draft',
    },
    depth: 0,
  });
}

/** Who planned it, for the log, as long as she may publish: what she approved then holds without her, too. */
async function readUser(payload: Payload, { user }: Plan): Promise<TypedUser | null> {
  if (user === null) return null;
  const found = await payload.findByID({
    collection: 'users',
    id: user,
    depth: 0,
    disableErrors: true,
  });
  const mayPublish = found?.role === 'editor' || found?.role === 'admin';
  return mayPublish ? { ...found, collection: 'users' } : null;
}
