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

/** What every page may load: its own origin, and nothing from elsewhere. */
const ownOrigin = [
  "default-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
];

/**
 * Astro's policy (hashes of this page's scripts and styles) and what the site adds: its own origin only, the
 * form's target, and WebAssembly on the search page.
 */
export function pagePolicy(policy: string, path: string, cmsUrl: string): string {
  const hashes = policy
    .split(';')
    .map((part) => part.trim())
    .filter((part) => /^(script|style)-src /.test(part))
    .map((part) =>
      path === searchPath && part.startsWith('script-src ') ? `${part} 'wasm-unsafe-eval'` : part,
    );
  const targets = [`form-action 'self' ${cmsUrl}`, `connect-src 'self' ${cmsUrl}`];
  return [...ownOrigin, ...hashes, ...targets].join('; ');
}

function withPolicy(html: string, policy: string): string {
  const meta = `<meta http-equiv="content-security-policy" content="${policy.replaceAll('"', '&quot;')}">`;
  return html.replace(/<head>(<meta charset="[^"]*"\s*\/?>)?/i, (head) => `${head}${meta}`);
}
