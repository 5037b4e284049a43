import { z } from 'zod';
import { markup, type Markup } from '../../../content/model/markup.ts';
import type { Sender } from './layout.ts';
import { mailText } from './text.ts';
import { articleSchema } from '../../../content/model/article.ts';
import { typeset } from '../../../content/model/typography.ts';

export interface Letter {
  subject: string;
  html: string;
  text: string;
}

/** One article as a mail tells it; everything is plain text as it was published. A digest keeps it. */
export const articleInMail = z.object({
  kind: articleSchema.shape.kind,
  /** `#48 | BERGEN`, or empty. */
  place: z.string(),
  title: z.string(),
  lead: z.string(),
  url: z.string(),
  marking: articleSchema.shape.marking,
  sponsor: z.string(),
  /** Sentences about the interest the publication has in those mentioned. */
  disclosures: z.array(z.string()),
});
export type ArticleInMail = z.infer<typeof articleInMail>;

/**
 * The places where each recipient's own links go; `addressLetter` fills them in. Addresses of a domain
 * that cannot exist, so that nobody writes them by accident.
 */
export const placeholder = {
  unsubscribe: 'https://unsubscribe.kf-placeholder.invalid/',
  preferences: 'https://preferences.kf-placeholder.invalid/',
} as const;

/**
 * Mail readers cut a mail at 102 KB. No newspaper writes texts that come near these lengths (in characters); longer
 * ones end early, and can be read on the site.
 */
const longest = { title: 300, lead: 2_000, sentence: 500, sponsor: 200, disclosures: 6 };

/** What a list of mails shows of one beside its subject; more is never seen. */
export const longestPreheader = 200;

/** The article as it is printed and fits into a mail, whatever its length. */
export const fitted = <T extends ArticleInMail>(article: T): T => ({
  ...article,
  title: atMost(typeset(article.title), longest.title),
  lead: atMost(typeset(article.lead), longest.lead),
  place: atMost(article.place, longest.sponsor),
  sponsor: atMost(article.sponsor, longest.sponsor),
  disclosures: article.disclosures
    .slice(0, longest.disclosures)
    .map((sentence) => atMost(typeset(sentence), longest.sentence)),
});

/** Cut between two words. */
export const atMost = (words: string, characters: number) =>
  words.length <= characters ? words : `${words.slice(0, characters).replace(/\s+\S*$/, '')} …`;

/** `Intervju · #48 | BERGEN` */
export const kindLine = ({ kind, place, marking }: ArticleInMail) =>
  [marking === 'editorial' && mailText.kinds[kind], place].filter(Boolean).join(' · ');

/** The label of paid content; empty for editorial content. */
export function markingText({ marking, sponsor }: ArticleInMail): string {
  if (marking === 'editorial') return '';
  if (marking === 'advert') return sponsor ? mailText.advert(sponsor) : mailText.advertUnnamed;
  return sponsor ? mailText.sponsored(sponsor) : mailText.sponsoredUnnamed;
}

/** The same label as a band that cannot be overlooked (Vær Varsom-plakaten 2.6). */
export function markingBand(article: ArticleInMail): Markup | false {
  const label = markingText(article);
  return (
    label !== '' &&
    markup`<p style="margin:0 0 16px;padding:8px 12px;background:#FBE6C8;color:#14191F;font:700 15px/1.3 Arial,sans-serif">${label}</p>`
  );
}

/** Why this mail, how to get no more, and who sends it. */
export const htmlFooter = (sender: Sender, why: string) =>
  markup`<p style="margin:0 0 10px">${why}</p>
<p style="margin:0 0 10px"><a href="${placeholder.unsubscribe}">${mailText.unsubscribe}</a> · <a href="${placeholder.preferences}">${mailText.preferences}</a></p>
<p style="margin:0">${htmlLines(senderLines(sender))}</p>`;

export const textFooter = (sender: Sender, why: string): string[] => [
  '-- ',
  why,
  `${mailText.unsubscribeHere}\n${placeholder.unsubscribe}`,
  `${mailText.preferencesHere}\n${placeholder.preferences}`,
  senderLines(sender).join('\n'),
];

/** Who sends this: the same lines in every mail. */
export const senderLines = (sender: Sender) =>
  [
    sender.name,
    sender.responsibleEditor && mailText.editor(sender.responsibleEditor),
    sender.address.replace(/\s*\n\s*/g, ', '),
    sender.notice,
  ].filter((line) => line !== '');

export const htmlLines = (lines: readonly string[]) =>
  lines.map((line, index) => markup`${index > 0 && markup`<br>`}${line}`);

/** The text part: paragraphs with an empty line between them. */
export const plainText = (paragraphs: readonly string[]) =>
  `${paragraphs.filter((part) => part !== '').join('\n\n')}\n`;

/** A header field is one line; anything that could start another is a space. */
export const oneLine = (value: string) =>
  atMost(value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim(), longest.title);
