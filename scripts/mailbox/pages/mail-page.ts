import { recipientsOf, type AcceptedMail } from '../mail.ts';
import { markup, type Markup } from '../../../content/model/markup.ts';
import { outcomeFor } from '../outcome-for.ts';
import { page } from './page.ts';
import { formatTime, text } from './text.ts';

/** No scripts; links open outside the frame, in pages that work as usual. */
export const sandbox =
  'allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';

/** One mail: what it says about itself, its html in a closed frame, its text. */
export function mailPage(mail: AcceptedMail): string {
  return page({
    title: mail.subject,
    body: markup`<p><a href="/">← ${text.back}</a></p>
<h1>${mail.subject}</h1>
<table class="facts">
<caption>${text.details}</caption>
<tbody>
${facts(mail).map(([name, value]) => markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>\n`)}
</tbody>
</table>
<h2>${text.asHtml}</h2>
${mail.html === '' ? markup`<p class="quiet">${text.noHtml}</p>` : frame(mail)}
<h2>${text.asText}</h2>
${mail.text === '' ? markup`<p class="quiet">${text.noText}</p>` : markup`<pre>${linked(mail.text)}</pre>`}`,
  });
}

function facts(mail: AcceptedMail): [string, string][] {
  const { fields, outcomes } = text;
  const rows: [string, string][] = [
    [fields.from, mail.from],
    [fields.to, mail.to.join(', ')],
    [fields.cc, mail.cc.join(', ')],
    [fields.bcc, mail.bcc.join(', ')],
    [fields.replyTo, mail.replyTo.join(', ')],
    [fields.at, formatTime(mail.at)],
    [fields.outcome, told(mail, outcomes)],
    ...Object.entries(mail.headers),
    [fields.tags, mail.tags.map(({ name, value }) => `${name}=${value}`).join(', ')],
    [
      fields.attachments,
      mail.attachments.map(({ name, bytes }) => `${name} (${bytes} B)`).join(', '),
    ],
    [fields.key, mail.idempotencyKey ?? ''],
    [fields.id, mail.id],
  ];
  return rows.filter(([, value]) => value !== '');
}

function told(mail: AcceptedMail, words: typeof text.outcomes): string {
  const outcomes = recipientsOf(mail).map((address) => words[outcomeFor(mail, address)]);
  return [...new Set(outcomes)].join(', ');
}

const frame = (mail: AcceptedMail): Markup => markup`
<iframe src="/mails/${mail.id}/html" title="${text.frame}" sandbox="${sandbox}"></iframe>
<p><a href="/mails/${mail.id}/html">${text.alone}</a></p>`;

/** Web addresses in the text part can be followed. */
function linked(content: string): Markup[] {
  return content
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) =>
      index % 2 === 1 ? markup`<a href="${part}">${part}</a>` : markup`${part}`,
    );
}
