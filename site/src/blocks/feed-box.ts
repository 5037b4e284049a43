import type { Article } from '../../../content/model/article.ts';
import type { BoxOf, BoxType } from '../../../content/model/blocks/blocks.ts';
import type { Media, Organisation, StoredFile } from '../../../content/model/documents.ts';
import type { TextContext } from '../text/inline-html.ts';

/** What a body needs to be read far from the site: lookups, and addresses made absolute. */
export interface FeedContext extends TextContext {
  toAddress: (path: string) => string;
  media: (id: string) => Media | undefined;
  file: (id: string) => StoredFile | undefined;
  organisation: (id: string) => Organisation | undefined;
  /** A public article, for links between texts. */
  article: (id: string) => Pick<Article, 'slug' | 'title' | 'marking'> | undefined;
  /** Everything there is to read in the article, for a box that may repeat it. */
  words: () => string;
}

/** A box as plain HTML for feed readers; empty when there is nothing to show there. Every address is absolute. */
export type FeedBox<Type extends BoxType> = (box: BoxOf<Type>, context: FeedContext) => string;

export type FeedBoxes = { [Type in BoxType]: FeedBox<Type> };
