import { escapeHtml } from '../../../../content/model/markup.ts';
import { typeset } from '../../../../content/model/typography.ts';
import type { FeedBox } from '../feed-box.ts';

export const callToAction: FeedBox<'callToAction'> = ({ text, url }, { toAddress }) => {
  const href = url.startsWith('/') ? toAddress(url) : url;
  return `<p><a href="${escapeHtml(href)}"><strong>${escapeHtml(typeset(text))}</strong></a></p>`;
};
