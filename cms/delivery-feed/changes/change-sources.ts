import type { CollectionSlug, GlobalSlug, Where } from 'payload';
import type { Change, DocumentType } from '../../../content/model/documents.ts';
import { articlePath, authorPath, categoryPath, seriesPath } from '../../../content/model/urls.ts';
import {
  readGroup,
  readReference,
  readText,
  type PayloadDocument,
} from '../../mapping/read-document.ts';
import { toArticle } from '../../mapping/to-article.ts';
import {
  toAuthor,
  toFrontPage,
  toNamed,
  toOrganisation,
  toPublication,
  toRedirect,
} from '../../mapping/to-document.ts';
import { toFile } from '../../mapping/to-file.ts';
import { toMedia } from '../../mapping/to-media.ts';

/** Where published documents of one type come from, and what becomes of one. */
interface Source {
  type: DocumentType;
  /**
   * Leaves out what the site must not know. Not an equality on an indexed field: SQLite would then prefer that
   * index to the one on `updatedAt`, and look through the whole archive at each pull.
   */
  where?: Where;
  /** Null when the site must not know the document. */
  toChange: (document: PayloadDocument) => Change | null;
}

export type CollectionSource = Source & {
  collection: CollectionSlug;
  /** The public address, to answer 410 when the document is deleted. Null: it has none, or never had. */
  pathOf: (document: PayloadDocument) => string | null;
  /** Whether the site may know the document, so that its deletion must be told. */
  wasPublic: (document: PayloadDocument) => boolean;
  /** Types that a save changes along with its own, past their hooks: pictures it makes public. */
  touches?: readonly DocumentType[];
};
export type GlobalSource = Source & { global: GlobalSlug };

const noPath = () => null;
const always = () => true;
const isPublic = (document: PayloadDocument) => document['isPublic'] === true;
const pathOfSlug = (toPath: (slug: string) => string) => (document: PayloadDocument) =>
  toPath(readText(document['slug']));

/** In the order they are sent: what others refer to comes first, so that a page is whole at its first render. */
export const changeSources: readonly (CollectionSource | GlobalSource)[] = [
  {
    type: 'publication',
    global: 'publication',
    toChange: (document) => ({ type: 'publication', document: toPublication(document) }),
  },
  {
    type: 'media',
    collection: 'media',
    where: { or: [{ isPublic: { not_equals: false } }, { rightsEndedAt: { exists: true } }] },
    toChange: toMediaChange,
    pathOf: noPath,
    wasPublic: isPublic,
  },
  {
    type: 'file',
    collection: 'files',
    where: { isPublic: { not_equals: false } },
    toChange: (document) =>
      isPublic(document) ? { type: 'file', document: toFile(document) } : null,
    pathOf: noPath,
    wasPublic: isPublic,
  },
  {
    type: 'organisation',
    collection: 'organisations',
    toChange: (document) => ({ type: 'organisation', document: toOrganisation(document) }),
    pathOf: noPath,
    wasPublic: always,
  },
  {
    type: 'author',
    collection: 'authors',
    toChange: (document) => ({ type: 'author', document: toAuthor(document) }),
    pathOf: pathOfSlug(authorPath),
    wasPublic: always,
    touches: ['media', 'file'],
  },
  {
    type: 'category',
    collection: 'categories',
    toChange: (document) => ({ type: 'category', document: toNamed(document) }),
    pathOf: pathOfSlug(categoryPath),
    wasPublic: always,
  },
  {
    type: 'series',
    collection: 'series',
    toChange: (document) => ({ type: 'series', document: toNamed(document) }),
    pathOf: pathOfSlug(seriesPath),
    wasPublic: always,
  },
  {
    type: 'article',
    collection: 'articles',
    where: { 'published.slug': { exists: true } },
    toChange: toArticleChange,
    pathOf: (document) => articlePath(publishedSlug(document)),
    wasPublic: (document) => publishedSlug(document) !== '',
    touches: ['media', 'file'],
  },
  {
    type: 'redirect',
    collection: 'redirects',
    toChange: (document) => ({ type: 'redirect', document: toRedirect(document) }),
    pathOf: noPath,
    wasPublic: always,
  },
  {
    type: 'front-page',
    global: 'front-page',
    toChange: (document) => ({ type: 'front-page', document: toFrontPage(document) }),
  },
];

export const sourceOfType = (type: string): CollectionSource | GlobalSource | undefined =>
  changeSources.find((source) => source.type === type);

/** The source that a collection feeds, if the site knows its documents. */
export const sourceOfCollection = (collection: string): CollectionSource | undefined =>
  changeSources.find(
    (source): source is CollectionSource =>
      'collection' in source && source.collection === collection,
  );

/** Slug of the last release; empty when the article was never published. */
export const publishedSlug = (article: PayloadDocument): string =>
  readText(readGroup(article['published'])['slug']);

/** What nobody has the right to show any more is gone for the site, whatever shows it. */
function toMediaChange(document: PayloadDocument): Change | null {
  if (document['rightsEndedAt'])
    return { type: 'removed', of: 'media', id: readReference(document) ?? '', path: null };
  return isPublic(document) ? { type: 'media', document: toMedia(document) } : null;
}

/** A main row is the last published state; with status draft it was taken off the site. */
function toArticleChange(document: PayloadDocument): Change {
  if (document['_status'] === 'published')
    return { type: 'article', document: toArticle(document) };
  return {
    type: 'removed',
    of: 'article',
    id: readReference(document) ?? '',
    path: articlePath(publishedSlug(document)),
  };
}
