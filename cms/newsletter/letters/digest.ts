import { markup, type Markup } from '../../../content/model/markup.ts';
import { digestOf, type FrequencyId } from '../../../content/model/frequencies.ts';
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
  atMost,
  fitted,
  htmlFooter,
  kindLine,
  longestPreheader,
  markingBand,
  markingText,
  oneLine,
  plainText,
  textFooter,
  type ArticleInMail,
  type Letter,
} from './letter-parts.ts';
import { mailText } from './text.ts';

/** Bytes of articles that leave room for the frame below the 102 KB at which Gmail cuts; the rest is one sentence. */
const room = 85_000;

interface DigestLetter {
  sender: Sender;
  frequency?: FrequencyId;
  /** Oldest first; at least one. */
  articles: readonly ArticleInMail[];
}

/** What is new, for those who chose to have it gathered. Pure. */
export function renderDigest({ sender, articles, frequency = 'weekly' }: DigestLetter): Letter {
  const digest = digestOf(frequency);
  if (digest === null) throw new Error(`${frequency} has no digest`);
  const why = digest.why(sender.name);
  const shown = thatFit(articles.map(fitted));
  const left = articles.length - shown.length;
  const more = left > 0 ? mailText.digest.more(left) : '';
  const [first] = shown;
  if (!first) throw new Error('a digest without articles');
  return {
    subject: oneLine(mailText.digest.subject(first.title, articles.length - 1)),
    html: layout({
      title: digest.title,
      preheader: atMost(shown.map(({ title }) => title).join(' · '), longestPreheader),
      sender,
      body: markup`${heading(digest.title)}${shown.map(entry)}${more !== '' && paragraph(markup`<a href="${sender.siteUrl}/">${more}</a>`)}`,
      footer: htmlFooter(sender, why),
    }),
    text: plainText([
      digest.title,
      ...shown.map(textEntry),
      more && `${more}\n${sender.siteUrl}/`,
      ...textFooter(sender, why),
    ]),
  };
}

/** As many as there is room for, in the larger of the two parts. At least the first. */
function thatFit(articles: readonly ArticleInMail[]): ArticleInMail[] {
  let left = room;
  return articles.filter((article, index) => {
    left -= Math.max(Buffer.byteLength(entry(article).html), Buffer.byteLength(textEntry(article)));
    return index === 0 || left >= 0;
  });
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
