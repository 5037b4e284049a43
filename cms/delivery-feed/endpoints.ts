import type { Endpoint } from 'payload';
import { getChanges } from './changes/get-changes.ts';
import { getReceipt } from './receipts/get-receipt.ts';
import { receiveReport } from './receipts/receive-report.ts';

/** Below `/api`. The first two are the publisher's; the receipt is for people who are logged in. */
export const publishEndpoints: Endpoint[] = [
  { path: '/publish/changes', method: 'post', handler: getChanges },
  { path: '/publish/rendered', method: 'post', handler: receiveReport },
  { path: '/publish/receipt/:articleId', method: 'get', handler: getReceipt },
];
