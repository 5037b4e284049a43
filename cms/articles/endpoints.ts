import type { Endpoint } from 'payload';
import { proposeRelated } from './fields/propose-related.ts';
import { getChecklist } from './checklist/get-checklist.ts';
import { approvePlans } from './plans/approve-plans.ts';
import { dismissFailedPlans } from './plans/bind-plans.ts';
import { getChanges } from './plans/get-changes.ts';
import { dropPlan, getPlans, makePlan, releasePlan } from './plans/plan-endpoints.ts';
import { getDraft } from './preview/get-draft.ts';
import { endShares, shareDraft } from './preview/share-draft.ts';
import { whoIsHere } from './saves/who-is-here.ts';
import { unpublishArticle } from './unpublish/unpublish-article.ts';

/** Below `/api`: the draft is the publisher's, the others are for people who are logged in. */
export const articleEndpoints: Endpoint[] = [
  { path: '/publish/draft/:id', method: 'get', handler: getDraft },
  { path: '/publish/draft/:id', method: 'post', handler: getDraft },
  { path: '/desk/checklist/:articleId', method: 'get', handler: getChecklist },
  { path: '/desk/unpublish/:articleId', method: 'post', handler: unpublishArticle },
  { path: '/desk/plans/:articleId', method: 'get', handler: getPlans },
  { path: '/desk/plans/:articleId', method: 'post', handler: makePlan },
  { path: '/desk/plans/:articleId/:planId/drop', method: 'post', handler: dropPlan },
  { path: '/desk/plans/:articleId/:planId/release', method: 'post', handler: releasePlan },
  { path: '/desk/plans/:articleId/approve', method: 'post', handler: approvePlans },
  { path: '/desk/plans/:articleId/dismiss', method: 'post', handler: dismissFailedPlans },
  { path: '/desk/related/:articleId', method: 'get', handler: proposeRelated },
  { path: '/desk/changes/:articleId', method: 'get', handler: getChanges },
  { path: '/desk/here/:articleId', method: 'post', handler: whoIsHere },
  { path: '/desk/share/:articleId', method: 'post', handler: shareDraft },
  { path: '/desk/share/:articleId/end', method: 'post', handler: endShares },
];
