import { readOptionalText, readReference, readText } from '../../mapping/read-document.ts';
import { preview } from './preview.ts';
import type { CmsBox } from './cms-box.ts';

const isWeb = (address: string) => /^https?:\/\//i.test(address) && URL.canParse(address);

export const film: CmsBox<'film'> = {
  labels: { singular: 'Film eller lyd', plural: 'Film og lyd' },
  position: 6,
  fields: () => [
    preview('PicturePreview', 'still'),
    {
      name: 'address',
      type: 'text',
      label: 'Adresse',
      required: true,
      admin: {
        description:
          'YouTube, Vimeo, en podkast. Ingenting lastes på siden vår: leseren trykker, og filmen åpnes der den ligger.',
      },
      validate: (value: string | null | undefined) =>
        isWeb(value?.trim() ?? '') || 'Skriv hele adressen, fra https://.',
    },
    { name: 'title', type: 'text', label: 'Hva den viser' },
    { name: 'still', type: 'upload', relationTo: 'media', label: 'Stillbilde' },
  ],
  toModel: (fields) => {
    const address = readText(fields['address']);
    if (!isWeb(address)) return null;
    const title = readOptionalText(fields['title']);
    const still = readReference(fields['still']);
    return { type: 'film', address, ...(title && { title }), ...(still !== null && { still }) };
  },
};
