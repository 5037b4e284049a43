import type { Endpoint } from 'payload';
import { giveChecklist } from '../articles/checklist/get-checklist.ts';
import { shareDraft } from '../articles/preview/share-draft.ts';
import { removeStarter } from '../starter/remove-starter.ts';
import { giveUses } from '../uses/get-uses.ts';
import { takeOff } from '../articles/unpublish/unpublish-article.ts';

/** What the newsroom's own screens ask for, below `/api`. For people who are logged in. */
export const deskEndpoints: Endpoint[] = [
  { path: '/desk/checklist/:articleId', method: 'get', handler: giveChecklist },
  { path: '/desk/unpublish/:articleId', method: 'post', handler: takeOff },
  { path: '/desk/starter/remove', method: 'post', handler: removeStarter },
  { path: '/desk/uses/:collection/:id', method: 'get', handler: giveUses },
  { path: '/desk/share/:articleId', method: 'post', handler: shareDraft },
];
