import { gunzipSync, gzipSync } from 'node:zlib';
import type { About } from '../../src/search/about.ts';

/** What results show of an article: its text, and what is about it. */
export interface Shown {
  read: string;
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
  const { read = '', about } = shown.get(fragment.url) ?? {};
  // As it is read, not as it is found.
  fragment.content = read;
  delete fragment.meta['alike'];
  delete fragment.meta['title'];
  fragment.meta['about'] = JSON.stringify(about);
  return gzipSync(fragmentMark + JSON.stringify(fragment));
}
