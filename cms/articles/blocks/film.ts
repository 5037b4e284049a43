import { readOptionalText, readReference, readText } from '../../mapping/read-document.ts';
import { preview } from './preview.ts';
import type { CmsBox } from './cms-box.ts';

const isWeb = (address: string) => /^https?:\/\//i.test(address) && URL.canParse(address);

export const film: CmsBox<'film'> = {
  labels: { singular: 'Film eller lyd', plural: 'Film og lyd' },
  position: 7,
  fields: () => [
    preview('PicturePreview', 'poster'),
    {
      name: 'url',
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
    { name: 'poster', type: 'upload', relationTo: 'media', label: 'Stillbilde' },
    { name: 'caption', type: 'text', label: 'Hva den viser' },
    { name: 'credit', type: 'text', label: 'Foto' },
  ],
  toModel: (fields) => {
    const url = readText(fields['url']);
    if (!isWeb(url)) return null;
    const caption = readOptionalText(fields['caption']);
    const credit = readOptionalText(fields['credit']);
    const poster = readReference(fields['poster']);
    return {
      ...{ type: 'film', url },
      ...(poster !== null && { poster }),
      ...(caption && { caption }),
      ...(credit && { credit }),
    };
  },
};
