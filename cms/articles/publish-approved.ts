import type { Payload, SanitizedConfig, TypedUser, Where } from 'payload';
import { isSameContent } from '../hooks/is-same-content.ts';
import { readPlan, type PublishPlan } from './plans.ts';
import { inTurnOfArticle, newestVersion, type VersionRow } from './saves.ts';
import { savingText } from './text.ts';

/** What a handler of a task is given, as far as it is used here. */
interface TaskArguments {
  job: unknown;
  req: { payload: Payload };
}

/**
 * Stands before Payload's own task, which publishes the newest draft of the moment: a plan that is bound to a
 * version publishes that one, and lays a later draft on top again. May be killed anywhere and run again.
 */
export function publishWhatWasApproved(config: SanitizedConfig): void {
  const task = config.jobs.tasks?.find(({ slug }) => slug === 'schedulePublish');
  if (task === undefined || typeof task.handler !== 'function')
    throw new Error('Payload has no task for planned publications');
  const publishNewest = task.handler;
  // why: Payload types a handler by its task's own input, which is not declared for this one.
  task.handler = (async (args: TaskArguments) => {
    const plan = readPlan(args.job);
    const asBefore = () => publishNewest(args as never); // why: as above
    if (plan === undefined) return asBefore();
    return inTurnOfArticle(plan.article, async () => {
      if (plan.approvedVersion === undefined) return asBefore();
      await publishVersion(args.req.payload, plan, plan.approvedVersion);
      return { output: {} };
    });
  }) as never; // why: as above
}

interface MainRow {
  id: string;
  _status?: string;
  slug?: string | null;
  published?: { lastAt?: string | null };
}

async function publishVersion(payload: Payload, plan: PublishPlan, approvedId: string) {
  const approved = await readVersion(payload, plan.article, { id: { equals: approvedId } });
  if (approved === undefined) throw new Error(savingText.approvedIsGone);
  const main = await payload.db.findOne<MainRow>({
    collection: 'articles',
    where: { id: { equals: plan.article } },
  });
  const isOut = main?._status === 'published' && isSameText(main, approved.version);
  // Whoever published after it was planned has decided otherwise.
  const isOvertaken =
    main?._status === 'published' && !isOut && (main.published?.lastAt ?? '') > plan.createdAt;
  if (isOvertaken) return;
  await payload.update({
    collection: 'articles',
    id: plan.article,
    data: { ...contentOf(payload, approved), _status: 'published' },
    depth: 0,
    overrideAccess: false,
    user: await readUser(payload, plan),
  });
  await layOnTop(payload, plan.article, approved);
}

/** The newest draft that was made after the approved version; nothing when it lies on top already. */
async function layOnTop(payload: Payload, article: string, approved: VersionRow): Promise<void> {
  const waiting = await readVersion(payload, article, {
    and: [
      { 'version._status': { equals: 'draft' } },
      { updatedAt: { greater_than: approved.updatedAt } },
    ],
  });
  const newest = await newestVersion({ payload }, article);
  if (waiting === undefined || newest === undefined) return;
  if (isSameText(newest.version, waiting.version)) return;
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

/** As it was written: publishing itself sets the time, and fills in organisations that have to be disclosed. */
const isSameText = (one: object, other: object) =>
  isSameContent({ ...one, ...setByPublishing }, { ...other, ...setByPublishing });
const setByPublishing = { slug: null, publishedAt: null, organisations: null };

/** The newest of an article's versions that are asked for. */
async function readVersion(
  payload: Payload,
  article: string,
  wanted: Where,
): Promise<VersionRow | undefined> {
  const { docs } = await payload.db.findVersions({
    collection: 'articles',
    where: { and: [{ parent: { equals: article } }, wanted] },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
  });
  return docs[0] as unknown as VersionRow | undefined; // why: the columns of a version
}

const bookkeeping = new Set(['id', 'createdAt', 'updatedAt', 'published', 'alert', 'savedFrom']);

/** Every field of the version; what it leaves empty is empty, and not what a later draft has there. */
function contentOf(payload: Payload, { version }: VersionRow): Record<string, unknown> {
  const names = payload.collections['articles'].config.flattenedFields
    .map(({ name }) => name)
    .filter((name) => !bookkeeping.has(name));
  return Object.fromEntries(names.map((name) => [name, version[name] ?? null]));
}

async function readUser(payload: Payload, { user }: PublishPlan): Promise<TypedUser | null> {
  if (user === null) return null;
  const found = await payload.findByID({ collection: 'users', id: user, depth: 0 });
  return { ...found, collection: 'users' };
}
