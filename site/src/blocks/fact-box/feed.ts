import { escapeHtml } from '../../../../content/model/markup.ts';
import { text } from '../../text.ts';
import { textsHtml } from '../../text/text-html.ts';
import { typeset } from '../../../../content/model/typography.ts';
import type { FeedBox } from '../feed-box.ts';

export const factBox: FeedBox<'factBox'> = (box, context) => {
  const organisation =
    box.organisation === undefined ? undefined : context.organisation(box.organisation);
  const about = organisation?.about ? `<p>${escaped(organisation.about)}</p>` : '';
  const sources = [box.source, organisation?.source].flatMap((source) => source || []);
  const source =
    sources.length > 0 ? `<p>${text.article.source} ${sources.map(escaped).join(' · ')}</p>` : '';
  return `<aside><h2>${escaped(box.title)}</h2>${textsHtml(box.content, context)}${about}${source}</aside>`;
};

const escaped = (words: string) => escapeHtml(typeset(words));
