import type { GlobalConfig } from 'payload';
import { text } from '../text.ts';
import { text as starterText } from './text.ts';

/** Which documents came with the starter publication; written when it is loaded, emptied when it is removed. */
export const Starter: GlobalConfig = {
  slug: 'starter',
  label: starterText.label,
  admin: { hidden: true, group: text.groups.system },
  access: { read: () => false, update: () => false },
  fields: [{ name: 'documents', type: 'json' }],
};
