import { gunzipSync, gzipSync } from 'node:zlib';
import type { About } from '../../src/search/about.ts';
import { searchMark } from '../../src/search/search-mark.ts';

const fragmentMark = 'pagefind_dcd';

/**
 * A result's own file without what it is only found by: that is in the index, and more than half of the bytes; and with
 * what its row shows, by its address. Throws when Pagefind writes its files in another way.
 */
export function finishFragment(bytes: Buffer, abouts: ReadonlyMap<string, About>): Buffer {
  const written = gunzipSync(bytes).toString();
  if (!written.startsWith(fragmentMark)) throw new Error('Pagefind writes fragments in a new form');
  // why: what we gave Pagefind above, in its own frame.
  const fragment = JSON.parse(written.slice(fragmentMark.length)) as {
    url: string;
    content: string;
    meta: Record<string, string>;
  };
  const [content = ''] = fragment.content.split(searchMark);
  fragment.content = content.trim();
  delete fragment.meta['alike'];
  fragment.meta['about'] = JSON.stringify(abouts.get(fragment.url));
  return gzipSync(fragmentMark + JSON.stringify(fragment));
}
