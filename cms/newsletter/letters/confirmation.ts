import { markup } from '../../../content/model/markup.ts';
import { button, heading, layout, paragraph, smallPrint, type Sender } from './layout.ts';
import { htmlLines, plainText, senderLines, type Letter } from './letter-parts.ts';
import { mailText } from './text.ts';

/** The mail that asks "is it you?". Holds nothing a stranger could have typed into the form. */
export function renderConfirmation(sender: Sender, url: string): Letter {
  const words = mailText.confirm;
  return {
    subject: words.subject(sender.name),
    html: layout({
      title: words.title,
      preheader: words.preheader,
      sender,
      body: markup`${heading(words.title)}${paragraph(words.lead(sender.name))}${paragraph(words.what)}${button(words.button, url)}<div style="height:24px"></div>${smallPrint(words.ignore)}`,
      linksHome: false,
      footer: markup`${htmlLines(senderLines(sender))}`,
    }),
    text: plainText([
      words.title,
      words.lead(sender.name),
      words.what,
      `${words.here}\n${url}`,
      words.ignore,
      '-- ',
      senderLines(sender).join('\n'),
    ]),
  };
}
