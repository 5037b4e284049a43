import { escapeHtml } from '../../../../content/model/markup.ts';
import { typeset } from '../../../../content/model/typography.ts';
import { filePath } from '../../../../content/model/urls.ts';
import { playingTime } from '../../typesetting/playing-time.ts';
import type { FeedBox } from '../feed-box.ts';

export const sound: FeedBox<'sound'> = (
  { file: id, title, transcript, chapters = [] },
  context,
) => {
  const file = context.file(id);
  if (file === undefined) return `<p>${escapeHtml(typeset(title))}</p>`;
  const address = escapeHtml(context.toAddress(filePath(file.files[0].name)));
  const words = (transcript ?? file.transcript).split(/\n+/).filter((each) => each.trim() !== '');
  const said = words.map((each) => `<p>${escapeHtml(typeset(each))}</p>`).join('');
  const items = chapters.map(
    (each) => `<li>${playingTime(each.at)} ${escapeHtml(typeset(each.title))}</li>`,
  );
  const list = items.length === 0 ? '' : `<ul>${items.join('')}</ul>`;
  return `<p><a href="${address}">${escapeHtml(typeset(title))}</a></p>${list}${said}`;
};
