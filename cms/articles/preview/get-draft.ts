import type { Payload, PayloadHandler } from 'payload';
import { json, notFound, pathParameter, readJson, unauthorized } from '../../shared/http.ts';
import { isFromBackup } from '../../shared/epoch.ts';
import { isPublisher } from '../../shared/is-publisher.ts';
import { readGroup } from '../../mapping/read-document.ts';
import { filesIn } from '../../../content/model/blocks/blocks.ts';
import { loadFiles, loadMedia } from '../../mapping/load-article.ts';
import { whatIsWrong } from '../../delivery-feed/changes/report-unpublishable.ts';
import { sharesEndedAt } from './share-draft.ts';
import { mediaOf, toDraftArticle } from '../../mapping/to-article.ts';

const isEnded = async (payload: Payload, id: string, sharedAt: string): Promise<boolean> =>
  (await isFromBackup(payload, sharedAt)) || sharedAt <= (await sharesEndedAt(payload, id));

/** Of a form, what its page shows. */
const typedOf = (form: unknown) =>
  Object.fromEntries(Object.entries(readGroup(form)).filter(([name]) => shown.has(name)));
const shown = new Set([
  ...['title', 'lead', 'heroImage', 'body', 'kind', 'authors', 'category', 'tags', 'series'],
  ...['seriesNumber', 'place', 'interviewees', 'organisations', 'marking', 'sponsor'],
  ...['corrections', 'related'],
]);

/**
 * `GET /publish/draft/<id>`: the newest draft with its pictures, which need not be public. With `?sharedAt=` 410 for a
 * link that a person has ended, or that was given away before the database was restored: whoever got it may be somebody
 * the copy knows nothing of. `POST` lays what a form holds and is not saved yet over it.
 */
export const getDraft: PayloadHandler = async (req) => {
  if (!isPublisher(req.headers)) return unauthorized();
  const sharedAt = req.searchParams.get('sharedAt');
  if (sharedAt !== null && (await isEnded(req.payload, pathParameter(req, 'id'), sharedAt)))
    return json({ error: 'ended' }, 410);
  const document: unknown = await req.payload.findByID({
    collection: 'articles',
    id: pathParameter(req, 'id'),
    draft: true,
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
  });
  if (document === null) return notFound();
  try {
    const unsaved = req.method === 'POST' ? typedOf(await readJson(req)) : {};
    const article = toDraftArticle({ ...readGroup(document), ...unsaved });
    const media = await loadMedia(req.payload, mediaOf(article));
    return json({ article, media, files: await loadFiles(req.payload, filesIn(article.body)) });
  } catch (error) {
    return json({ error: 'unpublishable', what: whatIsWrong(error) }, 422);
  }
};
