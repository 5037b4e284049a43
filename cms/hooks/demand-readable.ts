import { APIError, type AfterErrorHook, type CollectionBeforeValidateHook } from 'payload';
import { readRows, readTime } from '../publish/convert/read-document.ts';
import { text } from '../text.ts';

/**
 * What Payload takes unseen over REST, and fails on later: a status that is neither draft nor published, and
 * times that are none.
 */
export const demandReadable: CollectionBeforeValidateHook = ({ data }) => {
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

/** A draft skips Payload's check of what it points at; the database's refusal is an answer, not a failure. */
export const explainMissing: AfterErrorHook = ({ error }) =>
  isMissing(error)
    ? { response: { errors: [{ message: text.problems.choiceGone }] }, status: 400 }
    : undefined;

/** SQLite knows no row of that id; MongoDB sees that it is none of its ids. */
function isMissing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'BSONError' || /FOREIGN KEY constraint failed/.test(error.message))
    return true;
  return isMissing(error.cause);
}
