import type { GlobalConfig } from 'payload';
import { isAdmin } from '../access.ts';
import { text } from '../text.ts';
import { text as words } from './text.ts';

/** What administrators ask of everybody who logs in. */
export const Security: GlobalConfig = {
  slug: 'security',
  label: words.security.label,
  admin: { group: text.groups.system, hideAPIURL: true },
  access: { read: isAdmin, update: isAdmin },
  fields: [
    {
      name: 'secondFactorRoles',
      type: 'select',
      hasMany: true,
      label: words.security.secondFactorRoles,
      options: Object.entries(text.roles).map(([value, label]) => ({ value, label })),
      admin: { description: words.security.secondFactorRolesHelp },
    },
  ],
};
