import type { DocumentType } from '../../content/model/documents.ts';

/**
 * What an answer was made from, as short strings. A question notes a tag for everything it looks at, also
 * for what it looked for and did not find; a change touches the tags of everything that became different.
 */
export type Tag = string;
export type Note = (tag: Tag) => void;

/** The whole document. For an article: its page, not its card. */
export const documentTag = (type: DocumentType, id: string): Tag => `${type}:${id}`;
/** What lists show of an article; untouched when only its body changed. */
export const cardTag = (id: string): Tag => `card:${id}`;
/** Which document answers to a slug. */
export const slugTag = (type: DocumentType, slug: string): Tag => `slug:${type}:${slug}`;
/** Positions 20·chunk … 20·chunk + 19 of a list, counted from the oldest, and whether they are all taken. */
export const chunkTag = (list: string, chunk: number): Tag => `list:${list}#${chunk}`;
/** Touched by every change of a list. */
export const newestTag = (list: string): Tag => `list:${list}#newest`;
/** Which documents of a type are in use, and their names. */
export const namesTag = (type: DocumentType): Tag => `names:${type}`;
/** Members and numbers of a series. */
export const partsTag = (seriesId: string): Tag => `parts:${seriesId}`;
export const yearsTag: Tag = 'years';
export const sitemapTag: Tag = 'sitemap';

const mediaPrefix = documentTag('media', '');
/** The id of the media document a tag stands for, if it stands for one. */
export const mediaOfTag = (tag: Tag): string | undefined =>
  tag.startsWith(mediaPrefix) ? tag.slice(mediaPrefix.length) : undefined;
