import type { CollectionConfig, Field } from 'payload';
import {
  isEditor,
  isLoggedIn,
  isLoggedInField,
  nobodyField,
  readMedia,
  updateMedia,
} from '../access.ts';
import {
  pingAfterChange,
  pingAfterDelete,
  tombstoneBeforeDelete,
} from '../delivery-feed/notify-publisher.ts';
import { mediaFolder } from '../media/store/media-store.ts';
import { serveFile } from '../media/store/serve-file.ts';
import { assertUnused } from '../uses/assert-unused.ts';
import { usesField } from '../uses/uses-field.ts';
import { text as words } from './text.ts';
import { text } from '../text.ts';
import { noteFile, prepareFile } from './prepare-file.ts';

const hidden = {
  hidden: true,
  disableListColumn: true,
  disableListFilter: true,
  disableBulkEdit: true,
} as const;

/** What the file says of itself. */
const known = (name: string): Field => ({
  ...{ name, type: 'number', admin: hidden },
  access: { create: nobodyField, update: nobodyField },
});

/** Films with their captions, sounds and documents. They lie beside the pictures, and are as private until something that is out shows them. */
export const Files: CollectionConfig = {
  slug: 'files',
  labels: { singular: words.singular, plural: words.plural },
  admin: {
    group: text.groups.editorial,
    hideAPIURL: true,
    useAsTitle: 'title',
    description: words.help,
    defaultColumns: ['filename', 'title', 'kind', 'updatedAt'],
    listSearchableFields: ['title', 'filename'],
  },
  disableDuplicate: true,
  access: { read: readMedia, create: isLoggedIn, update: updateMedia, delete: isEditor },
  hooks: {
    beforeOperation: [prepareFile],
    beforeChange: [noteFile],
    afterChange: [pingAfterChange],
    beforeDelete: [assertUnused('files'), tombstoneBeforeDelete],
    afterDelete: [pingAfterDelete],
  },
  upload: {
    staticDir: mediaFolder(),
    handlers: [serveFile],
    // As Payload names them by their first bytes; what they are is known by `know-file.ts`.
    mimeTypes: [
      ...['video/mp4', 'video/x-m4v', 'video/webm', 'audio/mpeg', 'audio/mp4', 'audio/x-m4a'],
      ...['application/pdf', 'text/vtt', 'application/x-subrip'],
    ],
    pasteURL: false,
    crop: false,
    focalPoint: false,
  },
  fields: [
    usesField,
    {
      name: 'title',
      type: 'text',
      label: words.title,
      required: true,
      admin: { description: words.titleHelp },
    },
    { name: 'credit', type: 'text', label: words.credit },
    { name: 'transcript', type: 'textarea', label: words.transcript, maxLength: 200_000 },
    {
      name: 'kind',
      type: 'select',
      label: words.kind,
      index: true,
      options: Object.entries(words.kinds).map(([value, label]) => ({ value, label })),
      access: { create: nobodyField, update: nobodyField },
      admin: { readOnly: true },
    },
    ...['duration', 'pixelWidth', 'pixelHeight'].map(known),
    {
      name: 'isPublic',
      type: 'checkbox',
      defaultValue: false,
      index: true,
      access: { read: isLoggedInField, create: nobodyField, update: nobodyField },
      admin: hidden,
    },
  ],
};
