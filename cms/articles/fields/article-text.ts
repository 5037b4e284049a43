import type { Condition, Field } from 'payload';
import { isLoggedInField, nobodyField } from '../../access.ts';
import { savedFromField } from '../releases/bookkeeping.ts';
import { articleBlocks } from '../blocks/article-blocks.ts';
import { text } from '../../text.ts';
import { bodyUsesOf } from '../../mapping/body-uses.ts';
import { bodyEditor, assertShowable } from './rich-text.ts';
import { dayAndTime, startEmpty } from '../../admin/field-habits.ts';

const words = text.articles;
const isInterview: Condition = (data) => data['kind'] === 'interview';

/** Asked when the article is published; a draft may lack anything. */
const requireWhenPublished = (problem: string) => (value: string | null | undefined) =>
  Boolean(value?.trim()) || problem;

const lengthHelp = (help: string) => ({
  path: '/articles/checklist/LengthHelp#LengthHelp',
  clientProps: { help },
});

/** What readers read, in the order an editor works. */
export const articleText: Field[] = [
  {
    // Which tab this state came from; see `saves/guard-saves.ts`.
    name: savedFromField,
    type: 'text',
    maxLength: 40,
    access: { read: isLoggedInField },
    admin: {
      disableListColumn: true,
      disableListFilter: true,
      disableBulkEdit: true,
      components: { Field: '/articles/saves/SaveGuard#SaveGuard' },
    },
  },
  {
    name: 'unsaved',
    type: 'ui',
    admin: {
      disableListColumn: true,
      components: { Field: '/articles/saves/unsaved/KeepUnsaved#KeepUnsaved' },
    },
  },
  {
    name: 'title',
    type: 'text',
    label: words.title,
    required: true,
    maxLength: 300,
    validate: requireWhenPublished(text.problems.titleMissing),
    admin: { components: { Description: lengthHelp(words.titleHelp) } },
  },
  {
    name: 'lead',
    type: 'textarea',
    label: words.lead,
    required: true,
    maxLength: 2_000,
    validate: requireWhenPublished(text.problems.leadMissing),
    admin: { components: { Description: lengthHelp(words.leadHelp) }, rows: 3 },
  },
  { name: 'heroImage', type: 'upload', relationTo: 'media', label: words.heroImage },
  {
    name: 'body',
    type: 'richText',
    label: words.body,
    editor: bodyEditor(articleBlocks),
    validate: assertShowable,
  },
  {
    // What the body shows, for the database to be asked by; see `cms/uses/keep-body-uses.ts`.
    name: 'bodyUses',
    type: 'text',
    hasMany: true,
    index: true,
    maxLength: 20_000,
    access: { read: nobodyField, create: nobodyField, update: nobodyField },
    hooks: { beforeChange: [({ siblingData }) => bodyUsesOf(siblingData['body'])] },
    admin: {
      hidden: true,
      disableListColumn: true,
      disableListFilter: true,
      disableBulkEdit: true,
    },
  },
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
];
