import { markup, type Markup } from '../../../content/model/markup.ts';
import { button, heading, kicker, layout, paragraph, smallPrint, type Sender } from './layout.ts';
import {
  atMost,
  fitted,
  htmlFooter,
  kindLine,
  markingBand,
  markingText,
  oneLine,
  plainText,
  textFooter,
  type ArticleInMail,
  longestPreheader,
  type Letter,
} from './letter-parts.ts';
import { mailText } from './text.ts';

export interface AlertContent extends ArticleInMail {
  sender: Sender;
  picture: { url: string; width: number; height: number; alt: string; credit: string } | null;
}

/** The mail about one article, once for everybody. Pure: the same content gives the same bytes. */
export function renderAlert(whole: AlertContent): Letter {
  const content = fitted(whole);
  const { sender, title, lead, url, disclosures } = content;
  const why = mailText.why(sender.name);
  return {
    subject: oneLine(`${subjectMark(content.marking)}${title}`),
    html: layout({
      title,
      preheader: atMost(lead, longestPreheader),
      sender,
      body: markup`${markingBand(content)}${kicker(kindLine(content))}${heading(title)}${paragraph(lead)}${picture(content)}${button(mailText.readArticle, url)}${disclosures.map((line) => markup`<div style="height:20px"></div>${smallPrint(line)}`)}`,
      footer: htmlFooter(sender, why),
    }),
    text: plainText([
      [markingText(content), kindLine(content).toLocaleUpperCase('nb')].filter(Boolean).join('\n'),
      title,
      lead,
      `${mailText.readHere}\n${url}`,
      ...disclosures,
      ...textFooter(sender, why),
    ]),
  };
}

const subjectMark = (kind: AlertContent['marking']) =>
  kind === 'editorial' ? '' : mailText.subjectMark[kind];

function picture({ picture: image, url }: AlertContent): Markup | false {
  if (!image) return false;
  const width = 536;
  const height = Math.round((image.height / image.width) * width);
  return markup`<a href="${url}"><img src="${image.url}" alt="${image.alt}" width="${width}" height="${height}" style="display:block;width:100%;max-width:${width}px;height:auto;border:0;margin:4px 0 6px"></a>${image.credit !== '' && smallPrint(image.credit)}`;
}
