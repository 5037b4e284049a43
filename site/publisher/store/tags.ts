import type { Article } from '../../../content/model/article.ts';
import type { Change } from '../../../content/model/documents.ts';
import { toSlug } from '../../../content/model/slug.ts';
import type { Tag } from '../../src/store.ts';
import type { DocumentStore } from './document-store.ts';
import type { SortedList } from './sorted-list.ts';

/** A few tags are on most articles, and a slug takes its time. */
const slugs = new Map<string, string>();

/** The slug of a tag; empty for one without a letter or digit. */
function tagSlug(tag: string): string {
  const slug = slugs.get(tag) ?? toSlug(tag);
  slugs.set(tag, slug);
  return slug;
}

/** Slugs of the tags of an article, each once. */
export const tagSlugs = ({ tags }: Pick<Article, 'tags'>): string[] =>
  [...new Set(tags.map(tagSlug))].filter((slug) => slug !== '');

/** Slugs of the tags that a change brings. */
export const tagsIn = (change: Change) =>
  change.type === 'article' ? tagSlugs(change.document) : [];

/** A tag as its oldest article spells it; undefined when nothing carries it. */
export function findTag(documents: DocumentStore, slug: string): Tag | undefined {
  const oldest = documents.list(`tag:${slug}`)?.ids[0] ?? '';
  const { tags } = documents.get('article', oldest)?.document ?? {};
  const name = tags?.find((tag) => tagSlug(tag) === slug);
  return name === undefined ? undefined : { slug, name };
}

/** Whether it is the article that a tag is called after. */
export const namesTag = ({ name, ids }: SortedList, id: string) =>
  name.startsWith('tag:') && ids[0] === id;
