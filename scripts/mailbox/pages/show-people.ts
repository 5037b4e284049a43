import type { ServerResponse } from 'node:http';
import type { Journal } from '../journal.ts';
import { listPage } from './list-page.ts';
import { mailPage, sandbox } from './mail-page.ts';
import { markup } from '../../../content/model/markup.ts';
import { pageStyle } from './page-style.ts';
import { page } from './page.ts';
import { text } from './text.ts';

const ownPolicy =
  "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/** As a mail program shows a letter: no scripts, no forms, pictures from anywhere. */
const letterPolicy = `default-src 'none'; img-src http: https: data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox ${sandbox}`;

/** The mailbox for people, without JavaScript: `/`, `/mails/<id>` and `/mails/<id>/html`. */
export function showPeople(journal: Journal, url: URL, response: ServerResponse): void {
  response.setHeader('cache-control', 'no-store');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('x-content-type-options', 'nosniff');
  if (url.pathname === '/') {
    send(response, listPage(journal.mails(), url.searchParams.get('to') ?? ''));
    return;
  }
  if (url.pathname === '/mailbox.css') {
    response.writeHead(200, { 'content-type': 'text/css; charset=utf-8' }).end(pageStyle);
    return;
  }
  const [, id = '', isLetter] = /^\/mails\/([\da-f-]+)(\/html)?$/.exec(url.pathname) ?? [];
  const mail = journal.find(id);
  if (mail === undefined) send(response, notFoundPage(), { status: 404 });
  else if (isLetter === undefined) send(response, mailPage(mail));
  else send(response, outOfFrame(mail.html), { policy: letterPolicy });
}

/** Links leave the frame, also in a letter without a head. The doctype must stay first. */
const outOfFrame = (html: string) =>
  html.replace(/^(\s*<!doctype[^>]*>)?/i, (doctype) => `${doctype}<base target="_top">`);

const notFoundPage = () =>
  page({
    title: text.notFound,
    body: markup`<h1>${text.notFound}</h1>
<p>${text.notFoundWhy}</p>
<p><a href="/">${text.back}</a></p>`,
  });

function send(
  response: ServerResponse,
  html: string,
  { status = 200, policy = ownPolicy } = {},
): void {
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
    })
    .end(html);
}
