import { longDay } from '../typesetting/dates.ts';
import type { About } from './about.ts';
import { excerptOf, isNamed, markWords, type Word } from './search-words.ts';

/** A result, printed as it is. */
export interface Hit {
  url: string;
  title: Word[];
  /** Where its long words may be broken, by the word. */
  joints: Readonly<Record<string, readonly number[]>>;
  /** Kind, tema and day, in words; of what is paid for, that it is and who paid. */
  label: string;
  isPaid: boolean;
  /** `#48 | Bergen`; empty for none. */
  mark: string;
  authors: Word[];
  excerpt: Word[];
  /** Pages it stands on that are called what was asked for. */
  pages: { name: string; path: string }[];
}

/** What Pagefind hands out of a result. */
export interface Data {
  url: string;
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

/** A result as its row shows it; `words` are marked. */
export function toHit({ url, content, meta, filters }: Data, words: readonly string[]): Hit {
  const day = meta['date']?.replace(/^(\d{4})(\d\d)/, '$1-$2-') ?? '';
  const { title = url, joints = {}, payer, mark = '', authors = [], pages = [] } = readAbout(meta);
  const [kind = ''] = filters['kind'] ?? [];
  const parts = payer === undefined ? [kind, ...(filters['category'] ?? [])] : [kind, payer];
  return {
    ...{ url, mark, joints, isPaid: payer !== undefined },
    title: markWords(title, words),
    label: [...parts, day && longDay(day)].filter(Boolean).join(' · '),
    authors: markWords(authors.join(', '), words),
    excerpt: excerptOf(content, words),
    pages: pages.filter(([name]) => isNamed(name, words)).map(([name, path]) => ({ name, path })),
  };
}

// why: written by our own index.
export const readAbout = (meta: Data['meta']) =>
  JSON.parse(meta['about'] ?? '{}') as Partial<About>;
