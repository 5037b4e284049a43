import { recipientsOf, type AcceptedMail } from '../mail.ts';
import { markup, type Markup } from '../../../content/model/markup.ts';
import { page } from './page.ts';
import { formatTime, text } from './text.ts';

const mostShown = 200;

/** The mails, newest first; `to` is any part of a recipient. Renews itself unless somebody searches. */
export function listPage(mails: readonly AcceptedMail[], to: string): string {
  const wanted = to.trim().toLowerCase();
  const found = mails.filter((mail) =>
    recipientsOf(mail).some((address) => address.toLowerCase().includes(wanted)),
  );
  const shown = found.slice(-mostShown).reverse();
  return page({
    refreshes: wanted === '',
    body: markup`<h1>${text.heading}</h1>
<p class="quiet">${text.about}</p>
${mails.length === 0 ? '' : searchForm(to)}
${shown.length === 0 ? empty(to) : table(shown, found.length)}`,
  });
}

const searchForm = (to: string): Markup => markup`<form method="get" action="/" role="search">
<label for="to">${text.search}</label>
<input id="to" name="to" type="search" value="${to}" autocomplete="off">
<button>${text.find}</button>
${to === '' ? '' : markup`<a href="/">${text.showAll}</a>`}
</form>`;

const empty = (to: string): Markup => markup`<p>${to === '' ? text.none : text.noneFor(to)}</p>`;

const table = (mails: readonly AcceptedMail[], all: number): Markup => markup`
<p class="quiet">${text.count(mails.length, all)}</p>
<table class="list">
<caption>${text.mails}</caption>
<thead><tr><th scope="col">${text.columns.subject}</th><th scope="col">${text.columns.to}</th><th scope="col">${text.columns.at}</th></tr></thead>
<tbody>
${mails.map(row)}
</tbody>
</table>`;

const row = (mail: AcceptedMail): Markup => markup`<tr>
<td><a href="/mails/${mail.id}">${mail.subject}</a></td>
<td>${recipientsOf(mail).join(', ')}</td>
<td class="quiet"><time datetime="${mail.at}">${formatTime(mail.at)}</time></td>
</tr>
`;
