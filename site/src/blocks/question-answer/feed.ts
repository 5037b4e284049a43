import { escapeHtml } from '../../../../content/model/markup.ts';
import { textsHtml } from '../../text/text-html.ts';
import { typeset } from '../../../../content/model/typography.ts';
import type { FeedBox } from '../feed-box.ts';

export const questionAnswer: FeedBox<'questionAnswer'> = ({ question, answer }, context) =>
  `<h2>${escapeHtml(typeset(question))}</h2>${textsHtml(answer, context)}`;
