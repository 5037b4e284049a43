import type { CollectionConfig } from 'payload';
import { isEditor, isLoggedIn } from '../access.ts';
import { isSafeLink } from '../shared/link-rows.ts';
import {
  pingAfterChange,
  pingAfterDelete,
  tombstoneBeforeDelete,
} from '../delivery-feed/notify-publisher.ts';
import { text } from '../text.ts';
import { text as words } from './text.ts';

/** Addresses that moved. Made by themselves when a slug changes; editors may add others. */
export const Redirects: CollectionConfig = {
  slug: 'redirects',
  labels: { singular: words.singular, plural: words.plural },
  admin: {
    group: text.groups.system,
    hideAPIURL: true,
    useAsTitle: 'from',
    defaultColumns: ['from', 'article', 'to'],
  },
  access: { read: isLoggedIn, create: isEditor, update: isEditor, delete: isEditor },
  hooks: {
    afterChange: [pingAfterChange],
    beforeDelete: [tombstoneBeforeDelete],
    afterDelete: [pingAfterDelete],
  },
  fields: [
    {
      name: 'from',
      type: 'text',
      label: words.from,
      required: true,
      unique: true,
      index: true,
      validate: (value: string | null | undefined) =>
        /^\/(?!\/)[^\s\\]*$/.test(value ?? '') || words.problems.pathMissing,
    },
    { name: 'article', type: 'relationship', relationTo: 'articles', label: words.article },
    {
      name: 'to',
      type: 'text',
      label: words.to,
      validate: (
        value: string | null | undefined,
        { siblingData }: { siblingData: Record<string, unknown> },
      ) => {
        const isLed = Boolean(siblingData['article']) || siblingData['gone'] === true;
        if (!value) return isLed || words.problems.targetMissing;
        return isSafeLink(value) || text.problems.linkScheme(value);
      },
    },
    {
      name: 'gone',
      type: 'checkbox',
      label: words.gone,
      defaultValue: false,
      admin: { condition: (_, { article, to }) => !article && !to },
    },
  ],
};
