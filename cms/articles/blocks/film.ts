import { readOptionalText, readReference, readText } from '../../mapping/read-document.ts';
import { preview } from './preview.ts';
import type { CmsBox } from './cms-box.ts';

const isWeb = (address: string) => /^https?:\/\//i.test(address) && URL.canParse(address);

export const film: CmsBox<'film'> = {
  labels: { singular: 'Film eller innfelt innhold', plural: 'Film og innfelt innhold' },
  position: 7,
  fields: () => [
    preview('PicturePreview', 'poster'),
    {
      name: 'file',
      type: 'upload',
      relationTo: 'files',
      label: 'Egen film',
      filterOptions: { kind: { equals: 'film' } },
    },
    {
      name: 'captions',
      type: 'upload',
      relationTo: 'files',
      label: 'Undertekster',
      filterOptions: { kind: { equals: 'captions' } },
      admin: {
        description:
          'Det som blir sagt, som VTT eller SRT. Den som ikke hører, og den som ikke vil ha lyden på, leser det.',
        condition: (_, { file }: Partial<{ file: unknown }>) => Boolean(file),
      },
    },
    {
      name: 'url',
      type: 'text',
      label: 'Eller adresse',
      admin: {
        description:
          'YouTube, Vimeo, en podkast. Ingenting lastes på siden vår: leseren trykker, og filmen åpnes der den ligger.',
      },
      validate: (
        value: string | null | undefined,
        { siblingData }: { siblingData: { file?: unknown } },
      ) => {
        const address = value?.trim() ?? '';
        if (address === '')
          return Boolean(siblingData.file) || 'Velg en film, eller skriv adressen.';
        return isWeb(address) || 'Skriv hele adressen, fra https://.';
      },
    },
    { name: 'poster', type: 'upload', relationTo: 'media', label: 'Stillbilde' },
    { name: 'caption', type: 'text', label: 'Hva den viser' },
    { name: 'credit', type: 'text', label: 'Foto' },
  ],
  toModel: (fields) => {
    const url = readText(fields['url']);
    const file = readReference(fields['file']);
    if (!isWeb(url) && file === null) return null;
    const captions = file === null ? null : readReference(fields['captions']);
    const caption = readOptionalText(fields['caption']);
    const credit = readOptionalText(fields['credit']);
    const poster = readReference(fields['poster']);
    return {
      type: 'film',
      ...(isWeb(url) && { url }),
      ...(file !== null && { file }),
      ...(captions !== null && { captions }),
      ...(poster !== null && { poster }),
      ...(caption && { caption }),
      ...(credit && { credit }),
    };
  },
};
