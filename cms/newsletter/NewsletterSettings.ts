import type { GlobalConfig } from 'payload';
import { isAdmin, isEditor } from '../access.ts';
import { text } from './text.ts';

const words = text.settings;

/** What an administrator may set for the sending itself. */
export const NewsletterSettings: GlobalConfig = {
  slug: 'newsletter-settings',
  label: words.label,
  admin: { hideAPIURL: true, group: text.group },
  access: { read: isEditor, update: isAdmin },
  fields: [
    {
      name: 'mostPerDay',
      type: 'number',
      label: words.mostPerDay,
      min: 1,
      admin: { description: words.mostPerDayHelp, step: 1 },
    },
  ],
};
