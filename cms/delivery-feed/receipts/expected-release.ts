import type { Payload } from 'payload';
import { articlePath } from '../../../content/model/urls.ts';
import { publishedSlug } from '../changes/change-sources.ts';
import {
  readGroup,
  readReference,
  readRows,
  readText,
  readTime,
  type PayloadDocument,
} from '../../mapping/read-document.ts';
import { removedRevision } from '../../../content/wire/receipt.ts';

/** What the site must show of an article that was published at least once. */
export interface ExpectedRelease {
  id: string;
  path: string;
  /** The revision the page must carry; `removed` when the address must answer 410. */
  revision: string;
  /** The revision of the last release, also of an article that is off the site. */
  lastRevision: string;
  savedAt: string;
}

/** Names one release or one removal: an article that is removed twice has two of these. */
export const receiptRevision = ({ revision, lastRevision }: ExpectedRelease): string =>
  revision === removedRevision ? `${removedRevision}:${lastRevision}` : revision;

/** The fields that `toExpectedRelease` reads: small, so that a look at many articles stays cheap. */
const expectedReleaseSelect = {
  updatedAt: true,
  _status: true,
  published: { slug: true, revision: true },
} as const;

/** Null for an article that was never published. */
export function toExpectedRelease(article: PayloadDocument): ExpectedRelease | null {
  const id = readReference(article);
  const slug = publishedSlug(article);
  const savedAt = readTime(article['updatedAt']);
  if (id === null || slug === '' || savedAt === null) return null;
  const lastRevision = readText(readGroup(article['published'])['revision']);
  const isPublic = article['_status'] === 'published';
  return {
    id,
    path: articlePath(slug),
    revision: isPublic ? lastRevision : removedRevision,
    lastRevision,
    savedAt,
  };
}

/** What the site must show of these articles; those deleted or never published are left out. */
export async function findExpectedReleases(
  payload: Payload,
  ids: readonly string[],
): Promise<ExpectedRelease[]> {
  if (ids.length === 0) return [];
  const { docs } = await payload.db.find({
    collection: 'articles',
    where: { id: { in: [...ids] } },
    limit: ids.length,
    pagination: false,
    select: expectedReleaseSelect,
  });
  return readRows(docs)
    .map(toExpectedRelease)
    .filter((expected) => expected !== null);
}
