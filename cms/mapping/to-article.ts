import { articleSchema, type Article } from '../../content/model/article.ts';
import {
  readChoice,
  readGroup,
  readOptionalText,
  readReference,
  readReferences,
  readRows,
  readText,
  readTime,
  type PayloadDocument,
} from './read-document.ts';
import { toBlocks } from './to-blocks.ts';
import { requireSlug, requireText } from './unpublishable-error.ts';
import { mediaIn } from '../../content/model/blocks/blocks.ts';

/**
 * The one door from a Payload article to `content/model`. Pure; references may be ids or populated.
 * Throws `UnpublishableError` (or a ZodError) when the published article cannot be shown.
 */
export function toArticle(document: PayloadDocument): Article {
  const published = readGroup(document['published']);
  const publishedAt = readTime(document['publishedAt']) ?? readTime(published['firstAt']);
  return articleSchema.parse({
    ...content(document),
    revision: requireText(readText(published['revision']), 'published.revision'),
    slug: requireSlug(readText(document['slug'])),
    title: requireText(readText(document['title']), 'title'),
    publishedAt: requireText(publishedAt, 'publishedAt'),
    modifiedAt: readTime(published['lastAt']) ?? publishedAt,
  });
}

/** A half-written article for the preview: revision `draft`, empty values for what is not there yet. */
export function toDraftArticle(document: PayloadDocument): Article {
  const publishedAt =
    readTime(document['publishedAt']) ??
    readTime(document['updatedAt']) ??
    new Date(0).toISOString();
  return articleSchema.parse({
    ...content(document),
    revision: 'draft',
    slug: readText(document['slug']),
    title: readText(document['title']),
    publishedAt,
    modifiedAt: publishedAt,
  });
}

/** The media an article shows: its hero, whom it interviews, and the pictures in the body. */
export function mediaOf({ hero, interviewees, body }: Article): string[] {
  const portraits = interviewees.flatMap(({ portrait }) => portrait ?? []);
  return [...new Set([...(hero === null ? [] : [hero]), ...portraits, ...mediaIn(body)])];
}

function content(document: PayloadDocument) {
  return {
    id: readReference(document),
    kind: readChoice(document['kind'], articleSchema.shape.kind.options, 'news'),
    lead: readText(document['lead']),
    hero: readReference(document['heroImage']),
    body: toBlocks(document['body']),
    authors: readReferences(document['authors']),
    category: readReference(document['category']),
    tags: readTags(document['tags']),
    series: readReference(document['series']),
    seriesNumber: Number.isInteger(document['seriesNumber']) ? document['seriesNumber'] : null,
    place: readOptionalText(document['place'])?.toLocaleUpperCase('nb') ?? null,
    interviewees: readRows(document['interviewees'])
      .map((row) => ({
        ...portraitOf(row),
        name: readText(row['name']),
        role: readText(row['role']),
        organisation: readReference(row['organisation']),
      }))
      .filter(({ name }) => name !== ''),
    organisations: readReferences(document['organisations']),
    related: readReferences(document['related']),
    marking: readChoice(document['marking'], articleSchema.shape.marking.options, 'editorial'),
    sponsor: readOptionalText(document['sponsor']) ?? null,
    corrections: correctionsOf(document).map(({ at, text }) => ({ at, text })),
  };
}

function portraitOf(row: PayloadDocument): { portrait?: string } {
  const portrait = readReference(row['portrait']);
  return portrait === null ? {} : { portrait };
}

const readTags = (value: unknown) =>
  Array.isArray(value) ? value.map(readText).filter((tag) => tag !== '') : [];

/** The corrections with the ids of their rows, which the model does not have. */
export function correctionsOf(document: PayloadDocument) {
  return readRows(document['corrections']).flatMap((row) => {
    const at = readTime(row['at']);
    const text = readText(row['text']);
    return at === null || text === '' ? [] : [{ id: readText(row['id']), at, text }];
  });
}
