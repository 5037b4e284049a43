import { APIError, type CollectionBeforeValidateHook } from 'payload';
import { readRows, readTime } from '../../mapping/read-document.ts';
import { text } from '../../text.ts';

/**
 * What Payload takes unseen over REST, and fails on later: a status that is neither draft nor published, and
 * times that are none.
 */
export const assertReadable: CollectionBeforeValidateHook = ({ data }) => {
  const status: unknown = data?.['_status'];
  if (status !== undefined && status !== 'draft' && status !== 'published')
    throw new APIError(text.problems.statusUnknown, 400, null, true);
  const times = [
    [text.articles.publishedAt, data?.['publishedAt']] as const,
    ...readRows(data?.['corrections']).map(({ at }) => [text.articles.correctedAt, at] as const),
  ];
  const unreadable = times.find(([, time]) => Boolean(time) && readTime(time) === null);
  if (unreadable === undefined) return data;
  throw new APIError(text.problems.timeUnreadable(unreadable[0]), 400, null, true);
};
