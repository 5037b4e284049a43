import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  APIError,
  type Payload,
  type PayloadRequest,
  type RequestContext,
  type Where,
} from 'payload';
import { dropLease, takeLease } from '../../roles/leases.ts';
import { asSqlite } from '../../shared/engine.ts';
import { runExclusive } from '../../shared/run-exclusive.ts';
import { savingText } from './text.ts';

/** What a request to save an article says of itself. */
export interface Save {
  /** When the state was saved that it rests on (ISO 8601); undefined when it does not tell. */
  restsOn: string | undefined;
  /** The tab it comes from; null from programs. */
  from: string | null;
}

/** Only the tab itself knows its id: a program that sends back what it read is not taken for it. */
export const markOf = (tab: string): string =>
  createHash('sha256').update(tab).digest('hex').slice(0, 32);

const key = 'save';

export const rememberSave = (context: RequestContext, save: Save): void => {
  context[key] = save;
};

/** Undefined for what the system itself does: plans, restored versions. */
export const saveOf = (context: RequestContext): Save | undefined =>
  // why: `rememberSave` alone writes it.
  context[key] as Save | undefined;

/** One save of an article at a time, in all processes, from looking at what is there until it is written. */
export const runExclusiveOnArticle = <T>(
  payload: Payload,
  id: string,
  task: () => Promise<T>,
): Promise<T> =>
  runExclusive(`articles:${id}`, () =>
    asSqlite(payload) === undefined ? underLease(payload, `articles:${id}`, task) : task(),
  );

/** So long a save takes at the very most, and so long another waits for it; in ms. */
const longest = 30_000;

/** A process that dies meanwhile holds up the others until its lease is over. */
async function underLease<T>(payload: Payload, name: string, task: () => Promise<T>): Promise<T> {
  const holder = randomUUID();
  const end = performance.now() + 1.5 * longest;
  while (!(await takeLease(payload, name, { holder, lasts: longest }))) {
    if (performance.now() > end) throw new APIError(savingText.busy, 503, null, true);
    await sleep(50);
  }
  try {
    return await task();
  } finally {
    await dropLease(payload, name, holder);
  }
}

/** Puts Payload's own endpoints for saving one article, and many at once, into turns. */
export function serialiseSaves(payload: Payload): void {
  const { endpoints } = payload.collections['articles'].config;
  if (endpoints === false) throw new Error('articles have no endpoints');
  const wrap = (path: string, idsOf: (req: PayloadRequest) => Promise<string[]>) => {
    const save = endpoints.find((each) => each.path === path && each.method === 'patch');
    if (save === undefined) throw new Error(`articles have no endpoint ${path} for saving`);
    const handler = save.handler;
    save.handler = async (req) => inTurnOfAll(payload, await idsOf(req), async () => handler(req));
  };
  wrap('/:id', (req) => Promise.resolve([String(req.routeParams?.['id'])]));
  wrap('/', chosenArticles);
}

/**
 * Always in the same order, so that two who want the same articles never wait for each other; and each once, or it would
 * wait for itself: while a save is under way an article has two newest versions for a moment.
 */
export const inTurnOfAll = <T>(
  payload: Payload,
  ids: readonly string[],
  task: () => Promise<T>,
): Promise<T> =>
  [...new Set(ids)]
    .toSorted()
    .reduceRight<() => Promise<T>>(
      (inner, id) => () => runExclusiveOnArticle(payload, id, inner),
      task,
    )();

/** Which articles a change of many means; none when Payload itself will refuse the question. */
async function chosenArticles(req: PayloadRequest): Promise<string[]> {
  const { where } = req.query;
  if (typeof where !== 'object' || where === null || !req.user) return [];
  try {
    const { docs } = await req.payload.find({
      collection: 'articles',
      where: where as Where, // why: Payload checks it, as it does for its own handler
      draft: true,
      depth: 0,
      limit: 0,
      pagination: false,
      select: { slug: true },
      overrideAccess: false,
      user: req.user,
    });
    return docs.map(({ id }) => String(id));
  } catch (error) {
    req.payload.logger.info({
      ...{ area: 'articles', msg: 'a change of many that cannot be asked', err: error },
    });
    return [];
  }
}

/** A version of an article as the database holds it. */
export interface VersionRow {
  id: string;
  autosave: boolean | null;
  updatedAt: string;
  version: Record<string, unknown> & { savedFrom?: string | null };
}

export async function newestVersion(
  req: Pick<PayloadRequest, 'payload'>,
  articleId: string,
): Promise<VersionRow | undefined> {
  const { docs } = await req.payload.db.findVersions({
    collection: 'articles',
    where: { and: [{ parent: { equals: articleId } }, { latest: { equals: true } }] },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
  });
  return docs[0] as unknown as VersionRow | undefined; // why: the columns of a version
}

/** Autosave writes over its own newest version: one that must stay is taken out of its reach. */
export async function keepVersion(payload: Payload, version: VersionRow): Promise<void> {
  if (version.autosave !== true) return;
  await payload.db.updateVersion({
    collection: 'articles',
    id: version.id,
    // why: one column is changed, and Payload's type wants all of them.
    versionData: { autosave: false } as never,
    returning: false,
  });
}
