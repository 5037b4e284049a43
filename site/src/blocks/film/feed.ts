import { escapeHtml } from '../../../../content/model/markup.ts';
import { typeset } from '../../../../content/model/typography.ts';
import { pictureHtml } from '../../feeds/picture-html.ts';
import { hostName } from '../../typesetting/host-name.ts';
import { text } from '../../text.ts';
import type { FeedBox } from '../feed-box.ts';

export const film: FeedBox<'film'> = ({ caption, credit, poster, url }, context) => {
  const media = poster === undefined ? undefined : context.media(poster);
  const picture = media ? pictureHtml({ media, credit, toAddress: context.toAddress }) : '';
  const words = caption === undefined ? '' : `${typeset(caption)}: `;
  const link = `<a href="${escapeHtml(url)}">${escapeHtml(text.article.playAt(hostName(url)))}</a>`;
  return `${picture}<p>${escapeHtml(words)}${link}</p>`;
};
