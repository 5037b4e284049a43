import { randomBytes } from 'node:crypto';
import {
  APIError,
  ValidationError,
  type CollectionBeforeChangeHook,
  type PayloadRequest,
} from 'payload';
import { articlePath } from '../../../content/model/urls.ts';
import { roleOf } from '../../access.ts';
import { assertPublishable } from '../checklist/assert-publishable.ts';
import { clockTolerance } from '../checklist/check-article.ts';
import { arrivalOf } from './arrival.ts';
import { rememberOut } from '../../log/write-log.ts';
import { text } from '../../text.ts';
import { findWaitingPlans } from '../plans/plans.ts';
import { isRestoringDraft } from '../restore-version.ts';
import { isSameContent } from './is-same-content.ts';
import { writeRedirect } from '../../redirects/write-redirect.ts';

/** The last published state of an article, as the main table knows it. */
interface MainRow {
  _status?: string;
  publishedAt?: string | null;
  slug?: string | null;
  corrections?: unknown[] | null;
  published?: { firstAt?: string | null; slug?: string | null };
  alert?: { requestedAt?: string | null; handledAt?: string | null };
}

/**
 * Stamps a release onto the article in the very write that publishes it: times, revision, and the
 * intent to mail. Nothing here is lost by a crash: what must exist before the save (the redirect from the
 * old address) is written first and does no harm if the save never comes.
 */
export const stampRelease: CollectionBeforeChangeHook = async ({
  context,
  data,
  originalDoc,
  req,
}) => {
  const id: string | undefined = originalDoc?.id;
  const main = await readMainRow(req, id);
  const published = main?.published ?? {};
  const alert = main?.alert ?? {};
  guardWriter(req, data, main);
  rememberOut(context, id, main);
  if (isRestoringDraft(context)) {
    return { ...data, ...toldReaders(main), _status: 'draft', published, alert };
  }
  if (data['_status'] !== 'published') return { ...data, published, alert };

  const now = new Date();
  const wanted = new Date(data['publishedAt'] ?? main?.publishedAt ?? now);
  assertPast(wanted, now, req);
  const publishedAt = wanted > now ? now : wanted; // a clock that is a little fast
  const arrived = arrivalOf(context);
  // What was out elsewhere is out here, too; what it lacks is told by the checklist, and asked for at the next release.
  const checked = arrived === undefined ? await assertPublishable(req, { ...data, id }) : {};
  if (id !== undefined && published.slug && published.slug !== data['slug']) {
    await writeRedirect(req, { from: articlePath(published.slug), article: id });
  }

  const next = { ...data, ...checked, publishedAt: publishedAt.toISOString() };
  // «Publiser» once more, or back to what is out: nothing new for the readers.
  const isNews = main?._status !== 'published' || !isSameContent(next, main);
  return {
    ...next,
    published: isNews
      ? {
          firstAt: published.firstAt ?? publishedAt.toISOString(),
          lastAt: arrived?.modifiedAt ?? (published.firstAt ? now : publishedAt).toISOString(),
          slug: data['slug'],
          revision: `${now.getTime().toString(36)}${randomBytes(4).toString('hex')}`,
        }
      : published,
    alert: {
      ...alert,
      requestedAt:
        alert.requestedAt ??
        (data['sendAlert'] === true ? await askedFor(req, { id, now: now.toISOString() }) : null),
    },
  };
};

/** What readers of an article that was out have been told of it, and where they find it. */
function toldReaders(main: MainRow | null): Partial<MainRow> {
  if (!main?.published?.firstAt) return {};
  const { corrections = [], slug, publishedAt } = main;
  return { corrections, ...(slug ? { slug } : {}), ...(publishedAt ? { publishedAt } : {}) };
}

/** When the alert was to go: a plan that is carried out late was meant for its own time. */
async function askedFor(
  req: PayloadRequest,
  { id, now }: { id: string | undefined; now: string },
): Promise<string> {
  if (id === undefined) return now;
  const due = (await findWaitingPlans(req.payload, id)).find(({ at }) => at <= now);
  return due?.at ?? now;
}

async function readMainRow(req: PayloadRequest, id: string | undefined): Promise<MainRow | null> {
  if (id === undefined) return null;
  return req.payload.db.findOne<MainRow & { id: string }>({
    collection: 'articles',
    where: { id: { equals: id } },
    req,
  });
}

/** Access rules stop a writer at the door; this also covers restored versions and bulk changes. */
function guardWriter(req: PayloadRequest, data: { _status?: string }, main: MainRow | null): void {
  if (roleOf(req) !== 'writer') return;
  if (data._status === 'published' || main?._status === 'published') {
    throw new APIError(text.problems.writerCannotPublish, 403, null, true);
  }
}

function assertPast(publishedAt: Date, now: Date, req: PayloadRequest): void {
  if (publishedAt.getTime() <= now.getTime() + clockTolerance) return;
  const errors = [{ message: text.problems.futureDate, path: 'publishedAt' }];
  throw new ValidationError({ collection: 'articles', errors }, req.t);
}
