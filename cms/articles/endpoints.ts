import type { Endpoint } from 'payload';
import { giveChecklist } from './checklist/get-checklist.ts';
import { giveDraft } from './preview/get-draft.ts';
import { shareDraft } from './preview/share-draft.ts';
import { takeOff } from './unpublish/unpublish-article.ts';

/** Below `/api`: the draft is the publisher's, the others are for people who are logged in. */
export const articleEndpoints: Endpoint[] = [
  { path: '/publish/draft/:id', method: 'get', handler: giveDraft },
  { path: '/desk/checklist/:articleId', method: 'get', handler: giveChecklist },
  { path: '/desk/unpublish/:articleId', method: 'post', handler: takeOff },
  { path: '/desk/share/:articleId', method: 'post', handler: shareDraft },
];
