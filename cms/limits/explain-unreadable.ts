import type { AfterErrorHook } from 'payload';
import { text } from './text.ts';

/** A `where` or `data` that is text and no JSON: Payload parses it without a try, so whoever asked gets no answer but 500. */
export const explainUnreadable: AfterErrorHook = ({ error, req }) => {
  const isText = [req.query['where'], req.query['data']].some((each) => typeof each === 'string');
  if (!(error instanceof SyntaxError) || !isText) return;
  return { status: 400, response: { errors: [{ message: text.queryUnreadable }] } };
};
