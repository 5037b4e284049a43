import { APIError, type Payload, type PayloadHandler, type PayloadRequest } from 'payload';
import { z } from 'zod';
import { isAdmin } from '../access.ts';
import { json, unauthorized } from '../shared/http.ts';
import { fingerprint } from './fingerprint.ts';
import { text } from './text.ts';

/** Articles first: nothing that one of them shows may go before it. */
const order = ['articles', 'authors', 'series', 'categories', 'organisations', 'media'] as const;

/** What the starter brought, and what it wrote into which fields; `publication` is its sentence on every page. */
const recorded = z.object({
  documents: z
    .array(
      z.object({
        collection: z.enum([...order, 'publication']),
        id: z.string(),
        fields: z.array(z.string()).default([]),
        fingerprint: z.string().optional(),
      }),
    )
    .nullish(),
});

export type StarterDocument = NonNullable<z.infer<typeof recorded>['documents']>[number];

/** The record of who, by the starter's words, owns the publication and answers for it. */
export const mastheadRecord = 'masthead';

/** What is left of the starter publication. */
export async function findStarter(payload: Payload): Promise<StarterDocument[]> {
  const global: unknown = await payload.db.findGlobal({ slug: 'starter' });
  return recorded.safeParse(global).data?.documents ?? [];
}

/**
 * `POST /api/desk/starter/remove`: the examples go, and the sentence that says they are examples. What somebody
 * has worked on since stays, and so does whatever that shows. May be asked again.
 */
export const removeStarter: PayloadHandler = async (req) => {
  if (!(await isAdmin({ req }))) return unauthorized();
  const { payload } = req;
  const documents = await findStarter(payload);
  const removed = new Set<string>();
  for (const collection of order) {
    for (const document of documents.filter((each) => each.collection === collection)) {
      if (await remove(req, document)) removed.add(document.id);
    }
  }
  await unpick(req, removed);
  const sentence = documents.find(({ id }) => id === 'notice');
  if (sentence !== undefined && !(await wasRewritten(payload, sentence)))
    await payload.updateGlobal({ slug: 'publication', data: { notice: '' }, req });
  // Invented names answer for nothing that is left: whoever publishes next is asked for her own.
  const masthead = documents.filter(({ id }) => id === mastheadRecord);
  for (const names of masthead)
    if (!(await wasRewritten(payload, names)))
      await payload.updateGlobal({
        slug: 'publication',
        data: { owner: '', responsibleEditor: '', orgNumber: '', address: '' },
        req,
      });
  await payload.updateGlobal({ slug: 'starter', data: { documents: masthead }, req });
  const kept = documents.filter(
    ({ collection, id }) => collection !== 'publication' && !removed.has(id),
  );
  const articles = kept.filter(({ collection }) => collection === 'articles').length;
  return json({ message: text.removed(removed.size, articles, kept.length - articles) });
};

/** The front page lets go of examples; what the editors chose of their own stays. */
async function unpick(req: PayloadRequest, examples: ReadonlySet<string>): Promise<void> {
  const { lead, picked } = await req.payload.findGlobal({ slug: 'front-page', depth: 0, req });
  const isOwn = (id: unknown) => typeof id === 'string' && !examples.has(id);
  await req.payload.updateGlobal({
    slug: 'front-page',
    data: {
      lead: typeof lead === 'string' && isOwn(lead) ? lead : null,
      picked: (picked ?? []).filter((id) => typeof id === 'string').filter(isOwn),
    },
    depth: 0,
    req,
  });
}

/** False when it stays. One that is gone already counts as removed. */
async function remove(req: PayloadRequest, document: StarterDocument): Promise<boolean> {
  const { collection, id } = document;
  if (collection === 'publication') return false;
  if (collection === 'articles' && (await wasWorkedOn(req.payload, id))) return false;
  if (collection !== 'articles' && (await wasRewritten(req.payload, document))) return false;
  try {
    await req.payload.delete({ collection, id, req, overrideAccess: true });
    return true;
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    return error.status === 404; // deleted already; any other status means that it is in use
  }
}

const article = z.object({
  _status: z.enum(['draft', 'published']),
  published: z.object({ firstAt: z.string().nullish(), lastAt: z.string().nullish() }),
});

async function wasWorkedOn(payload: Payload, id: string): Promise<boolean> {
  const found: unknown = await payload.findByID({
    collection: 'articles',
    id,
    draft: true,
    depth: 0,
    disableErrors: true,
  });
  const parsed = article.safeParse(found).data;
  if (parsed === undefined) return false;
  return parsed._status === 'draft' || parsed.published.firstAt !== parsed.published.lastAt;
}

/** Whether it holds something else by now than what the starter brought. */
export async function wasRewritten(payload: Payload, document: StarterDocument): Promise<boolean> {
  const { collection, id, fields } = document;
  const found: object | null =
    collection === 'publication'
      ? await payload.findGlobal({ slug: collection, depth: 0 })
      : await payload.findByID({ collection, id, depth: 0, disableErrors: true });
  if (found === null || document.fingerprint === undefined) return false;
  return fingerprint(found, fields) !== document.fingerprint;
}
