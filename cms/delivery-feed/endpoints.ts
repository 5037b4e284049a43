import type { Endpoint } from 'payload';
import { giveChanges } from './changes/get-changes.ts';
import { giveDraft } from '../articles/preview/get-draft.ts';
import { giveReceipt } from './receipts/get-receipt.ts';
import { takeRendered } from './receipts/receive-report.ts';

/** Below `/api`. The first three are the publisher's; the receipt is for people who are logged in. */
export const publishEndpoints: Endpoint[] = [
  { path: '/publish/changes', method: 'post', handler: giveChanges },
  { path: '/publish/draft/:id', method: 'get', handler: giveDraft },
  { path: '/publish/rendered', method: 'post', handler: takeRendered },
  { path: '/publish/receipt/:articleId', method: 'get', handler: giveReceipt },
];
