import { readOptionalText } from '../../mapping/read-document.ts';
import { preview } from './preview.ts';
import { readRows } from '../rows/read-rows.ts';
import { rowsField } from '../rows/rows-field.ts';
import type { CmsBox } from './cms-box.ts';

export const table: CmsBox<'table'> = {
  labels: { singular: 'Tabell', plural: 'Tabeller' },
  position: 6,
  fields: () => [
    preview('TablePreview', 'rows'),
    rowsField('Celler'),
    {
      type: 'row',
      fields: [
        {
          name: 'headerRow',
          type: 'checkbox',
          label: 'Øverste rad er overskrifter',
          defaultValue: true,
        },
        {
          name: 'headerColumn',
          type: 'checkbox',
          label: 'Første kolonne er overskrifter',
          defaultValue: false,
        },
      ],
    },
    { name: 'caption', type: 'text', label: 'Hva tabellen viser' },
    { name: 'source', type: 'text', label: 'Kilde' },
  ],
  toModel: (fields) => {
    const rows = readRows(fields['rows']);
    if (rows.length === 0) return null;
    const caption = readOptionalText(fields['caption']);
    const source = readOptionalText(fields['source']);
    return {
      type: 'table',
      headerRow: fields['headerRow'] !== false,
      headerColumn: fields['headerColumn'] === true,
      rows,
      ...(caption && { caption }),
      ...(source && { source }),
    };
  },
};
