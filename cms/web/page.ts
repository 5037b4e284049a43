import { createHash } from 'node:crypto';
import type { Payload } from 'payload';
import { markup, trusted, type Markup } from '../../content/model/markup.ts';
import { loadPublication } from '../mapping/load-article.ts';
import { readEnvironment } from '../environment.ts';
import { text } from './text.ts';

const styles = `
@font-face{font-family:Newsreader;src:url(/api/web/newsreader.woff2) format('woff2');font-display:swap}
@font-face{font-family:'Schibsted Grotesk';font-weight:700;src:url(/api/web/schibsted-grotesk.woff2) format('woff2');font-display:swap}
:root{color-scheme:light dark;--paper:#FAF6EF;--ink:#14191F;--quiet:#565C64;--line:#DED5C5;--spruce:#0C5A49;--on-spruce:#fff;--alert:#93263A}
@media (prefers-color-scheme:dark){:root{--paper:#191714;--ink:#ECE7DD;--quiet:#ABA598;--line:#474239;--spruce:#7FCDB6;--on-spruce:#14191F;--alert:#F09AA5}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.1875rem/1.55 Newsreader,Georgia,serif}
header,main{max-width:38rem;margin:0 auto;padding:1.25rem}
header{border-bottom:1px solid var(--line)}
header a{font:700 1.25rem/1.2 'Schibsted Grotesk',system-ui,sans-serif;color:inherit;text-decoration:none}
header span{color:var(--spruce)}
h1,h2,label,legend,button,.field{font-family:'Schibsted Grotesk',system-ui,sans-serif}
h1{font-size:2rem;line-height:1.15;margin:2rem 0 1rem;text-wrap:balance}
h2{font-size:1.25rem;margin:2.5rem 0 .5rem;padding-top:1.25rem;border-top:1px solid var(--line)}
p{margin:0 0 1rem}a{color:var(--spruce)}
button{min-height:3rem;padding:.75rem 1.5rem;border:1px solid var(--spruce);border-radius:2px;background:var(--spruce);color:var(--on-spruce);font-size:1.0625rem;font-weight:700;cursor:pointer}
button.quiet{background:transparent;color:var(--spruce)}
button.danger{background:transparent;border-color:var(--alert);color:var(--alert)}
section{margin-top:2.5rem;padding-top:1.25rem;border-top:1px solid var(--line)}section form{margin:.5rem 0}
button:focus-visible,a:focus-visible,input:focus-visible{outline:3px solid var(--spruce);outline-offset:3px}
form{margin:1.5rem 0}fieldset{border:0;margin:0 0 1.25rem;padding:0}
legend{font-weight:700;padding:0;margin-bottom:.25rem}
.choice{display:flex;gap:.75rem;align-items:center;min-height:2.75rem;font-size:1.0625rem}
.choice input{width:1.25rem;height:1.25rem;accent-color:var(--spruce)}
.field{display:block;width:100%;min-height:3rem;padding:.5rem .75rem;margin:.25rem 0 1rem;border:1px solid var(--quiet);border-radius:2px;background:var(--paper);color:var(--ink);font-size:1.0625rem}
.help{color:var(--quiet);font-size:1rem}.problem{color:var(--alert);font-weight:600}
.mail{width:100%;height:36rem;border:1px solid var(--line);background:#fff}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:0.9375rem/1.5 ui-monospace,monospace;border:1px solid var(--line);padding:1rem}
.comment{display:block}fieldset:not(:has([value=commented]:checked)) .comment{display:none}
blockquote{margin:.75rem 0;padding-left:1rem;border-left:4px solid var(--spruce);font-size:1.3125rem}
textarea.field{min-height:5.5rem;font:1.0625rem/1.45 'Schibsted Grotesk',system-ui,sans-serif}
.done{border-left:4px solid var(--spruce);padding-left:1rem}
`;

const styleHash = createHash('sha256').update(styles).digest('base64');

export interface PageContent {
  title: string;
  body: Markup;
  status?: number;
  headers?: Record<string, string>;
  /** Whether the page may show another page of ours in a frame. */
  frames?: boolean;
  /** Whether it is for people who are logged in. Their cookie counts only on forms that tell their own origin. */
  isForNewsroom?: boolean;
}

/**
 * One of the small pages behind the links of a mail: complete in itself, no script, no cookie, not to
 * be indexed, kept or framed, and telling no other site where the reader came from.
 */
export async function page(payload: Payload, content: PageContent): Promise<Response> {
  const name = (await loadPublication(payload)).name || text.fallbackName;
  const { siteUrl } = readEnvironment();
  const { html } = markup`<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${content.title} · ${name}</title>
<style>${trusted(styles)}</style>
</head>
<body>
<header><a href="${siteUrl}/"><span>«</span>${name}<span>»</span></a></header>
<main>
<h1>${content.title}</h1>
${content.body}
</main>
</body>
</html>
`;
  return new Response(html, {
    status: content.status ?? 200,
    headers: {
      ...pageHeaders(content),
      'content-type': 'text/html; charset=utf-8',
      ...content.headers,
    },
  });
}

/** A page that only says something and leads back to the site. */
export const notice = (
  payload: Payload,
  { title, lead, status }: { title: string; lead: string; status?: number },
) =>
  page(payload, {
    title,
    body: markup`<p>${lead}</p><p><a href="${readEnvironment().siteUrl}/">${text.toSite}</a></p>`,
    ...(status === undefined ? {} : { status }),
  });

/** 303 to a page of the public site: its origin comes from the settings, never from the request. */
export const seeOther = (path: string) =>
  new Response(null, {
    status: 303,
    headers: { ...pageHeaders(), location: new URL(path, readEnvironment().siteUrl).href },
  });

function pageHeaders(content: Partial<PageContent> = {}): Record<string, string> {
  const { siteUrl } = readEnvironment();
  const frames = content.frames === true ? "frame-src 'self'; " : '';
  return {
    'cache-control': 'no-store',
    // «no-referrer» turns the origin of a form into `null` (Fetch § 3.1), and Payload then ignores the cookie.
    'referrer-policy': content.isForNewsroom === true ? 'same-origin' : 'no-referrer',
    'x-robots-tag': 'noindex',
    'x-content-type-options': 'nosniff',
    // form-action names the site too: browsers apply it to the redirect that follows a form.
    'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; font-src 'self'; form-action 'self' ${siteUrl}; base-uri 'none'; ${frames}frame-ancestors 'none'`,
  };
}
