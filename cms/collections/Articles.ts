import type { CollectionConfig, Condition, DateField, Field } from 'payload';
import { articlePath } from '../../content/model/urls.ts';
import {
  createArticle,
  isEditor,
  isLoggedIn,
  isLoggedInField,
  nobodyField,
  readPublished,
  updateArticle,
} from '../access.ts';
import { articleBlocks } from '../blocks/article-blocks.ts';
import { bodyEditor } from '../fields/rich-text.ts';
import { slugField } from '../fields/slug-field.ts';
import { keepSlug } from '../hooks/keep-slug.ts';
import { limitAnonymous } from '../hooks/limit-anonymous.ts';
import { stampPublication } from '../hooks/stamp-publication.ts';
import {
  pingAfterChange,
  pingAfterDelete,
  tombstoneBeforeDelete,
} from '../publish/notify-publisher.ts';
import { previewUrl } from '../publish/preview-url.ts';
import { text } from '../text.ts';
import { restoreVersion } from './restore-version.ts';

const words = text.articles;
const sidebar = { position: 'sidebar' } as const;

const dayAndTime = { pickerAppearance: 'dayAndTime', displayFormat: 'd. MMM yyyy HH:mm' } as const;
const isPaid: Condition = (data) => data['marking'] === 'sponsored' || data['marking'] === 'advert';
const isInterview: Condition = (data) => data['kind'] === 'interview';
const isInSeries: Condition = (data) => Boolean(data['series']);

/** Asked when the article is published; a draft may lack anything. */
const demand = (problem: string) => (value: string | null | undefined) =>
  Boolean(value?.trim()) || problem;

/** A copy is a new article: it was never published and corrects nothing. */
const startEmpty = { beforeDuplicate: [() => null] };

const preview = ({ id }: Record<string, unknown>) =>
  typeof id === 'string' ? previewUrl(id) : null;

/** Kept by `hooks/stamp-publication.ts` and the newsletter; nobody sets or sees them from outside. */
const internal = (name: string, fields: Field[]): Field => ({
  name,
  type: 'group',
  access: { read: isLoggedInField, create: nobodyField, update: nobodyField },
  admin: { hidden: true },
  fields,
});
const time = (name: string): DateField => ({ name, type: 'date', index: true });

/** What editors write. The published shape is `content/model/article.ts`. */
export const Articles: CollectionConfig = {
  slug: 'articles',
  labels: { singular: words.singular, plural: words.plural },
  admin: {
    group: text.groups.editorial,
    hideAPIURL: true,
    useAsTitle: 'title',
    defaultColumns: ['title', 'kind', '_status', 'publishedAt', 'authors'],
    listSearchableFields: ['title', 'lead', 'slug'],
    components: { edit: { PublishButton: '/admin/PublishButton#PublishButton' } },
    preview,
    livePreview: {
      url: ({ data }) => preview(data),
      breakpoints: [
        { name: 'phone', label: text.preview.phone, width: 390, height: 844 },
        { name: 'desktop', label: text.preview.desktop, width: 1280, height: 900 },
      ],
    },
  },
  access: {
    read: readPublished,
    readVersions: isLoggedIn,
    create: createArticle,
    update: updateArticle,
    delete: isEditor,
  },
  defaultSort: '-updatedAt',
  endpoints: [restoreVersion],
  versions: {
    maxPerDoc: 50,
    drafts: { autosave: { interval: 2000 }, schedulePublish: true },
  },
  hooks: {
    beforeOperation: [limitAnonymous],
    beforeValidate: [keepSlug({ collection: 'articles', from: 'title', toPath: articlePath })],
    beforeChange: [stampPublication],
    afterChange: [pingAfterChange],
    beforeDelete: [tombstoneBeforeDelete],
    afterDelete: [pingAfterDelete],
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      label: words.title,
      required: true,
      validate: demand(text.problems.titleMissing),
    },
    {
      name: 'lead',
      type: 'textarea',
      label: words.lead,
      required: true,
      validate: demand(text.problems.leadMissing),
      admin: { description: words.leadHelp, rows: 3 },
    },
    { name: 'heroImage', type: 'upload', relationTo: 'media', label: words.heroImage },
    { name: 'body', type: 'richText', label: words.body, editor: bodyEditor(articleBlocks) },
    {
      name: 'interviewees',
      type: 'array',
      label: words.interviewees,
      labels: words.interviewee,
      admin: { condition: isInterview },
      fields: [
        { name: 'name', type: 'text', label: words.name, required: true },
        { name: 'role', type: 'text', label: words.role },
        {
          name: 'organisation',
          type: 'relationship',
          relationTo: 'organisations',
          label: words.organisation,
        },
      ],
    },
    {
      name: 'organisations',
      type: 'relationship',
      relationTo: 'organisations',
      hasMany: true,
      label: words.organisations,
      admin: { description: words.organisationsHelp },
    },
    {
      name: 'corrections',
      type: 'array',
      label: words.corrections,
      labels: words.correction,
      hooks: startEmpty,
      admin: { condition: (data) => Boolean(data['publishedAt']) },
      fields: [
        {
          name: 'at',
          type: 'date',
          label: words.correctedAt,
          required: true,
          defaultValue: () => new Date().toISOString(),
          admin: { date: dayAndTime },
        },
        { name: 'text', type: 'textarea', label: words.correctionText, required: true },
      ],
    },
    {
      name: 'receipt',
      type: 'ui',
      admin: { ...sidebar, components: { Field: '/publish/ReceiptPanel#ReceiptPanel' } },
    },
    {
      name: 'kind',
      type: 'select',
      label: words.kind,
      required: true,
      defaultValue: 'news',
      options: Object.entries(words.kinds).map(([value, label]) => ({ value, label })),
      admin: { ...sidebar, isClearable: false },
    },
    {
      name: 'category',
      type: 'relationship',
      relationTo: 'categories',
      label: words.category,
      admin: sidebar,
    },
    {
      name: 'authors',
      type: 'relationship',
      relationTo: 'authors',
      hasMany: true,
      label: words.authors,
      admin: sidebar,
    },
    {
      name: 'series',
      type: 'relationship',
      relationTo: 'series',
      label: words.series,
      admin: sidebar,
    },
    {
      name: 'seriesNumber',
      type: 'number',
      label: words.seriesNumber,
      min: 1,
      index: true,
      admin: { ...sidebar, condition: isInSeries },
    },
    {
      name: 'place',
      type: 'text',
      label: words.place,
      admin: { ...sidebar, description: words.placeHelp, condition: isInSeries },
    },
    { name: 'tags', type: 'text', hasMany: true, label: words.tags, admin: sidebar },
    {
      name: 'marking',
      type: 'select',
      label: words.marking,
      required: true,
      defaultValue: 'editorial',
      options: Object.entries(words.markings).map(([value, label]) => ({ value, label })),
      admin: { ...sidebar, isClearable: false },
    },
    {
      name: 'sponsor',
      type: 'text',
      label: words.sponsor,
      admin: { ...sidebar, condition: isPaid },
    },
    {
      name: 'sendAlert',
      type: 'checkbox',
      label: words.sendAlert,
      defaultValue: true,
      admin: { ...sidebar, description: words.sendAlertHelp },
    },
    {
      name: 'publishedAt',
      type: 'date',
      label: words.publishedAt,
      index: true,
      hooks: startEmpty,
      admin: { ...sidebar, description: words.publishedAtHelp, date: dayAndTime },
    },
    slugField(words.slugHelp),
    internal('published', [
      time('firstAt'),
      time('lastAt'),
      { name: 'slug', type: 'text', index: true },
      { name: 'revision', type: 'text' },
    ]),
    internal('alert', [time('requestedAt'), time('handledAt')]),
  ],
};
