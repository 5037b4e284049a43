import type { Shown } from './finish-fragment.ts';
import type { WordCount } from './known-words.ts';
import type { FoundBy } from './search-record.ts';

/** By article id. */
export type Indexed = Map<string, FoundBy & { version: string }>;

/** A year's bundle, and what is gathered while it is made. */
export interface MadeYear {
  name: string;
  year: string;
  /** Folder with what Pagefind wrote. */
  draft: string;
  /** Of what it is made; undefined when the year has no article any more. */
  digest: string | undefined;
  indexed: Indexed;
  words: WordCount;
  /** All that anything is found by, as Pagefind got it. */
  terms: Set<string>;
  /** By the address of the article. */
  shown: Map<string, Shown>;
}
