import { markup, type Markup } from '../markup.ts';
import { button, heading, kicker, layout, paragraph, smallPrint, type Sender } from './layout.ts';
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

export interface AlertContent extends ArticleInMail {
  sender: Sender;
  picture: { url: string; width: number; height: number; alt: string; credit: string } | null;
}

/** The mail about one article, once for everybody. Pure: the same content gives the same bytes. */
export function renderAlert(content: AlertContent): Letter {
  const { sender, title, url, disclosures } = content;
  const lead = atMost(content.lead, longestLead);
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

/** Characters. Mail readers cut a mail at 102 KB; no lead of a newspaper comes near these. */
const [longestLead, longestPreheader] = [2_000, 200];

const atMost = (words: string, characters: number) =>
  words.length <= characters ? words : `${words.slice(0, characters).replace(/\s+\S*$/, '')} …`;

const subjectMark = (kind: AlertContent['marking']) =>
  kind === 'editorial' ? '' : mailText.subjectMark[kind];

function picture({ picture: image, url }: AlertContent): Markup | false {
  if (!image) return false;
  const width = 536;
  const height = Math.round((image.height / image.width) * width);
  return markup`<a href="${url}"><img src="${image.url}" alt="${image.alt}" width="${width}" height="${height}" style="display:block;width:100%;max-width:${width}px;height:auto;border:0;margin:4px 0 6px"></a>${image.credit !== '' && smallPrint(mailText.credit(image.credit))}`;
}
