/** A publication as its old system kept it, in the few words that all of them share. */

/** A picture by its address in the old system. */
export interface ArchivePicture {
  url: string;
  alt: string;
  caption: string;
}

export interface ArchivePost {
  /** Names it in its system, the same in every export of it: `wordpress/example.com/post/100`. */
  key: string;
  title: string;
  slug: string;
  /** HTML; what only its own system can read (shortcodes, `[caption]`) has been made HTML. */
  html: string;
  excerpt: string;
  /** Paths it has had, with their queries: `/2021/12/13/navn/`, `/?p=100`. The first is the one readers know. */
  addresses: string[];
  /** ISO 8601 UTC; null where the source has none that can be read. */
  publishedAt: string | null;
  modifiedAt: string | null;
  state: 'published' | 'draft' | 'scheduled' | 'private' | 'protected';
  /** An evergreen page («Om oss»), which is no article here. */
  isPage: boolean;
  /** Keys of people. */
  authors: string[];
  categories: string[];
  tags: string[];
  hero: ArchivePicture | null;
  comments: number;
}

interface ArchivePerson {
  key: string;
  name: string;
  bio: string;
  /** Paths of the page that lists what she wrote. */
  addresses: string[];
}

/** A category or a tag, by the paths of the pages that list what it is on. */
interface ArchiveName {
  name: string;
  addresses: string[];
}

/** What could not be read, and where: the rest comes in. */
export interface Unreadable {
  /** File and line, or the title. */
  place: string;
  kind: UnreadableKind;
}
export type UnreadableKind =
  'xml' | 'json' | 'front' | 'html' | 'zip' | 'date' | 'unknownFile' | 'tooLarge';

export interface Archive {
  system: 'wordpress' | 'ghost' | 'substack' | 'medium' | 'squarespace' | 'markdown';
  name: string;
  /** Origin of the old site: `https://example.com`; null where the export does not tell. */
  origin: string | null;
  people: ArchivePerson[];
  categories: ArchiveName[];
  tags: ArchiveName[];
  posts: ArchivePost[];
  /** What is known of pictures beyond what stands beside them in a text; by address. */
  pictures: Map<string, ArchivePicture>;
  /** Text that no reader of ours understands, by the key of its post; it is told, and reaches no page. */
  leftovers: Map<string, string[]>;
  /** Addresses of what has no place here: they answer that it is gone. */
  gone: string[];
  /** Posts of types that the system does not have by itself, with the type. */
  otherTypes: string[];
  /** Titles of posts with words of their own for search engines, for which there is no place here. */
  searchTexts: string[];
  unreadable: Unreadable[];
}

export const emptyArchive = (system: Archive['system']): Archive => ({
  ...{ system, name: '', origin: null, people: [], categories: [], tags: [], posts: [] },
  ...{ pictures: new Map(), leftovers: new Map() },
  ...{ gone: [], otherTypes: [], searchTexts: [], unreadable: [] },
});

/** Of an address, what an old site answers to: path and query. Undefined for what is no address. */
export function pathOf(address: string): string | undefined {
  const base = 'https://old.invalid';
  if (address.trim() === '' || !URL.canParse(address, base)) return undefined;
  const { pathname, search } = new URL(address, base);
  return pathname + search;
}
