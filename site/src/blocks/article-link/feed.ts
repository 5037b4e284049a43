import { escapeHtml } from '../../../../content/model/markup.ts';
import { articlePath } from '../../../../content/model/urls.ts';
import { text } from '../../text.ts';
import { saidTitle } from '../../typesetting/said-title.ts';
import type { FeedBox } from '../feed-box.ts';

export const articleLink: FeedBox<'articleLink'> = (box, context) => {
  const article = context.article(box.article);
  if (!article) return '';
  const href = context.toAddress(articlePath(article.slug));
  const link = `<a href="${escapeHtml(href)}">${escapeHtml(saidTitle(article))}</a>`;
  return `<p>${text.article.readAlso}: ${link}</p>`;
};
