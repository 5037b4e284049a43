import { galleryLimits } from '../../../content/model/blocks/gallery.ts';
import { readOptionalText, readReference, readRows } from '../../mapping/read-document.ts';
import type { CmsBox } from './cms-box.ts';

export const gallery: CmsBox<'gallery'> = {
  labels: { singular: 'Bildeserie', plural: 'Bildeserier' },
  position: 5,
  fields: () => [
    {
      name: 'items',
      type: 'array',
      label: 'Bilder',
      labels: { singular: 'Bilde', plural: 'Bilder' },
      required: true,
      minRows: galleryLimits.least,
      maxRows: galleryLimits.most,
      fields: [
        { name: 'media', type: 'upload', relationTo: 'media', label: 'Bilde', required: true },
        { name: 'caption', type: 'text', label: 'Bildetekst' },
      ],
    },
  ],
  toModel: (fields) => {
    const items = readRows(fields['items']).flatMap((row) => {
      const media = readReference(row['media']);
      if (media === null) return [];
      const caption = readOptionalText(row['caption']);
      return [{ media, ...(caption && { caption }) }];
    });
    return items.length === 0
      ? null
      : { type: 'gallery', items: items.slice(0, galleryLimits.most) };
  },
};
