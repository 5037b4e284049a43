import type { CollectionConfig } from 'payload';
import {
  isEditor,
  isLoggedIn,
  isLoggedInField,
  nobodyField,
  readMedia,
  updateMedia,
} from '../access.ts';
import { keepPlannedPicture } from '../articles/plans/bind-plans.ts';
import { assertUnused } from '../uses/assert-unused.ts';
import { removalField } from './removal/removal-field.ts';
import { usesField } from '../uses/uses-field.ts';
import { isSafeLink } from '../shared/link-rows.ts';
import { imageSizes } from './image-sizes.ts';
import { isFileName } from './is-file-name.ts';
import { forgetSizes, makeSizes } from './make-sizes.ts';
import { makePlaceholder } from './make-placeholder.ts';
import { prepareUpload } from './prepare-upload.ts';
import {
  pingAfterChange,
  pingAfterDelete,
  tombstoneBeforeDelete,
} from '../delivery-feed/notify-publisher.ts';
import { dayFirst } from '../admin/field-habits.ts';
import { renewRights, showRenewed } from './rights.ts';
import { keepSearchText, searchInLowerCase } from './search-pictures.ts';
import { mediaFolder } from './store/media-store.ts';
import { serveFile } from './store/serve-file.ts';
import { text } from '../text.ts';
import { text as words } from './text.ts';

const hiddenField = {
  hidden: true,
  disableListColumn: true,
  disableListFilter: true,
  disableBulkEdit: true,
} as const;

/** Stands in the files, which are written anew when it changes: not of many at once. */
const oneByOne = { disableBulkEdit: true } as const;

export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: words.singular, plural: words.plural },
  admin: {
    group: text.groups.editorial,
    hideAPIURL: true,
    useAsTitle: 'alt',
    defaultColumns: ['filename', 'alt', 'credit', 'updatedAt'],
    listSearchableFields: ['searchText'],
  },
  disableDuplicate: true,
  access: { read: readMedia, create: isLoggedIn, update: updateMedia, delete: isEditor },
  hooks: {
    beforeOperation: [searchInLowerCase, prepareUpload],
    beforeChange: [keepPlannedPicture, makePlaceholder, renewRights, keepSearchText, makeSizes],
    afterError: [forgetSizes],
    afterChange: [showRenewed, pingAfterChange],
    beforeDelete: [assertUnused('media'), tombstoneBeforeDelete],
    afterDelete: [pingAfterDelete],
  },
  upload: {
    staticDir: mediaFolder(),
    handlers: [serveFile],
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/heic', 'image/heif'],
    focalPoint: true,
    crop: false,
    // The original is `prepareUpload`'s clean copy: it needs no second encoding.
    pasteURL: false,
    imageSizes,
    adminThumbnail: 'square320webp',
    displayPreview: true,
  },
  fields: [
    usesField,
    removalField,
    {
      name: 'proposals',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/media/FileProposals#FileProposals' },
      },
    },
    {
      name: 'focus',
      type: 'ui',
      admin: { disableListColumn: true, components: { Field: '/media/FocusCrops#FocusCrops' } },
    },
    {
      name: 'alt',
      type: 'text',
      label: words.alt,
      admin: { description: words.altHelp },
      validate: (
        value: string | null | undefined,
        { siblingData }: { siblingData: Record<string, unknown> },
      ) => {
        if (siblingData['decorative'] === true) return true;
        if (!value?.trim()) return words.problems.altMissing;
        return isFileName(value) ? words.problems.altIsFileName : true;
      },
    },
    { name: 'decorative', type: 'checkbox', label: words.decorative, defaultValue: false },
    { name: 'caption', type: 'text', label: words.caption, admin: oneByOne },
    {
      name: 'credit',
      type: 'text',
      label: words.credit,
      required: true,
      admin: { description: words.creditHelp, ...oneByOne },
    },
    {
      name: 'creditUrl',
      type: 'text',
      label: words.creditUrl,
      validate: (value: string | null | undefined) =>
        !value || isSafeLink(value) || text.problems.linkScheme(value),
    },
    { name: 'creator', type: 'text', label: words.creator, admin: oneByOne },
    {
      name: 'copyright',
      type: 'text',
      label: words.copyright,
      admin: { description: words.copyrightHelp, ...oneByOne },
    },
    { name: 'city', type: 'text', label: words.city, admin: oneByOne },
    dayFirst(
      { name: 'takenOn', type: 'date', label: words.takenOn, admin: oneByOne },
      { isDay: true },
    ),
    dayFirst(
      {
        name: 'rightsUntil',
        type: 'date',
        label: words.rightsUntil,
        index: true,
        access: { read: isLoggedInField },
        admin: { description: words.rightsUntilHelp },
      },
      { isLastDay: true },
    ),
    {
      name: 'rightsEndedAt',
      type: 'date',
      index: true,
      access: { read: isLoggedInField, create: nobodyField, update: nobodyField },
      admin: hiddenField,
    },
    {
      name: 'searchText',
      type: 'textarea',
      label: words.searched,
      access: { read: isLoggedInField, create: nobodyField, update: nobodyField },
      admin: hiddenField,
    },
    {
      name: 'placeholder',
      type: 'text',
      access: { create: nobodyField, update: nobodyField },
      admin: hiddenField,
    },
    {
      name: 'imageHash',
      type: 'text',
      access: { read: isLoggedInField, create: nobodyField, update: nobodyField },
      admin: hiddenField,
    },
    {
      name: 'isPublic',
      type: 'checkbox',
      defaultValue: false,
      index: true,
      access: { read: isLoggedInField, create: nobodyField, update: nobodyField },
      admin: hiddenField,
    },
  ],
};
