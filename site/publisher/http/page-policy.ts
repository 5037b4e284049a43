import { hash } from 'node:crypto';
import { searchPath } from '../../../content/model/urls.ts';

/**
 * The Content-Security-Policy of a page (W3C CSP 3): its own origin, the very scripts and styles that stand
 * in its bytes (by hash), the form's target, and WebAssembly where the search runs. No other host.
 */
export function pagePolicy(html: Buffer, path: string, cmsUrl: string): string {
  const scripts = ["'self'", ...hashesOf(html, 'script')];
  if (path === searchPath) scripts.push("'wasm-unsafe-eval'");
  return [
    "default-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    `script-src ${scripts.join(' ')}`,
    `style-src ${["'self'", ...hashesOf(html, 'style')].join(' ')}`,
    `form-action 'self' ${cmsUrl}`,
    `connect-src 'self' ${cmsUrl}`,
  ].join('; ');
}

/** Hash sources of the elements that have their code inside. Data blocks (JSON-LD) are not code. */
function hashesOf(html: Buffer, tag: 'script' | 'style'): Set<string> {
  const hashes = new Set<string>();
  for (let at = html.indexOf(`<${tag}`); at !== -1; at = html.indexOf(`<${tag}`, at)) {
    const begin = html.indexOf('>', at) + 1;
    const end = html.indexOf(`</${tag}>`, begin);
    if (begin === 0 || end === -1) break;
    const opening = html.toString('latin1', at, begin);
    const isData = opening.includes('application/ld+json');
    if (!isData && end > begin) {
      hashes.add(`'sha256-${hash('sha256', html.subarray(begin, end), 'base64')}'`);
    }
    at = end;
  }
  return hashes;
}
