import { createHash } from 'node:crypto';
import type { Payload, PayloadRequest } from 'payload';
import { findWaitingPlans, knowingNow, updatePlan } from '../../articles/plans/plans.ts';
import { runExclusiveOnArticle, type VersionRow } from '../../articles/saves/saves.ts';
import { writeLog } from '../../log/write-log.ts';
import { bodyUsesOf } from '../../mapping/body-uses.ts';
import { readGroup, readText } from '../../mapping/read-document.ts';
import { writeBodyUses } from '../../uses/write-body-uses.ts';
import { withoutPicture } from './without-picture.ts';

interface Removal {
  article: string;
  picture: string;
  /** Stands in the log beside an article that is out. */
  reason: string;
}

interface MainRow {
  id: string;
  updatedAt: string;
  title?: string | null;
  body?: unknown;
  _status?: string;
  published?: Record<string, unknown>;
}

/**
 * Takes a picture out of an article: what readers see (a revision of its own, with a receipt of its own), what is
 * planned, and the versions that are kept. Everything else stays as it is, and nothing is checked: what could not be
 * published anew must not keep a picture out there. May be killed anywhere and run again: what readers see, and what
 * `findUses` goes by, is written last.
 */
export const takeOutOfArticle = (req: PayloadRequest, removal: Removal): Promise<void> =>
  runExclusiveOnArticle(req.payload, removal.article, async () => {
    const { payload } = req;
    const { article, picture, reason } = removal;
    const now = new Date();
    const main = await payload.db.findOne<MainRow>({
      collection: 'articles',
      where: { id: { equals: article } },
    });
    if (main === null) return;
    const change = withoutPicture({ ...main }, picture);
    const isOut = main._status === 'published';
    for (const plan of await findWaitingPlans(payload, article)) {
      const { approved } = plan;
      const planned = approved && withoutPicture(approved.content, picture);
      const content = { ...approved?.content, ...planned };
      await updatePlan(payload, plan, {
        ...(planned && { approved: { ...approved, content } }),
        ...knowingNow(plan, readText(readGroup(main.published)['lastAt'])),
      });
    }
    const newPublished = isOut ? nextRelease(main.published, picture, now) : undefined;
    await takeOutOfVersions(payload, removal, {
      now,
      release: isOut && change ? { of: main.published, becomes: newPublished } : undefined,
    });
    const { bodyUses, ...fields } = change ?? {};
    if (change !== undefined)
      await payload.db.updateOne({
        collection: 'articles',
        id: article,
        data: {
          // Of a row that is written with more than its own columns, SQLite forgets the lists that are not named.
          ...(fields.interviewees !== undefined && main),
          ...fields,
          updatedAt: now.toISOString(),
          ...(newPublished && { published: newPublished }),
        },
        returning: false,
      });
    // Apart, for the same reason.
    const updatedAt = change === undefined ? main.updatedAt : now.toISOString();
    const uses = bodyUses ?? bodyUsesOf(main.body);
    await writeBodyUses(payload, [{ kept: 'collections', id: article, updatedAt, uses }]);
    if (change !== undefined && isOut)
      await writeLog(req, {
        act: 'updated',
        what: main.title ?? '',
        document: article,
        why: reason,
      });
  });

interface Moment {
  now: Date;
  /** The release that readers see, when the picture is taken out of it. */
  release: { of: unknown; becomes: unknown } | undefined;
}

async function takeOutOfVersions(
  payload: Payload,
  { article, picture }: Removal,
  { now, release }: Moment,
): Promise<void> {
  const { docs } = await payload.db.findVersions({
    collection: 'articles',
    where: { parent: { equals: article } },
    // The newest last: it is the one that is looked for at a second try.
    sort: 'updatedAt',
    limit: 0,
    pagination: false,
  });
  // why: the columns of a version
  for (const row of docs as unknown as (VersionRow & { latest?: boolean })[]) {
    const { version } = row;
    const change = withoutPicture(version, picture);
    const isNewest = row.latest === true;
    const isDraft = version['_status'] !== 'published';
    if (change === undefined && !(isNewest && isDraft && release)) continue;
    // A draft beside what is out counts as one as long as it is younger.
    const at = new Date(now.getTime() + (isDraft ? 1 : 0)).toISOString();
    const isRelease =
      !isDraft && release && revisionOf(version['published']) === revisionOf(release.of);
    const next = change && {
      ...version,
      ...change,
      // A form that is open with the picture is told that there is something newer.
      ...(isNewest && { updatedAt: at, savedFrom: null }),
      ...(isRelease && { published: release.becomes }),
    };
    const versionData = { updatedAt: isNewest ? at : row.updatedAt, version: next ?? version };
    await payload.db.updateVersion({
      collection: 'articles',
      id: row.id,
      versionData: versionData as never, // why: Payload's type wants all columns
      returning: false,
    });
  }
}

const revisionOf = (published: unknown) => readText(readGroup(published)['revision']);

/** The same name for main row and version, also at a second try. */
const nextRelease = (published: unknown, picture: string, now: Date) => ({
  ...readGroup(published),
  revision: createHash('sha256')
    .update(`${revisionOf(published)} without ${picture}`)
    .digest('hex')
    .slice(0, 16),
  lastAt: now.toISOString(),
});
