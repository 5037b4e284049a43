import { markup } from '../../../content/model/markup.ts';
import type { AlertContent } from './alert.ts';
import { button, heading, kicker, layout, paragraph } from './layout.ts';
import {
  atMost,
  fitted,
  htmlFooter,
  longestPreheader,
  oneLine,
  plainText,
  textFooter,
  type Letter,
} from './letter-parts.ts';
import { mailText } from './text.ts';

const words = mailText.correction;

/** Characters; whoever corrects more than this is read on the site. */
const longestCorrection = 5_000;

/** The mail that corrects an article, to those who got its alert. Pure: the same content gives the same bytes. */
export function renderCorrection(whole: AlertContent, wholeCorrection: string): Letter {
  const { sender, title, url } = fitted(whole);
  const correction = atMost(wholeCorrection.trim(), longestCorrection);
  const why = words.why(sender.name);
  return {
    subject: oneLine(words.subject(title)),
    html: layout({
      title: words.subject(title),
      preheader: atMost(correction, longestPreheader),
      sender,
      body: markup`${kicker(words.kicker)}${heading(title)}${paragraph(words.lead)}${paragraphs(correction)}${button(words.read, url)}`,
      footer: htmlFooter(sender, why),
    }),
    text: plainText([
      words.kicker.toLocaleUpperCase('nb'),
      title,
      words.lead,
      correction,
      `${words.readHere}\n${url}`,
      ...textFooter(sender, why),
    ]),
  };
}

const paragraphs = (text: string) =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(line));
