import { safeLink } from '../../../content/model/safe-link.ts';
import { readText } from '../../mapping/read-document.ts';
import type { CmsBox } from './cms-box.ts';

const hrefOf = (value: unknown) => safeLink(readText(value));

export const callToAction: CmsBox<'callToAction'> = {
  labels: { singular: 'Oppfordring', plural: 'Oppfordringer' },
  position: 12,
  fields: () => [
    { name: 'text', type: 'text', label: 'Hva leseren kan gjøre', required: true },
    {
      name: 'url',
      type: 'text',
      label: 'Adresse',
      required: true,
      admin: { description: 'En nettadresse, eller en e-postadresse.' },
      validate: (value: string | null | undefined) =>
        hrefOf(value) !== null ||
        'Skriv en adresse som https://eksempel.no eller navn@eksempel.no.',
    },
  ],
  toModel: (fields) => {
    const text = readText(fields['text']);
    const url = hrefOf(fields['url']);
    return text === '' || url === null ? null : { type: 'callToAction', text, url };
  },
};
