import type { ArrayField } from 'payload';
import { safeHref } from '../../content/model/blocks/rich-text.ts';
import { text } from '../text.ts';

/** A list of links with a text each; only addresses that a reader may safely be sent to. */
export const linkRows = (name: string, label: string): ArrayField => ({
  name,
  type: 'array',
  label,
  labels: text.fields.link,
  fields: [
    { name: 'label', type: 'text', label: text.fields.label, required: true },
    {
      name: 'url',
      type: 'text',
      label: text.fields.url,
      required: true,
      validate: (value: string | null | undefined) => isSafeLink(value) || text.problems.linkScheme,
    },
  ],
});

/** A browser reads a backslash as a slash and skips white space: neither has a place in an address. */
export const isSafeLink = (value: unknown): boolean =>
  typeof value === 'string' && !/[\s\\]/.test(value) && safeHref.safeParse(value).success;
