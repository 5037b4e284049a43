import type { CollectionConfig, Field } from 'payload';
import { anyone, isEditor } from '../access.ts';
import { usesField } from '../uses/uses-field.ts';
import { slugField } from '../slugs/slug-field.ts';
import { keepSlug } from '../slugs/keep-slug.ts';
import { redirectOldSlug, straightenRedirects } from '../redirects/write-redirect.ts';
import {
  pingAfterChange,
  pingAfterDelete,
  tombstoneBeforeDelete,
} from '../delivery-feed/notify-publisher.ts';
import { text } from '../text.ts';

interface Options {
  slug: 'authors' | 'categories' | 'series' | 'organisations';
  labels: { singular: string; plural: string };
  group: string;
  fields: Field[];
  /** Public address by slug, for those that have a page. */
  toPath?: (slug: string) => string;
  beforeChange?: NonNullable<CollectionConfig['hooks']>['beforeChange'];
  afterChange?: NonNullable<CollectionConfig['hooks']>['afterChange'];
  afterDelete?: NonNullable<CollectionConfig['hooks']>['afterDelete'];
  beforeDelete?: NonNullable<CollectionConfig['hooks']>['beforeDelete'];
}

/** A collection of things with a name and an address, public as soon as they are saved. */
export const namedCollection = (options: Options): CollectionConfig => ({
  slug: options.slug,
  labels: options.labels,
  admin: {
    group: options.group,
    hideAPIURL: true,
    useAsTitle: 'name',
    defaultColumns: ['name', 'slug', 'updatedAt'],
  },
  access: { read: anyone, create: isEditor, update: isEditor, delete: isEditor },
  defaultSort: 'name',
  disableDuplicate: true,
  hooks: {
    beforeValidate: [keepSlug({ collection: options.slug, from: 'name', toPath: options.toPath })],
    beforeChange: [
      ...(options.toPath === undefined ? [] : [redirectOldSlug(options.toPath)]),
      ...(options.beforeChange ?? []),
    ],
    afterChange: [
      ...(options.afterChange ?? []),
      ...(options.toPath === undefined ? [] : [straightenRedirects(options.toPath)]),
      pingAfterChange,
    ],
    beforeDelete: [...(options.beforeDelete ?? []), tombstoneBeforeDelete],
    afterDelete: [...(options.afterDelete ?? []), pingAfterDelete],
  },
  fields: [
    { name: 'name', type: 'text', label: text.fields.name, required: true, index: true },
    ...options.fields,
    slugField(),
    usesField,
  ],
});
