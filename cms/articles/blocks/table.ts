import { tableHeads } from '../../../content/model/blocks/table.ts';
import { readCells } from './read-cells.ts';
import { readOptionalText, readText } from '../../mapping/read-document.ts';
import { preview } from './preview.ts';
import type { CmsBox } from './cms-box.ts';

const heads = {
  row: 'Øverste rad',
  column: 'Første kolonne',
  both: 'Øverste rad og første kolonne',
  none: 'Ingen',
} as const;

export const table: CmsBox<'table'> = {
  labels: { singular: 'Tabell', plural: 'Tabeller' },
  position: 5,
  fields: () => [
    preview('TablePreview', 'cells'),
    {
      name: 'cells',
      type: 'textarea',
      label: 'Celler',
      required: true,
      admin: {
        description:
          'Lim inn fra Excel, Word eller en nettside. En linje er en rad; mellom cellene står tabulator.',
      },
    },
    {
      name: 'head',
      type: 'select',
      label: 'Overskrifter',
      defaultValue: 'row',
      options: tableHeads.map((value) => ({ value, label: heads[value] })),
    },
    { name: 'caption', type: 'text', label: 'Hva tabellen viser' },
    { name: 'source', type: 'text', label: 'Kilde' },
  ],
  toModel: (fields) => {
    const rows = readCells(readText(fields['cells']));
    if (rows.length === 0) return null;
    const caption = readOptionalText(fields['caption']);
    const source = readOptionalText(fields['source']);
    const head = tableHeads.find((each) => each === fields['head']) ?? 'row';
    return { type: 'table', head, rows, ...(caption && { caption }), ...(source && { source }) };
  },
};
