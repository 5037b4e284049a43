import type { Condition, DateField, Field } from 'payload';
import { isLoggedInField, nobodyField } from '../../access.ts';
import { text } from '../../text.ts';
import { tidyTags } from './tidy-tags.ts';
import { slugField } from '../../slugs/slug-field.ts';
import { startEmpty, dayFirst } from '../../admin/field-habits.ts';
import { text as articlesText } from '../text.ts';

const words = text.articles;
const sidebar = { position: 'sidebar' } as const;
/** No column and no filter of the list of articles. */
const notListed = { disableListColumn: true, disableListFilter: true } as const;
/** Nothing that a person compares from one version to another. */
const notCompared = { Diff: '/articles/fields/TextDiff#NoDiff' };
const isPaid: Condition = (data) => data['marking'] === 'sponsored' || data['marking'] === 'advert';
const isInterview: Condition = (data) => data['kind'] === 'interview';
const isInSeries: Condition = (data) => Boolean(data['series']);

/** Kept by `releases/stamp-release.ts` and the newsletter; nobody sets or sees them from outside. */
const internal = (name: string, fields: Field[]): Field => ({
  name,
  type: 'group',
  access: { read: isLoggedInField, create: nobodyField, update: nobodyField },
  admin: { hidden: true, ...notListed, components: notCompared },
  fields,
});
const time = (name: string): DateField => ({
  name,
  type: 'date',
  index: true,
  admin: notListed,
});

/** What the article is, where it belongs and what becomes of it. */
export const articleSidebar: Field[] = [
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
    name: 'checklist',
    type: 'ui',
    admin: {
      ...sidebar,
      disableListColumn: true,
      components: { Field: '/articles/checklist/ChecklistPanel#ChecklistPanel' },
    },
  },
  {
    name: 'stage',
    type: 'select',
    access: { read: isLoggedInField },
    label: articlesText.stage,
    defaultValue: 'writing',
    options: Object.entries(articlesText.stages).map(([value, label]) => ({ value, label })),
    admin: {
      ...sidebar,
      isClearable: false,
      description: articlesText.stageHelp,
      condition: (data) => data['_status'] !== 'published',
    },
  },
  {
    name: 'assignee',
    type: 'relationship',
    relationTo: 'users',
    access: { read: isLoggedInField },
    label: articlesText.assignee,
    admin: { ...sidebar, allowCreate: false, allowEdit: false },
  },
  dayFirst(
    {
      name: 'deadline',
      type: 'date',
      access: { read: isLoggedInField },
      label: articlesText.deadline,
      index: true,
      hooks: startEmpty,
      admin: { ...sidebar, description: articlesText.deadlineHelp },
    },
    { isLastDay: true },
  ),
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
    name: 'interviewees',
    type: 'array',
    label: words.interviewees,
    labels: words.interviewee,
    admin: { ...sidebar, condition: isInterview },
    fields: [
      { name: 'name', type: 'text', label: words.name, required: true },
      { name: 'role', type: 'text', label: words.role },
      {
        name: 'organisation',
        type: 'relationship',
        relationTo: 'organisations',
        label: words.organisation,
      },
      {
        name: 'portrait',
        type: 'upload',
        relationTo: 'media',
        label: words.portrait,
        admin: { description: words.portraitHelp },
      },
    ],
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
  {
    name: 'tags',
    type: 'text',
    hasMany: true,
    label: words.tags,
    hooks: { beforeValidate: [({ value }): unknown => tidyTags(value)] },
    admin: { ...sidebar, components: { Diff: '/articles/fields/TextDiff#WordsDiff' } },
  },
  {
    name: 'organisations',
    type: 'relationship',
    relationTo: 'organisations',
    hasMany: true,
    label: words.organisations,
    admin: { ...sidebar, description: words.organisationsHelp },
  },
  {
    name: 'related',
    type: 'relationship',
    relationTo: 'articles',
    hasMany: true,
    maxRows: 4,
    label: words.related,
    admin: {
      ...sidebar,
      description: words.relatedHelp,
      allowCreate: false,
      components: { afterInput: ['/articles/fields/RelatedProposals#RelatedProposals'] },
    },
  },
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
  dayFirst({
    name: 'publishedAt',
    type: 'date',
    label: words.publishedAt,
    index: true,
    hooks: startEmpty,
    admin: { ...sidebar, description: words.publishedAtHelp },
  }),
  slugField(words.slugHelp),
  {
    name: 'corrections',
    type: 'array',
    label: words.corrections,
    labels: words.correction,
    hooks: startEmpty,
    admin: { ...sidebar, condition: (data) => Boolean(data['publishedAt']) },
    fields: [
      dayFirst({
        name: 'at',
        type: 'date',
        label: words.correctedAt,
        required: true,
        defaultValue: () => new Date().toISOString(),
      }),
      { name: 'text', type: 'textarea', label: words.correctionText, required: true },
    ],
  },
  {
    name: 'sendAlert',
    type: 'checkbox',
    access: { read: isLoggedInField },
    label: words.sendAlert,
    hooks: startEmpty,
    admin: {
      ...sidebar,
      components: {
        Description: '/articles/fields/AlertHelp#AlertHelp',
        Diff: '/articles/fields/TextDiff#TickDiff',
      },
    },
  },
  {
    name: 'isAlertChosen',
    type: 'checkbox',
    access: { read: isLoggedInField, create: nobodyField, update: nobodyField },
    hooks: startEmpty,
    admin: { hidden: true, ...notListed, components: notCompared },
  },
  {
    name: 'mail',
    type: 'ui',
    admin: {
      ...sidebar,
      disableListColumn: true,
      components: { Field: '/newsletter/article-mail/ArticleMailPanel#ArticleMailPanel' },
    },
  },
  {
    name: 'receipt',
    type: 'ui',
    admin: {
      ...sidebar,
      disableListColumn: true,
      components: { Field: '/delivery-feed/receipts/ReceiptPanel#ReceiptPanel' },
    },
  },
  {
    name: 'quotes',
    type: 'ui',
    admin: {
      ...sidebar,
      disableListColumn: true,
      components: { Field: '/quotes/QuotePanel#QuotePanel' },
    },
  },
  {
    name: 'share',
    type: 'ui',
    admin: {
      ...sidebar,
      disableListColumn: true,
      components: { Field: '/articles/preview/SharePanel#SharePanel' },
    },
  },
  internal('published', [
    time('firstAt'),
    time('lastAt'),
    { name: 'slug', type: 'text', index: true, admin: notListed },
    { name: 'revision', type: 'text', admin: notListed },
  ]),
  internal('alert', [time('requestedAt'), time('handledAt')]),
  // Of one that came from an archive, until somebody here has saved it: what the archive said.
  internal('arrival', [{ name: 'source', type: 'text', admin: notListed }]),
];
