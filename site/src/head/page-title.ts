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
  /** schema.org, one script each. */
  jsonLd?: object[];
  /** Kept out of search engines. */
  isHidden?: boolean;
}

/** Search engines and tabs show no more of a title. */
const longest = 70;

/** `<title>`: with the publication's name while there is room, and never longer than is shown. */
export function pageTitle(
  title: string | undefined,
  { name, tagline }: { name: string; tagline: string },
): string {
  if (title === undefined) return clipped(`${name} – ${tagline}`);
  const whole = `${title} – ${name}`;
  return whole.length <= longest ? whole : clipped(title);
}

/** Cut between two words. */
const clipped = (title: string) =>
  title.length <= longest ? title : `${title.slice(0, longest - 1).replace(/[\s,:;–-]+\S*$/, '')}…`;

/** Shorter descriptions say too little where a page is found; in letters. */
const shortest = 50;

/** What a page says of itself, with what the publication is where that is too little. */
export const pageDescription = (
  description: string,
  { name, tagline }: { name: string; tagline: string },
): string =>
  description.length >= shortest
    ? description
    : `${description.replace(/[.…\s]+$/, '')}. ${name}: ${tagline}`;
