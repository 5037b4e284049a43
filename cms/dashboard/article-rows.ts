import { readRows, readText, type PayloadDocument } from '../mapping/read-document.ts';

/** Who has an article, by name; else who has written it. Of a row with its documents. */
export function whoHas(row: PayloadDocument): string {
  const [assignee] = readRows([row['assignee']]);
  if (assignee !== undefined) return readText(assignee['name']) || readText(assignee['email']);
  return readRows(row['authors'])
    .map(({ name }) => readText(name))
    .join(', ');
}
