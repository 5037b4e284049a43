import type { GlobalConfig } from 'payload';
import { anyone, isEditor } from '../access.ts';
import { pingAfterGlobalChange } from '../delivery-feed/notify-publisher.ts';
import { text } from '../text.ts';
import { text as own } from './text.ts';

const words = own.frontPage;

/** What the editors put on the front page; only what is published can be chosen. */
export const FrontPage: GlobalConfig = {
  slug: 'front-page',
  label: words.label,
  admin: { hideAPIURL: true, group: text.groups.editorial, description: words.help },
  access: { read: anyone, update: isEditor },
  hooks: { afterChange: [pingAfterGlobalChange] },
  fields: [
    {
      name: 'lead',
      type: 'relationship',
      relationTo: 'articles',
      maxDepth: 2, // whoever asks: a stranger may ask for any
      label: words.lead,
      filterOptions: { _status: { equals: 'published' } },
    },
    {
      name: 'picked',
      type: 'relationship',
      relationTo: 'articles',
      hasMany: true,
      maxDepth: 2,
      label: words.picked,
      filterOptions: { _status: { equals: 'published' } },
    },
  ],
};
