import type { Endpoint } from 'payload';
import { giveChanges } from './changes/get-changes.ts';
import { giveReceipt } from './receipts/get-receipt.ts';
import { takeRendered } from './receipts/receive-report.ts';

/** Below `/api`. The first two are the publisher's; the receipt is for people who are logged in. */
export const publishEndpoints: Endpoint[] = [
  { path: '/publish/changes', method: 'post', handler: giveChanges },
  { path: '/publish/rendered', method: 'post', handler: takeRendered },
  { path: '/publish/receipt/:articleId', method: 'get', handler: giveReceipt },
];
