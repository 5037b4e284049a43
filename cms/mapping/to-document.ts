import {
  authorSchema,
  categorySchema,
  frontPageSchema,
  organisationSchema,
  publicationSchema,
  redirectSchema,
  type Author,
  type Category,
  type FrontPage,
  type Organisation,
  type Publication,
  type Redirect,
} from '../../content/model/documents.ts';
import {
  readChoice,
  readReference,
  readReferences,
  readRows,
  readText,
  readTime,
  type PayloadDocument,
} from './read-document.ts';
import { toSafeHref } from './to-link-target.ts';
import { requireSlug, requireText, UnpublishableError } from './unpublishable-error.ts';

/** From Payload's smaller documents to `content/model`; pure, and as strict as `toArticle`. */

export const toAuthor = (document: PayloadDocument): Author =>
  authorSchema.parse({
    ...named(document),
    role: readText(document['role']),
    bio: readText(document['bio']),
    photo: readReference(document['photo']),
    links: readLinks(document['links']),
  });

/** Categories and series have the same shape. */
export const toNamed = (document: PayloadDocument): Category =>
  categorySchema.parse({ ...named(document), description: readText(document['description']) });

export const toOrganisation = (document: PayloadDocument): Organisation =>
  organisationSchema.parse({
    ...named(document),
    about: readText(document['about']),
    source: readText(document['source']),
    checkedAt: readTime(document['checkedAt']),
    interest: readChoice(document['interest'], organisationSchema.shape.interest.options, 'none'),
    disclosure: readText(document['disclosure']),
  });

export const toPublication = (document: PayloadDocument): Publication =>
  publicationSchema.parse({
    id: 'publication',
    name: readText(document['name']),
    tagline: readText(document['tagline']),
    owner: readText(document['owner']),
    orgNumber: readText(document['orgNumber']),
    responsibleEditor: readText(document['responsibleEditor']),
    address: readText(document['address']),
    email: readText(document['email']),
    phone: readText(document['phone']),
    socialLinks: readLinks(document['socialLinks']),
    notice: readText(document['notice']),
  });

export const toFrontPage = (document: PayloadDocument): FrontPage =>
  frontPageSchema.parse({
    id: 'front-page',
    lead: readReference(document['lead']),
    picked: readReferences(document['picked']),
  });

/**
 * A redirect to an article follows the article by id; any other leads to a safe address. One whose article was
 * deleted leads nowhere: its address is gone, but never unknown.
 */
export function toRedirect(document: PayloadDocument): Redirect {
  const article = readReference(document['article']);
  const to = article === null ? toSafeHref(document['to']) : null;
  const isUnsafe = article === null && to === null && readText(document['to']) !== '';
  if (isUnsafe) throw new UnpublishableError('to', 'leads nowhere');
  return redirectSchema.parse({
    id: readReference(document),
    from: requireText(readText(document['from']), 'from'),
    article,
    to,
  });
}

function named(document: PayloadDocument) {
  return {
    id: readReference(document),
    slug: requireSlug(readText(document['slug'])),
    name: requireText(readText(document['name']), 'name'),
  };
}

function readLinks(value: unknown) {
  return readRows(value).flatMap((row) => {
    const url = toSafeHref(row['url']);
    return url === null ? [] : [{ label: readText(row['label']) || url, url }];
  });
}
