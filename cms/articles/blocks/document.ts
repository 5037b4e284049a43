import { readReference, readText } from '../../mapping/read-document.ts';
import type { CmsBox } from './cms-box.ts';

export const document: CmsBox<'document'> = {
  labels: { singular: 'Dokument', plural: 'Dokumenter' },
  position: 11,
  fields: () => [
    {
      name: 'file',
      type: 'upload',
      relationTo: 'files',
      label: 'PDF',
      required: true,
      filterOptions: { kind: { equals: 'document' } },
    },
    { name: 'title', type: 'text', label: 'Hva det er', required: true },
  ],
  toModel: (fields) => {
    const file = readReference(fields['file']);
    const title = readText(fields['title']);
    return file === null || title === '' ? null : { type: 'document', file, title };
  },
};
