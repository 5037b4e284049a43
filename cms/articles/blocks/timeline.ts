import { readOptionalText, readRows, readText } from '../../mapping/read-document.ts';
import type { CmsBox } from './cms-box.ts';

export const timeline: CmsBox<'timeline'> = {
  labels: { singular: 'Tidslinje', plural: 'Tidslinjer' },
  position: 9,
  fields: () => [
    { name: 'title', type: 'text', label: 'Tittel' },
    {
      name: 'items',
      type: 'array',
      label: 'Hva som skjedde',
      labels: { singular: 'Hendelse', plural: 'Hendelser' },
      required: true,
      minRows: 1,
      maxRows: 60,
      fields: [
        { name: 'when', type: 'text', label: 'Når', required: true },
        { name: 'text', type: 'textarea', label: 'Hva', required: true },
      ],
    },
  ],
  toModel: (fields) => {
    const items = readRows(fields['items'])
      .map((row) => ({ when: readText(row['when']), text: readText(row['text']) }))
      .filter(({ when, text }) => when !== '' && text !== '');
    if (items.length === 0) return null;
    const title = readOptionalText(fields['title']);
    return { type: 'timeline', ...(title && { title }), items };
  },
};
