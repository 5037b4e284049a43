import { escapeHtml } from '../../../../content/model/markup.ts';
import { typeset } from '../../../../content/model/typography.ts';
import { filePath } from '../../../../content/model/urls.ts';
import { pictureHtml } from '../../feeds/picture-html.ts';
import { hostName } from '../../typesetting/host-name.ts';
import { text } from '../../text.ts';
import type { FeedBox } from '../feed-box.ts';

export const film: FeedBox<'film'> = ({ caption, credit, file: id, poster, url }, context) => {
  const media = poster === undefined ? undefined : context.media(poster);
  const file = id === undefined ? undefined : context.file(id);
  const picture = media ? pictureHtml({ media, credit, toAddress: context.toAddress }) : '';
  const words = caption === undefined ? '' : `${typeset(caption)}: `;
  const address = file ? context.toAddress(filePath(file.files[0].name)) : url;
  if (address === undefined) return picture;
  const label = file ? text.article.seeFilm : text.article.playAt(hostName(address));
  const link = `<a href="${escapeHtml(address)}">${escapeHtml(label)}</a>`;
  return `${picture}<p>${escapeHtml(words)}${link}</p>`;
};
