import { readOptionalText, readReference } from '../../mapping/read-document.ts';
import { preview } from './preview.ts';
import type { CmsBox } from './cms-box.ts';

export const image: CmsBox<'image'> = {
  labels: { singular: 'Bilde', plural: 'Bilder' },
  position: 4,
  fields: () => [
    preview('PicturePreview', 'media'),
    { name: 'media', type: 'upload', relationTo: 'media', label: 'Bilde', required: true },
    { name: 'caption', type: 'text', label: 'Bildetekst' },
    { name: 'credit', type: 'text', label: 'Foto' },
  ],
  toModel: (fields) => {
    const media = readReference(fields['media']);
    if (media === null) return null;
    const caption = readOptionalText(fields['caption']);
    const credit = readOptionalText(fields['credit']);
    return { type: 'image', media, ...(caption && { caption }), ...(credit && { credit }) };
  },
};
