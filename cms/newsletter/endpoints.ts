import type { Endpoint } from 'payload';
import { getArticleMail, mailCorrection } from './article-mail/get-article-mail.ts';
import { getMailing, sendMailingAgain } from './admin/get-mailing.ts';
import { sendTest, showLetter } from './article-mail/show-letter.ts';
import {
  exportSubscribers,
  importSubscribers,
  showImport,
} from './subscribers/files/subscriber-files.ts';
import { getDomain, sendTestMail } from './provider/domain-endpoints.ts';
import { confirm, showConfirm } from './subscribers/confirm.ts';
import { changePreferences, showPreferences } from './subscribers/preferences.ts';
import { receiveWebhook } from './webhooks/receive-webhook.ts';
import { allowSubscribe, subscribe } from './subscribers/subscribe.ts';
import { showUnsubscribe, unsubscribe } from './subscribers/unsubscribe.ts';
import { getFollowers } from './subscribers/followers/get-followers.ts';

/** What the newsletter answers below `/api`. Only POST changes anything. */
export const newsletterEndpoints: Endpoint[] = [
  { path: '/newsletter/subscribe', method: 'post', handler: subscribe },
  { path: '/newsletter/subscribe', method: 'options', handler: allowSubscribe },
  { path: '/newsletter/confirm', method: 'get', handler: showConfirm },
  { path: '/newsletter/confirm', method: 'post', handler: confirm },
  { path: '/newsletter/unsubscribe', method: 'get', handler: showUnsubscribe },
  { path: '/newsletter/unsubscribe', method: 'post', handler: unsubscribe },
  { path: '/newsletter/preferences', method: 'get', handler: showPreferences },
  { path: '/newsletter/preferences', method: 'post', handler: changePreferences },
  { path: '/newsletter/article/:articleId', method: 'get', handler: getArticleMail },
  { path: '/newsletter/article/:articleId', method: 'post', handler: mailCorrection },
  { path: '/newsletter/followers/:seriesId', method: 'get', handler: getFollowers },
  { path: '/newsletter/letter/:articleId', method: 'get', handler: showLetter },
  { path: '/newsletter/letter/:articleId', method: 'post', handler: sendTest },
  { path: '/newsletter/mailing/:mailingId', method: 'get', handler: getMailing },
  { path: '/newsletter/mailing/:mailingId', method: 'post', handler: sendMailingAgain },
  { path: '/newsletter/domain', method: 'get', handler: getDomain },
  { path: '/newsletter/domain', method: 'post', handler: sendTestMail },
  { path: '/newsletter/subscribers.csv', method: 'get', handler: exportSubscribers },
  { path: '/newsletter/import', method: 'get', handler: showImport },
  { path: '/newsletter/import', method: 'post', handler: importSubscribers },
  { path: '/webhooks/resend', method: 'post', handler: receiveWebhook },
];
