import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { searchPath } from '../../content/model/urls.ts';
import type { Store } from '../store/questions.ts';

export interface Origins {
  url: string;
  cmsUrl: string;
}

type Render = (request: Request, locals: App.Locals) => Promise<Response>;

/** Loads the built pages (`astro build`). */
export async function loadBundle(folder = '.build/site'): Promise<Render> {
  // why: the bundle's one export, made by `site/adapter/render.ts`.
  const bundle = (await import(pathToFileURL(resolve(folder, 'server/entry.mjs')).href)) as {
    render: Render;
  };
  return bundle.render;
}

export class PageError extends Error {
  override name = 'PageError';
}

/**
 * The page at a path as it is written to disk: the Content-Security-Policy that Astro computed (with the
 * hashes of this page's scripts and styles) becomes a `<meta>`, because a static file has no headers.
 */
export async function renderPage(options: {
  render: Render;
  path: string;
  store: Store;
  site: Origins;
}): Promise<string> {
  const { render, path, store, site } = options;
  const address = path === '/404.html' ? '/404/' : path;
  const response = await render(new Request(new URL(address, site.url)), { store, site });
  const isNotFoundPage = path === '/404.html' && response.status === 404;
  if (response.status !== 200 && !isNotFoundPage) {
    throw new PageError(`${path} rendered with status ${response.status}`);
  }
  const text = await response.text();
  const policy = response.headers.get('content-security-policy');
  return policy === null ? text : withPolicy(text, pagePolicy(policy, path, site.cmsUrl));
}

/** The page's policy, widened by what the site itself needs: the form's target, and WebAssembly for search. */
export function pagePolicy(policy: string, path: string, cmsUrl: string): string {
  const parts = policy
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const widened = parts.map((part) =>
    path === searchPath && part.startsWith('script-src ') ? `${part} 'wasm-unsafe-eval'` : part,
  );
  return [...widened, `form-action 'self' ${cmsUrl}`, `connect-src 'self' ${cmsUrl}`].join('; ');
}

function withPolicy(html: string, policy: string): string {
  const meta = `<meta http-equiv="content-security-policy" content="${policy.replaceAll('"', '&quot;')}">`;
  return html.replace(/<head>(<meta charset="[^"]*"\s*\/?>)?/i, (head) => `${head}${meta}`);
}
