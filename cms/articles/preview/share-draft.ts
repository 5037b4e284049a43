import type { PayloadHandler } from 'payload';
import { json, notFound, pathParameter, unauthorized } from '../../shared/http.ts';
import { longestLife } from '../../../content/wire/preview-token.ts';
import { shareUrl } from './preview-url.ts';
import { writeLog } from '../../log/write-log.ts';

/**
 * `POST /api/desk/share/<article>`: an address of the newest draft for somebody without an account, for seven days.
 * Who gave it away stands in the log.
 */
export const shareDraft: PayloadHandler = async (req) => {
  if (!req.user) return unauthorized();
  const id = pathParameter(req, 'articleId');
  const article = await req.payload.findByID({
    collection: 'articles',
    id,
    draft: true,
    depth: 0,
    disableErrors: true,
    select: { title: true },
  });
  if (article === null) return notFound();
  const until = new Date(Date.now() + longestLife.share * 1000);
  await writeLog(req, { act: 'draft-shared', what: article.title ?? '', document: id });
  return json({ url: shareUrl(id, until), until: until.toISOString() });
};
