import { escapeHtml } from '../../../../content/model/markup.ts';
import { typeset } from '../../../../content/model/typography.ts';
import type { FeedBox } from '../feed-box.ts';

export const timeline: FeedBox<'timeline'> = ({ title, items }) => {
  const lines = items.map(
    ({ when, text }) => `<li><strong>${escaped(when)}</strong> ${escaped(text)}</li>`,
  );
  return `${title ? `<h2>${escaped(title)}</h2>` : ''}<ul>${lines.join('')}</ul>`;
};

const escaped = (words: string) => escapeHtml(typeset(words));
