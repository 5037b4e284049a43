import type { AcceptedMail } from './journal.ts';

/** The mailbox for people: lists and shows what was accepted, without JavaScript. */

const escape = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const style = `
:root { color-scheme: light dark; --paper: #fbf8f3; --ink: #14202b; --quiet: #5b6670; --line: #ded7ca; --link: #1f5a4c }
@media (prefers-color-scheme: dark) { :root { --paper: #191b1d; --ink: #ece7de; --quiet: #a3a8ab; --line: #34383b; --link: #8fd0bd } }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif }
h1 { font-size: 1.6rem; line-height: 1.2 } h1 a { color: inherit; text-decoration: none }
a { color: var(--link) } p, td, th { overflow-wrap: anywhere }
table { width: 100%; border-collapse: collapse } th { text-align: left; font-weight: 600 }
th, td { padding: .6rem .8rem .6rem 0; border-top: 1px solid var(--line); vertical-align: top }
.quiet { color: var(--quiet) } input { font: inherit; padding: .4rem .6rem; border: 1px solid var(--quiet); background: transparent; color: inherit }
button { font: inherit; padding: .4rem .9rem; border: 0; background: var(--link); color: var(--paper) }
iframe { width: 100%; height: 46rem; border: 1px solid var(--line); background: #fff } pre { white-space: pre-wrap; border-left: 3px solid var(--line); padding-left: 1rem }
`;

export const pageStyle = style;

export function listPage(mails: readonly AcceptedMail[], filter: string): string {
  const shown = mails
    .filter(
      ({ to }) =>
        filter === '' || to.some((address) => address.toLowerCase().includes(filter.toLowerCase())),
    )
    .slice(-200)
    .reverse();
  const rows = shown.map(
    (mail) =>
      `<tr><td><a href="/mails/${mail.id}">${escape(mail.subject)}</a></td><td>${escape(mail.to.join(', '))}</td><td class="quiet"><time datetime="${mail.at}">${time(mail.at)}</time></td></tr>`,
  );
  const empty =
    '<p>Ingen brev ennå. Alt som sendes fra denne maskinen, havner her og ikke hos noen andre.</p>';
  return page(
    'Postkassen',
    `<form method="get" action="/"><label for="to">Til</label> <input id="to" name="to" value="${escape(filter)}"> <button>Finn</button></form>
${shown.length === 0 ? empty : `<table><thead><tr><th>Emne</th><th>Til</th><th>Tid</th></tr></thead><tbody>${rows.join('')}</tbody></table>`}`,
    filter === '' ? '<meta http-equiv="refresh" content="5">' : '',
  );
}

export function mailPage(mail: AcceptedMail): string {
  const headers = {
    Fra: mail.from,
    Til: mail.to.join(', '),
    Emne: mail.subject,
    Tid: time(mail.at),
    ...mail.headers,
  };
  const rows = Object.entries(headers).map(
    ([name, value]) => `<tr><th>${escape(name)}</th><td>${escape(value)}</td></tr>`,
  );
  const html =
    mail.html === ''
      ? ''
      : `<h2>Som HTML</h2><iframe src="/mails/${mail.id}/html" title="Brevet som HTML" sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"></iframe>`;
  return page(
    mail.subject,
    `<p><a href="/">Alle brev</a></p><table><tbody>${rows.join('')}</tbody></table>${html}<h2>Som tekst</h2><pre>${linked(mail.text)}</pre>`,
  );
}

/** Addresses in the text part can be followed. */
const linked = (text: string) =>
  escape(text).replace(
    /https?:\/\/[^\s<>()]+/g,
    (url) => `<a href="${url}" target="_top">${url}</a>`,
  );

const time = (at: string) =>
  new Intl.DateTimeFormat('nb', {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'Europe/Oslo',
  }).format(new Date(at));

const page = (title: string, body: string, head = '') =>
  `<!doctype html><html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title>${head}<link rel="stylesheet" href="/mailbox.css"></head><body><h1><a href="/">« Postkassen »</a></h1>${title === 'Postkassen' ? '' : `<h2>${escape(title)}</h2>`}${body}</body></html>`;
