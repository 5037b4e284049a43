import { stringify } from 'csv-stringify/sync';
import type { CollectionSlug, Payload } from 'payload';
import { asCell } from '../../newsletter/subscribers/files/as-cell.ts';
import { subscribersCsv } from '../../newsletter/subscribers/files/subscribers-csv.ts';
import { readText } from '../../mapping/read-document.ts';
import { rowsOf } from './rows.ts';

interface PeopleFile {
  name: string;
  lines: AsyncIterable<string | Buffer>;
}

/** Who subscribes, works here, and got what, as tables. No password, no second factor, no token. */
export const peopleFiles = (payload: Payload): PeopleFile[] => [
  { name: 'subscribers.csv', lines: subscribersCsv(payload) },
  {
    name: 'users.csv',
    lines: table(payload, 'users', ['id', 'name', 'email', 'role', 'createdAt']),
  },
  {
    name: 'mailings.csv',
    lines: table(payload, 'mailings', [
      'id',
      'kind',
      'subject',
      'article',
      'status',
      'requestedAt',
      'finishedAt',
      'accepted',
      'failed',
    ]),
  },
  {
    name: 'deliveries.csv',
    lines: table(payload, 'deliveries', [
      'id',
      'mailing',
      'subscriber',
      'state',
      'reason',
      'acceptedAt',
      'afterwards',
      'resendId',
    ]),
  },
  { name: 'log.csv', lines: table(payload, 'log', ['at', 'who', 'act', 'what', 'why']) },
];

async function* table(
  payload: Payload,
  collection: CollectionSlug,
  columns: readonly string[],
): AsyncGenerator<string> {
  yield `\ufeff${stringify([[...columns]])}`;
  for await (const row of rowsOf(payload, collection))
    yield stringify([columns.map((column) => cell(row[column]))]);
}

function cell(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const said =
    typeof value === 'object' && value !== null && 'id' in value
      ? String(value.id)
      : readText(value);
  return asCell(said);
}
