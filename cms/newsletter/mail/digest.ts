import { markup, type Markup } from '../markup.ts';
import {
  heading,
  kicker,
  layout,
  paragraph,
  smallPrint,
  subheading,
  type Sender,
} from './layout.ts';
import {
  htmlFooter,
  kindLine,
  markingBand,
  markingText,
  oneLine,
  plainText,
  textFooter,
  type ArticleInMail,
  type Letter,
} from './letter-parts.ts';
import { mailText } from './text.ts';

/** More than this would be cut by Gmail; the rest is one sentence with a link to the site. */
const most = 40;

/** What is new, for those who chose one mail a week. Pure, oldest article first. At least one article. */
export function renderDigest(sender: Sender, articles: readonly ArticleInMail[]): Letter {
  const why = mailText.whyWeekly(sender.name);
  const shown = articles.slice(0, most);
  const left = articles.length - shown.length;
  const more = left > 0 ? mailText.digest.more(left) : '';
  const [first] = shown;
  if (!first) throw new Error('a digest without articles');
  return {
    subject: oneLine(mailText.digest.subject(first.title, articles.length - 1)),
    html: layout({
      title: mailText.digest.title,
      preheader: shown.map(({ title }) => title).join(' · '),
      sender,
      body: markup`${heading(mailText.digest.title)}${shown.map(entry)}${more !== '' && paragraph(markup`<a href="${sender.siteUrl}/">${more}</a>`)}`,
      footer: htmlFooter(sender, why),
    }),
    text: plainText([
      mailText.digest.title,
      ...shown.map(textEntry),
      more && `${more}\n${sender.siteUrl}/`,
      ...textFooter(sender, why),
    ]),
  };
}

const entry = (article: ArticleInMail): Markup =>
  markup`<div class="line" style="padding:20px 0 4px;border-top:1px solid #DED5C5">${markingBand(article)}${kicker(kindLine(article))}${subheading(article.title, article.url)}${paragraph(article.lead)}${article.disclosures.map((line) => smallPrint(line))}</div>`;

const textEntry = (article: ArticleInMail): string =>
  [
    markingText(article),
    kindLine(article).toLocaleUpperCase('nb'),
    article.title,
    article.lead,
    article.url,
    ...article.disclosures,
  ]
    .filter((line) => line !== '')
    .join('\n');
