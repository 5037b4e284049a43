import type { Payload, PayloadHandler } from 'payload';
import { z } from 'zod';
import { ownPath } from '../../../content/model/own-path.ts';
import { articlePath } from '../../../content/model/urls.ts';
import { readEnvironment } from '../../environment.ts';
import { isDeadPath } from '../checklist/find-dead-links.ts';
import { findPlans } from '../plans/plans.ts';
import { runExclusiveOnArticle } from '../saves/saves.ts';
import { isEditor } from '../../access.ts';
import { isSafeLink } from '../../shared/link-rows.ts';
import { writeRedirect } from '../../redirects/write-redirect.ts';
import { json, notFound, pathParameter, readJson, unauthorized } from '../../shared/http.ts';
import { rememberReason } from '../../log/write-log.ts';
import { text } from './text.ts';

const words = text;
const asked = z.object({ reason: z.string().trim(), to: z.string().trim().default('') });

const longestReason = 2_000;

/**
 * `POST /api/desk/unpublish/<article>` with `{"reason": "…", "to": "/saker/x/"}`: takes an article off the site.
 * Its address answers 410, or leads to `to` when there is one. The reason stands in the log. What is planned for it goes.
 */
export const unpublishArticle: PayloadHandler = async (req) => {
  if (!(await isEditor({ req }))) return unauthorized();
  const parsed = asked.safeParse(await readJson(req)).data;
  if (parsed === undefined || parsed.reason === '') return refuse(words.reasonMissing);
  if (parsed.reason.length > longestReason) return refuse(words.reasonLong(longestReason));
  if (parsed.to !== '' && !isSafeLink(parsed.to)) return refuse(words.targetWrong);
  const id = pathParameter(req, 'articleId');
  const { docs } = await req.payload.db.find<{ published?: { slug?: string | null } }>({
    collection: 'articles',
    where: { and: [{ id: { equals: id } }, { _status: { equals: 'published' } }] },
    limit: 1,
    pagination: false,
  });
  const slug = docs[0]?.published?.slug;
  if (!slug) return notFound();
  if (await leadsNowhere(req.payload.db, parsed.to, articlePath(slug)))
    return refuse(words.targetGone);
  // First: a redirect from an address that still is a page changes nothing.
  if (parsed.to !== '') await writeRedirect(req, { from: articlePath(slug), to: parsed.to });
  rememberReason(req.context, parsed.reason);
  await runExclusiveOnArticle(req.payload, id, () =>
    req.payload.update({
      collection: 'articles',
      id,
      data: { _status: 'draft' },
      overrideAccess: false,
      user: req.user,
      req,
    }),
  );
  // What was approved for readers who had the article would be refused when its time came.
  for (const { id: plan } of await findPlans(req.payload, id))
    await req.payload.delete({ collection: 'payload-jobs', id: plan, req, overrideAccess: true });
  return json({ ok: true });
};

/** A page of ours that is not there, or the one that is taken off. */
async function leadsNowhere(db: Payload['db'], to: string, from: string): Promise<boolean> {
  const path = to === '' ? undefined : ownPath(to, readEnvironment().siteUrl);
  return path !== undefined && (path === from || (await isDeadPath(db, path)));
}

const refuse = (message: string) => json({ errors: [{ message }] }, 400);
