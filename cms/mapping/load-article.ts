import type { Payload, TypedUser } from 'payload';
import type { Article } from '../../content/model/article.ts';
import { disclosuresOf, organisationsOf } from '../../content/model/disclosures.ts';
import type { Media, Publication, StoredFile, Series } from '../../content/model/documents.ts';
import { loadDocuments } from './load-documents.ts';
import { readGroup, type PayloadDocument } from './read-document.ts';
import { unlessUnpublishable } from './unpublishable-error.ts';
import { correctionsOf, toArticle, toDraftArticle } from './to-article.ts';
import { toNamed, toOrganisation, toPublication } from './to-document.ts';
import { toFile } from './to-file.ts';
import { toMedia } from './to-media.ts';

/** An article with what its page prints beside it, as the site gets them. */
export interface LoadedArticle {
  article: Article;
  /** The corrections with the ids of their rows. */
  corrections: { id: string; at: string; text: string }[];
  hero: Media | undefined;
  series: Series | undefined;
  disclosures: string[];
  publication: Publication;
}

/** The published article; undefined when it is not published, or in a state that the site cannot show. */
export async function loadPublished(
  payload: Payload,
  id: string,
): Promise<LoadedArticle | undefined> {
  const found: unknown = await payload.db.findOne({
    collection: 'articles',
    where: { and: [{ id: { equals: id } }, { _status: { equals: 'published' } }] },
  });
  return found === null ? undefined : load(payload, readGroup(found), toArticle);
}

/** The newest draft as it would go out; undefined when `user` may not read it, or the site could not show it. */
export async function loadDraft(
  payload: Payload,
  id: string,
  user: TypedUser,
): Promise<LoadedArticle | undefined> {
  const found: unknown = await payload.findByID({
    collection: 'articles',
    id,
    draft: true,
    depth: 0,
    user,
    overrideAccess: false,
    disableErrors: true,
  });
  return found === null ? undefined : load(payload, readGroup(found), toDraftArticle);
}

/** The publication as the editors describe it. */
export const loadPublication = async (payload: Payload): Promise<Publication> =>
  toPublication(readGroup(await payload.db.findGlobal({ slug: 'publication' })));

/** Pictures by their ids, public or not; one that the site cannot show is logged and left out. */
export const loadMedia = (payload: Payload, ids: readonly string[]): Promise<Media[]> =>
  loadAll(payload, { collection: 'media', ids, toModel: toMedia });

/** Films, sounds and documents by their ids, public or not. */
export const loadFiles = (payload: Payload, ids: readonly string[]): Promise<StoredFile[]> =>
  loadAll(payload, { collection: 'files', ids, toModel: toFile });

async function load(
  payload: Payload,
  document: PayloadDocument,
  toModel: (document: PayloadDocument) => Article,
): Promise<LoadedArticle | undefined> {
  const article = unlessUnpublishable(() => toModel(document));
  if (article === undefined) return undefined;
  const [media, series, organisations, publication] = await Promise.all([
    loadMedia(payload, listOf(article.hero)),
    loadAll(payload, { collection: 'series', ids: listOf(article.series), toModel: toNamed }),
    loadAll(payload, {
      collection: 'organisations',
      ids: organisationsOf(article),
      toModel: toOrganisation,
    }),
    loadPublication(payload),
  ]);
  return {
    article,
    corrections: correctionsOf(document),
    hero: media[0],
    series: series[0],
    disclosures: disclosuresOf(article, {
      organisation: (id) => organisations.find((each) => each.id === id),
      publication: () => publication,
    }),
    publication,
  };
}

interface Wanted<Model> {
  collection: 'media' | 'files' | 'series' | 'organisations';
  ids: readonly string[];
  toModel: (document: PayloadDocument) => Model;
}

async function loadAll<Model>(
  payload: Payload,
  { collection, ids, toModel }: Wanted<Model>,
): Promise<Model[]> {
  const documents = await loadDocuments(payload, collection, ids);
  return documents.flatMap((document) => {
    // Whatever shows it: nobody has the right to.
    if (document['rightsEndedAt']) return [];
    const model = unlessUnpublishable(() => toModel(document));
    if (model !== undefined) return [model];
    payload.logger.warn({
      area: 'articles',
      msg: 'a document is left out',
      collection,
      id: document['id'],
    });
    return [];
  });
}

const listOf = (id: string | null) => (id === null ? [] : [id]);
