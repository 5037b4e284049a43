import { clock, longDay } from '../typesetting/dates.ts';
import { text } from '../text.ts';

const tenMinutes = 10 * 60 * 1000;

/**
 * When an article was changed, in words, or undefined when it has not been since publication. A change
 * within ten minutes of publishing is a slip put right, not news.
 */
export function updatedAt({
  publishedAt,
  modifiedAt,
}: {
  publishedAt: string;
  modifiedAt: string;
}) {
  if (Date.parse(modifiedAt) - Date.parse(publishedAt) <= tenMinutes) return undefined;
  const at = `${text.article.clock}\u00a0${clock(modifiedAt)}`;
  const day = longDay(modifiedAt);
  return day === longDay(publishedAt) ? at : `${day} ${at}`;
}
