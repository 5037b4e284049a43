import { readOptionalText, readReference, readText } from '../../mapping/read-document.ts';
import type { CmsBox } from './cms-box.ts';
import { readChapters } from './read-chapters.ts';

export const sound: CmsBox<'sound'> = {
  labels: { singular: 'Lyd', plural: 'Lyd' },
  position: 10,
  fields: () => [
    {
      name: 'file',
      type: 'upload',
      relationTo: 'files',
      label: 'Lydfil',
      required: true,
      filterOptions: { kind: { equals: 'sound' } },
    },
    { name: 'title', type: 'text', label: 'Hva en hører', required: true },
    {
      name: 'chapters',
      type: 'textarea',
      label: 'Kapitler',
      admin: {
        description: 'Ett på hver linje, med tiden først: «12:30 Køen». Leseren går rett dit.',
      },
      validate: (value: string | null | undefined) =>
        readChapters(value ?? '') !== undefined ||
        'Skriv ett kapittel på hver linje, i rekkefølge, med tiden først: «12:30 Køen».',
    },
    {
      name: 'transcript',
      type: 'textarea',
      label: 'Teksten til lyden',
      admin: {
        description: 'For dem som ikke hører, og for søket. Står den på filen, er den med.',
      },
    },
  ],
  toModel: (fields) => {
    const file = readReference(fields['file']);
    const title = readText(fields['title']);
    if (file === null || title === '') return null;
    const transcript = readOptionalText(fields['transcript']);
    const chapters = readChapters(readText(fields['chapters'])) ?? [];
    return {
      ...{ type: 'sound', file, title },
      ...(chapters.length > 0 && { chapters }),
      ...(transcript && { transcript }),
    };
  },
};
