import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import type { Store } from '../../src/store.ts';
import { joints } from '../norwegian/joints.ts';
import { pagePolicy } from '../http/page-policy.ts';
import { withUsedStyles } from './used-styles.ts';
import { gonePath, notFoundPath } from '../../../content/model/urls.ts';

export interface Origins {
  url: string;
  cmsUrl: string;
  /** Announces the feeds (W3C WebSub), when there is one. */
  hub?: string | undefined;
}

type Render = (request: Request, locals: App.Locals) => Promise<Response>;

/** Loads the built pages (`astro build`). */
export async function loadBundle(folder = '.build/site'): Promise<Render> {
  // why: the bundle's one export, made by `site/src/adapter/entry.ts`.
  const bundle = (await import(pathToFileURL(resolve(folder, 'server/entry.mjs')).href)) as {
    render: Render;
  };
  return bundle.render;
}

class PageError extends Error {
  override name = 'PageError';
}

/**
 * The page at a path, in the bytes that are written to disk: with its Content-Security-Policy as a `<meta>`,
 * because a static file has no headers. Throws PageError when the page answers with anything but its page.
 */
export async function renderPage(options: {
  render: Render;
  path: string;
  store: Store;
  site: Origins;
}): Promise<Buffer> {
  const { render, path, store, site } = options;
  // Astro has its pages without an ending.
  const address = path === notFoundPath || path === gonePath ? path.replace('.html', '/') : path;
  const response = await render(new Request(new URL(address, site.url)), {
    ...{ store, site, joints },
  });
  const isNotFoundPage = path === notFoundPath && response.status === 404;
  if (response.status !== 200 && !isNotFoundPage) {
    throw new PageError(`${path} rendered with status ${response.status}`);
  }
  const isHtml = response.headers.get('content-type')?.startsWith('text/html') === true;
  if (!isHtml) {
    const { buffer, byteOffset, byteLength } = await response.bytes();
    return Buffer.from(buffer, byteOffset, byteLength);
  }
  const bytes = Buffer.from(withUsedStyles(await response.text()));
  return withPolicy(bytes, pagePolicy(bytes, path, site.cmsUrl));
}

/** The first tag of every page's head (Head.astro): nothing may load before the policy is known. */
const charset = '<meta charset="utf-8">';

function withPolicy(html: Buffer, policy: string): Buffer {
  const end = html.indexOf(charset) + charset.length;
  if (end < charset.length) throw new PageError(`the page has no ${charset}`);
  const meta = `<meta http-equiv="content-security-policy" content="${policy}">`;
  return Buffer.concat([html.subarray(0, end), Buffer.from(meta), html.subarray(end)]);
}
