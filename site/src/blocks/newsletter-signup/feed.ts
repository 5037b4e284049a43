import { escapeHtml } from '../../../../content/model/markup.ts';
import { newsletterPath } from '../../../../content/model/urls.ts';
import { text } from '../../text.ts';
import type { FeedBox } from '../feed-box.ts';

export const newsletterSignup: FeedBox<'newsletterSignup'> = (_box, { toAddress }) =>
  `<p><a href="${escapeHtml(toAddress(newsletterPath))}">${text.feed.signup}</a></p>`;
