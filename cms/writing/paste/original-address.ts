/** Redirects that search engines, mail programs and networks put before an address: host, path, parameter. */
const redirects: [host: RegExp, path: RegExp, parameters: readonly string[]][] = [
  [/(^|\.)google\.[a-z.]+$/, /^\/(url|imgres)$/, ['q', 'url', 'imgrefurl', 'imgurl']],
  [/^translate\.google\.[a-z.]+$/, /^\/(translate|website)$/, ['u']],
  [/(^|\.)(yandex\.[a-z.]+|ecosia\.org|startpage\.com)$/, /^\//, ['url', 'u']],
  [/^out\.reddit\.com$/, /^\//, ['url']],
  [/(^|\.)vk\.com$/, /^\/away/, ['to']],
  [/^protect\d?\.fireeye\.com$/, /^\//, ['u']],
  [/^linkprotect\.cudasvc\.com$/, /^\/url$/, ['a']],
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
  const url = new URL(address);
  const { hostname, pathname, searchParams } = url;
  const inPath = readTarget(writtenInto(url));
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

/** Where the whole address is written into path or host: Yahoo, Google's AMP and translations, Proofpoint. */
function writtenInto({ hostname, pathname, searchParams, search, href }: URL): string {
  if (/(^|\.)search\.yahoo\.com$/.test(hostname))
    return decoded(/\/RU=([^/]+)\//.exec(pathname)?.[1] ?? '');
  if (/^(www\.)?google\.[a-z.]+$/.test(hostname) && pathname.startsWith('/amp/'))
    return pathname.replace(/^\/amp\/(s\/)?/, (_, isSecure?: string) =>
      isSecure === undefined ? 'http://' : 'https://',
    );
  if (hostname.endsWith('.translate.goog')) {
    const host = hostname.slice(0, -'.translate.goog'.length);
    const kept = new URLSearchParams(search);
    for (const name of [...kept.keys()]) if (name.startsWith('_x_tr_')) kept.delete(name);
    const plain = host.replace(/--|-/g, (dashes) => (dashes === '--' ? '-' : '.'));
    return `https://${plain}${pathname}${kept.size > 0 ? `?${kept.toString()}` : ''}`;
  }
  if (hostname === 'urldefense.com') return /\/v3\/__(.+?)__;/.exec(href)?.[1] ?? '';
  if (hostname === 'urldefense.proofpoint.com')
    return decoded((searchParams.get('u') ?? '').replaceAll('-', '%').replaceAll('_', '/'));
  return '';
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
