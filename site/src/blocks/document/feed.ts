import { escapeHtml } from '../../../../content/model/markup.ts';
import { typeset } from '../../../../content/model/typography.ts';
import { filePath } from '../../../../content/model/urls.ts';
import { fileSize } from '../../typesetting/file-size.ts';
import type { FeedBox } from '../feed-box.ts';

export const document: FeedBox<'document'> = ({ file: id, title }, context) => {
  const file = context.file(id);
  const words = escapeHtml(typeset(title));
  if (file === undefined) return `<p>${words}</p>`;
  const address = escapeHtml(context.toAddress(filePath(file.files[0].name)));
  return `<p><a href="${address}">${words}</a> (PDF, ${fileSize(file.bytes)})</p>`;
};
