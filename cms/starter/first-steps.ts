import type { Payload, PayloadHandler } from 'payload';
import { isAdmin } from '../access.ts';
import { hasMasthead } from '../mapping/has-masthead.ts';
import { readGroup, readText } from '../mapping/read-document.ts';
import { json, unauthorized } from '../shared/http.ts';
import { findExampleMasthead } from './example-masthead.ts';
import { findStarter } from './remove-starter.ts';

const hiddenKey = 'first-steps-hidden';

/** What a new newsroom has done of its first steps. */
export interface FirstSteps {
  masthead: boolean;
  people: boolean;
  article: boolean;
  examplesRemoved: boolean;
}

/** Undefined once all is done, or somebody has put the guide away. */
export async function readFirstSteps(payload: Payload): Promise<FirstSteps | undefined> {
  if ((await payload.kv.get(hiddenKey)) !== null) return undefined;
  const [documents, starter, publication, users] = await Promise.all([
    findStarter(payload),
    findGlobal(payload, 'starter'),
    findGlobal(payload, 'publication'),
    payload.db.count({ collection: 'users' }),
  ]);
  // What the examples brought was written before that was noted.
  const begun = readText(starter['createdAt']);
  const own = await payload.db.count({
    collection: 'articles',
    where: begun === '' ? {} : { createdAt: { greater_than: begun } },
  });
  const steps = {
    masthead: hasMasthead(publication) && (await findExampleMasthead(payload)) === undefined,
    people: users.totalDocs > 1,
    article: own.totalDocs > 0,
    examplesRemoved: documents.every(({ collection }) => collection === 'publication'),
  };
  return Object.values(steps).every(Boolean) ? undefined : steps;
}

const findGlobal = async (payload: Payload, slug: 'starter' | 'publication') =>
  readGroup(await payload.db.findGlobal({ slug }));

/** `POST /api/desk/guide/hide`: the first steps are put away. */
export const hideGuide: PayloadHandler = async (req) => {
  if (!(await isAdmin({ req }))) return unauthorized();
  await req.payload.kv.set(hiddenKey, { at: new Date().toISOString() });
  return json({ ok: true });
};
