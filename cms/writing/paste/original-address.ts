/** Redirects that search engines, mail programs and networks put before an address: host, path, parameter. */
const redirects: [host: RegExp, path: RegExp, parameters: readonly string[]][] = [
  [/(^|\.)google\.[a-z.]+$/, /^\/url$/, ['q', 'url']],
  [/(^|\.)bing\.com$/, /^\/ck\/a$/, ['u']],
  [/(^|\.)duckduckgo\.com$/, /^\/l\/$/, ['uddg']],
  [/(^|\.)safelinks\.protection\.outlook\.com$/, /^\//, ['url']],
  [/^statics\.teams\.cdn\.office\.net$/, /safelinks/, ['url']],
  [/^(l|lm)\.(facebook|instagram|messenger)\.com$/, /^\/(l\.php)?$/, ['u']],
  [/(^|\.)linkedin\.com$/, /^\/(redir|safety\/go)/, ['url']],
  [/(^|\.)youtube\.com$/, /^\/redirect$/, ['q']],
  [/(^|\.)slack-redir\.net$/, /^\/link$/, ['url']],
];

/** Where a link was meant to lead: the redirects before it are undone. */
export function originalAddress(address: string, depth = 3): string {
  if (depth === 0 || !URL.canParse(address)) return address;
  const { hostname, pathname, searchParams } = new URL(address);
  // Yahoo writes it into the path.
  const inPath = /(^|\.)search\.yahoo\.com$/.test(hostname)
    ? readTarget(decoded(/\/RU=([^/]+)\//.exec(pathname)?.[1] ?? ''))
    : undefined;
  if (inPath !== undefined) return originalAddress(inPath, depth - 1);
  for (const [host, path, parameters] of redirects) {
    if (!host.test(hostname) || !path.test(pathname)) continue;
    for (const name of parameters) {
      const target = readTarget(searchParams.get(name) ?? '');
      if (target !== undefined) return originalAddress(target, depth - 1);
    }
  }
  return address;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value; // a stray per cent sign: as it stands, which is no address
  }
}

/** Bing writes it in base64, after two letters. */
function readTarget(value: string): string | undefined {
  if (/^https?:\/\//i.test(value)) return value;
  if (!/^a1[\w-]+$/.test(value)) return undefined;
  try {
    const decoded = atob(value.slice(2).replaceAll('-', '+').replaceAll('_', '/'));
    return /^https?:\/\//i.test(decoded) ? decoded : undefined;
  } catch {
    return undefined; // no base64: the address stays as it is
  }
}
