/** What a page tells browsers, search engines and feed readers about itself. */
export interface PageHead {
  /** Without the name of the publication; the front page leaves it out. */
  title?: string;
  description: string;
  /** Canonical path. */
  path: string;
  share?: { path: string; width: number; height: number; alt: string } | undefined;
  article?: {
    revision: string;
    publishedAt: string;
    modifiedAt: string;
    authorPaths: string[];
    section: string | undefined;
    tags: string[];
  };
  /** RSS of the lists this page belongs to; the whole site's feeds are always there. */
  feeds?: { title: string; path: string }[];
  jsonLd?: object;
  /** Kept out of search engines. */
  isHidden?: boolean;
}
