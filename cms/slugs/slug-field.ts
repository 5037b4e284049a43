import type { TextField } from 'payload';
import { text } from '../text.ts';
import { startEmpty } from '../admin/field-habits.ts';

/** The address; filled in by `keep-slug.ts`. */
export const slugField = (description?: string): TextField => ({
  name: 'slug',
  type: 'text',
  label: text.fields.slug,
  unique: true,
  index: true,
  hooks: startEmpty,
  admin: { position: 'sidebar', ...(description === undefined ? {} : { description }) },
});
