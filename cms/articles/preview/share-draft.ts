import type { Payload, PayloadHandler, PayloadRequest } from 'payload';
import { json, notFound, pathParameter, unauthorized } from '../../shared/http.ts';
import { longestLife } from '../../../content/wire/preview-token.ts';
import { shareUrl } from './preview-url.ts';
import { writeLog } from '../../log/write-log.ts';

const endedKey = (id: string) => `shares-ended:${id}`;

/** When a person ended all links to an article's draft (ISO 8601); empty when nobody has. */
export const sharesEndedAt = async (payload: Payload, id: string): Promise<string> =>
  (await payload.kv.get<{ at: string }>(endedKey(id)))?.at ?? '';

/**
 * `POST /api/desk/share/<article>`: an address of the newest draft, whatever it is by then, for somebody without an
 * account, for seven days. Who gave it away stands in the log.
 */
export const shareDraft: PayloadHandler = async (req) => {
  const article = await findDraft(req);
  if (article instanceof Response) return article;
  // A link knows its second: one that is made right after others were ended is of the next.
  const endedAt = Date.parse(await sharesEndedAt(req.payload, article.id)) || 0;
  const sharedAt = Math.max(Date.now(), endedAt + 1000);
  const until = new Date(sharedAt + longestLife.share * 1000);
  await writeLog(req, { act: 'draft-shared', what: article.title ?? '', document: article.id });
  return json({ url: shareUrl(article.id, until), until: until.toISOString() });
};

/** `POST …/end`: every link to the draft that was given away so far is dead. */
export const endShares: PayloadHandler = async (req) => {
  const article = await findDraft(req);
  if (article instanceof Response) return article;
  await req.payload.kv.set(endedKey(article.id), { at: new Date().toISOString() });
  await writeLog(req, { act: 'shares-ended', what: article.title ?? '', document: article.id });
  return json({ ok: true });
};

async function findDraft(
  req: PayloadRequest,
): Promise<Response | { id: string; title?: string | null }> {
  if (!req.user) return unauthorized();
  const article = await req.payload.findByID({
    collection: 'articles',
    id: pathParameter(req, 'articleId'),
    draft: true,
    depth: 0,
    disableErrors: true,
    select: { title: true },
  });
  return article ?? notFound();
}
