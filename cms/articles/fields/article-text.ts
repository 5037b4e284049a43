import type { Field } from 'payload';
import { isLoggedInField, nobodyField } from '../../access.ts';
import { savedFromField } from '../releases/bookkeeping.ts';
import { preview } from '../blocks/preview.ts';
import { articleBlocks } from '../blocks/article-blocks.ts';
import { text } from '../../text.ts';
import { bodyUsesOf } from '../../mapping/body-uses.ts';
import { bodyEditor, assertShowable } from './rich-text.ts';

const words = text.articles;

/** Asked when the article is published; a draft may lack anything. */
const requireWhenPublished = (problem: string) => (value: string | null | undefined) =>
  Boolean(value?.trim()) || problem;

const body = '[data-lexical-editor]';
/** Written where it stands on the page; Enter leads on. */
const written = (clientProps: { help: string; before?: string; after: string }) => ({
  components: { Field: { path: '/articles/fields/WrittenField#WrittenField', clientProps } },
});

/** What is written on the page, in its order; what is asked about it stands in `article-sidebar.ts`. */
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
      components: {
        Field: '/articles/saves/SaveGuard#SaveGuard',
        Diff: '/articles/fields/TextDiff#NoDiff',
      },
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
    name: 'follow',
    type: 'ui',
    admin: {
      disableListColumn: true,
      components: { Field: '/articles/preview/FollowPreview#FollowPreview' },
    },
  },
  {
    name: 'title',
    type: 'text',
    label: words.title,
    required: true,
    maxLength: 300,
    validate: requireWhenPublished(text.problems.titleMissing),
    admin: written({ help: words.titleHelp, after: '#field-lead' }),
  },
  {
    name: 'lead',
    type: 'textarea',
    label: words.lead,
    required: true,
    maxLength: 2_000,
    validate: requireWhenPublished(text.problems.leadMissing),
    admin: written({ help: words.leadHelp, before: '#field-title', after: body }),
  },
  preview('PicturePreview', 'heroImage'),
  { name: 'heroImage', type: 'upload', relationTo: 'media', label: words.heroImage },
  {
    name: 'body',
    type: 'richText',
    label: words.body,
    editor: bodyEditor(articleBlocks),
    validate: assertShowable,
    admin: { components: { Diff: '/articles/fields/TextDiff#BodyDiff' } },
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
];
