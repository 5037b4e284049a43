import type { PayloadHandler } from 'payload';
import { json, notFound, pathParameter, unauthorized } from '../../shared/http.ts';
import { isPublisher } from '../../shared/is-publisher.ts';
import { readGroup } from '../../mapping/read-document.ts';
import { loadMedia } from '../../mapping/load-article.ts';
import { whatIsWrong } from '../../delivery-feed/changes/report-unpublishable.ts';
import { mediaOf, toDraftArticle } from '../../mapping/to-article.ts';

/** `GET /publish/draft/<id>`: the newest draft with its pictures, which need not be public. */
export const getDraft: PayloadHandler = async (req) => {
  if (!isPublisher(req.headers)) return unauthorized();
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
    const article = toDraftArticle(readGroup(document));
    return json({ article, media: await loadMedia(req.payload, mediaOf(article)) });
  } catch (error) {
    return json({ error: 'unpublishable', what: whatIsWrong(error) }, 422);
  }
};
