import type { JSONField } from 'payload';
import { readRows } from './read-rows.ts';
import { text as words } from './text.ts';

/** A page of figures; what is longer is a file of its own. */
const most = { rows: 300, columns: 30 };

/** Rows of cells, written and pasted as spreadsheets copy them. `check` says what is wrong with them, in a sentence. */
export const rowsField = (
  label: string,
  check: (rows: string[][], siblings: Record<string, unknown>) => string | undefined = () =>
    undefined,
): JSONField => ({
  name: 'rows',
  type: 'json',
  label,
  required: true,
  admin: {
    description: words.help,
    components: { Field: '/articles/rows/RowsField#RowsField' },
  },
  validate: (
    value: unknown,
    { siblingData }: { siblingData?: object | undefined },
  ): string | true => {
    const rows = readRows(value);
    const [first] = rows;
    if (first === undefined) return words.empty;
    if (rows.length > most.rows || first.length > most.columns)
      return words.tooLarge(most.rows, most.columns);
    return check(rows, { ...siblingData }) ?? true;
  },
});
