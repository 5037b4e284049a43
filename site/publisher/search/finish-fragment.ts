import { gunzipSync, gzipSync } from 'node:zlib';
import type { About } from '../../src/search/about.ts';
import { searchMark } from '../../src/search/search-mark.ts';

/** What results show of an article: its text, as far as the search mark, and what is about it. */
export interface Shown {
  content: string;
  about: About;
}

const fragmentMark = 'pagefind_dcd';

/**
 * A result's own file without what it is only found by: that is in the index, and more than half of the bytes; and with
 * what its row shows, by its address. Throws when Pagefind writes its files in another way.
 */
export function finishFragment(bytes: Buffer, shown: ReadonlyMap<string, Shown>): Buffer {
  const written = gunzipSync(bytes).toString();
  if (!written.startsWith(fragmentMark)) throw new Error('Pagefind writes fragments in a new form');
  // why: what we gave Pagefind above, in its own frame.
  const fragment = JSON.parse(written.slice(fragmentMark.length)) as {
    url: string;
    content: string;
    meta: Record<string, string>;
  };
  const { content = fragment.content, about } = shown.get(fragment.url) ?? {};
  // Ours, not Pagefind's of it: that has lost its no-break spaces.
  fragment.content = (content.split(searchMark)[0] ?? '').trim();
  delete fragment.meta['alike'];
  fragment.meta['about'] = JSON.stringify(about);
  return gzipSync(fragmentMark + JSON.stringify(fragment));
}
