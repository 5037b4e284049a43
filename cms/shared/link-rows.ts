import type { ArrayField } from 'payload';
import { safeLink } from '../../content/model/safe-link.ts';
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
      validate: (value: string | null | undefined) =>
        isSafeLink(value) || text.problems.linkScheme(value ?? ''),
    },
  ],
});

/** Whether a reader may be sent there, once what its author left out is added. */
export const isSafeLink = (value: unknown): boolean =>
  typeof value === 'string' && safeLink(value) !== null;
