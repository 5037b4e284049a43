import { markup } from '../markup.ts';
import type { AlertContent } from './alert.ts';
import { button, heading, kicker, layout, paragraph } from './layout.ts';
import { htmlFooter, oneLine, plainText, textFooter, type Letter } from './letter-parts.ts';
import { mailText } from './text.ts';

const words = mailText.correction;

/** The mail that corrects an article, to those who got its alert. Pure: the same content gives the same bytes. */
export function renderCorrection(content: AlertContent, correction: string): Letter {
  const { sender, title, url } = content;
  const why = words.why(sender.name);
  return {
    subject: oneLine(words.subject(title)),
    html: layout({
      title: words.subject(title),
      preheader: correction,
      sender,
      body: markup`${kicker(words.kicker)}${heading(title)}${paragraph(words.lead)}${paragraphs(correction)}${button(words.read, url)}`,
      footer: htmlFooter(sender, why),
    }),
    text: plainText([
      words.kicker.toLocaleUpperCase('nb'),
      title,
      words.lead,
      correction.trim(),
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
