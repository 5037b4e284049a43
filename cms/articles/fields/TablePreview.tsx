'use client';

import { useFormFields } from '@payloadcms/ui';
import { isHeadCell, tableHeads } from '../../../content/model/blocks/table.ts';
import { readCells } from '../blocks/read-cells.ts';

/** The table that the cells make, as the page shows it. */
export function TablePreview({ from }: { from: string }) {
  const { cells, head, caption } = useFormFields(([fields]) => ({
    cells: fields[from]?.value,
    head: fields['head']?.value ?? 'row',
    caption: fields['caption']?.value,
  }));
  const rows = readCells(typeof cells === 'string' ? cells : '');
  if (rows.length === 0) return null;
  const heads = tableHeads.find((each) => each === head) ?? 'row';
  return (
    <div className="written-table">
      <table>
        {typeof caption === 'string' && caption !== '' && <caption>{caption}</caption>}
        <tbody>
          {rows.map((row, at) => (
            <tr key={`${String(at)}-${row.join()}`}>
              {row.map((cell, column) => {
                const Cell = isHeadCell(heads, at, column) ? 'th' : 'td';
                return <Cell key={`${String(column)}-${cell}`}>{cell}</Cell>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
