'use client';

import { useFormFields } from '@payloadcms/ui';
import { readRows } from '../rows/read-rows.ts';

/** The table that the rows make, as the page shows it. */
export function TablePreview({ from }: { from: string }) {
  const { value, isRow, isColumn, caption } = useFormFields(([fields]) => ({
    value: fields[from]?.value,
    isRow: fields['headerRow']?.value !== false,
    isColumn: fields['headerColumn']?.value === true,
    caption: fields['caption']?.value,
  }));
  const rows = readRows(value);
  if (rows.length === 0) return null;
  return (
    <div className="written-table">
      <table>
        {typeof caption === 'string' && caption !== '' && <caption>{caption}</caption>}
        <tbody>
          {rows.map((row, at) => (
            <tr key={`${String(at)}-${row.join()}`}>
              {row.map((cell, column) => {
                const Cell = (isRow && at === 0) || (isColumn && column === 0) ? 'th' : 'td';
                return <Cell key={`${String(column)}-${cell}`}>{cell}</Cell>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
