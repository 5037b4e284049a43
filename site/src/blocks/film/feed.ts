import { escapeHtml } from '../../../../content/model/markup.ts';
import { typeset } from '../../../../content/model/typography.ts';
import { pictureHtml } from '../../feeds/picture-html.ts';
import { hostName } from '../../typesetting/host-name.ts';
import { text } from '../../text.ts';
import type { FeedBox } from '../feed-box.ts';

export const film: FeedBox<'film'> = ({ address, title, still }, context) => {
  const media = still === undefined ? undefined : context.media(still);
  const picture = media ? pictureHtml({ media, toAddress: context.toAddress }) : '';
  const words = title === undefined ? '' : `${typeset(title)}: `;
  const link = `<a href="${escapeHtml(address)}">${escapeHtml(text.article.playAt(hostName(address)))}</a>`;
  return `${picture}<p>${escapeHtml(words)}${link}</p>`;
};
