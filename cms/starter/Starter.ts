import type { GlobalConfig } from 'payload';
import { text } from '../text.ts';
import { deskText } from '../dashboard/text.ts';

/** Which documents came with the starter publication; written when it is loaded, emptied when it is removed. */
export const Starter: GlobalConfig = {
  slug: 'starter',
  label: deskText.starter.label,
  admin: { hidden: true, group: text.groups.system },
  access: { read: () => false, update: () => false },
  fields: [{ name: 'documents', type: 'json' }],
};
