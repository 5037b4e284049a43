import { markup, type Markup } from '../markup.ts';
import { button, heading, layout, paragraph, smallPrint, type Sender } from './layout.ts';
import { mailText } from './text.ts';

/** What an alert is made of; everything is plain text from the article as it was published. */
export interface AlertContent {
  sender: Sender;
  kind: 'news' | 'interview' | 'post';
  /** `#48 | BERGEN`, the name of a series, or empty. */
  place: string;
  title: string;
  lead: string;
  url: string;
  picture: { url: string; width: number; height: number; alt: string; credit: string } | null;
  marking: 'editorial' | 'sponsored' | 'advert';
  sponsor: string;
  /** Sentences about the interest the publication has in those mentioned. */
  disclosures: string[];
}

export interface Letter {
  subject: string;
  html: string;
  text: string;
}

/**
 * The places where each recipient's own links go. Letters, digits and signs that URLs and HTML leave
 * alone; `addressLetter` fills them in.
 */
export const placeholder = {
  unsubscribe: 'https://unsubscribe.kf-placeholder.invalid/',
  preferences: 'https://preferences.kf-placeholder.invalid/',
} as const;

/** The mail about one article, once for everybody. Pure: the same content gives the same bytes. */
export function renderAlert(content: AlertContent): Letter {
  return {
    subject: oneLine(`${subjectMark(content.marking)}${content.title}`),
    html: layout({
      title: content.title,
      preheader: content.lead,
      sender: content.sender,
      body: markup`${marking(content)}${smallPrint(kindLine(content))}${heading(content.title)}${paragraph(content.lead)}${picture(content)}${button(mailText.readArticle, content.url)}${content.disclosures.map((line) => markup`<div style="height:20px"></div>${smallPrint(line)}`)}`,
      footer: htmlFooter(content.sender),
    }),
    text: renderText(content),
  };
}

function renderText(content: AlertContent): string {
  const { sender } = content;
  const parts = [
    [markingText(content), kindLine(content).toLocaleUpperCase('nb')].filter(Boolean).join('\n'),
    content.title,
    content.lead,
    `${mailText.readHere}\n${content.url}`,
    ...content.disclosures,
    '-- ',
    mailText.why(sender.name),
    `${mailText.unsubscribeHere}\n${placeholder.unsubscribe}`,
    `${mailText.preferencesHere}\n${placeholder.preferences}`,
    senderLines(sender).join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const kindLine = ({ kind, place }: AlertContent) =>
  [mailText.kinds[kind], place].filter(Boolean).join(' · ');

function markingText({ marking, sponsor }: AlertContent): string {
  if (marking === 'editorial') return '';
  if (marking === 'advert') return sponsor ? mailText.advert(sponsor) : mailText.advertUnnamed;
  return sponsor ? mailText.sponsored(sponsor) : mailText.sponsoredUnnamed;
}

function marking(content: AlertContent): Markup | false {
  const label = markingText(content);
  return (
    label !== '' &&
    markup`<p style="margin:0 0 16px;padding:8px 12px;background:#F3C969;color:#16181D;font:700 15px/1.3 Arial,sans-serif">${label}</p>`
  );
}

const subjectMark = (kind: AlertContent['marking']) =>
  kind === 'editorial' ? '' : mailText.subjectMark[kind];

function picture({ picture: image, url }: AlertContent): Markup | false {
  if (!image) return false;
  const width = 536;
  const height = Math.round((image.height / image.width) * width);
  return markup`<a href="${url}"><img src="${image.url}" alt="${image.alt}" width="${width}" height="${height}" style="display:block;width:100%;max-width:${width}px;height:auto;border:0;margin:4px 0 6px"></a>${image.credit !== '' && smallPrint(mailText.credit(image.credit))}`;
}

const htmlFooter = (sender: Sender) =>
  markup`<p style="margin:0 0 10px">${mailText.why(sender.name)}</p>
<p style="margin:0 0 10px"><a href="${placeholder.unsubscribe}">${mailText.unsubscribe}</a> · <a href="${placeholder.preferences}">${mailText.preferences}</a></p>
<p style="margin:0">${senderLines(sender).map((line, index) => markup`${index > 0 && markup`<br>`}${line}`)}</p>`;

/** Who sends this: the same lines in every mail. */
export const senderLines = (sender: Sender) =>
  [
    sender.name,
    sender.responsibleEditor && mailText.editor(sender.responsibleEditor),
    sender.address.replace(/\s*\n\s*/g, ', '),
    sender.notice,
  ].filter((line) => line !== '');

/** A header field is one line; anything that could start another is a space. */
const oneLine = (value: string) => value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
