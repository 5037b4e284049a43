import type { Endpoint } from 'payload';
import { askForQuotes, endQuotes, getQuotes, mailQuotes } from './quote-endpoints.ts';
import { answerQuoteCheck, showQuoteCheck } from './quote-page.ts';
import { quoteCheckPath } from './quote-url.ts';

/** Below `/api`: the page is for whoever has the link, the others are for people who are logged in. */
export const quoteEndpoints: Endpoint[] = [
  { path: quoteCheckPath, method: 'get', handler: showQuoteCheck },
  { path: quoteCheckPath, method: 'post', handler: answerQuoteCheck },
  { path: '/desk/quotes/:articleId', method: 'get', handler: getQuotes },
  { path: '/desk/quotes/:articleId', method: 'post', handler: askForQuotes },
  { path: '/desk/quotes/:articleId/:checkId/mail', method: 'post', handler: mailQuotes },
  { path: '/desk/quotes/:articleId/:checkId/end', method: 'post', handler: endQuotes },
];
