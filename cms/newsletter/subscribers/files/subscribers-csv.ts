import { stringify } from 'csv-stringify/sync';
import type { Payload } from 'payload';
import type { SubscriberRow } from '../../store/rows.ts';
import { exported, nextSubscribers } from '../../store/subscribers.ts';
import { columns } from './file-columns.ts';
import { asCell } from './as-cell.ts';

const pageSize = 200;

/** All subscribers as our CSV, a page at a time; `importSubscribers` reads it. */
export async function* subscribersCsv(payload: Payload): AsyncGenerator<Buffer> {
  // With a mark of its encoding, or a spreadsheet takes æ, ø and å for something else.
  yield Buffer.from(`\ufeff${stringify([[...columns]])}`);
  for (let after: string | undefined; ;) {
    const page: SubscriberRow[] = await nextSubscribers(payload, {
      group: exported,
      after,
      limit: pageSize,
    });
    // A line's end of another kind is part of a text, too.
    yield Buffer.from(stringify(page.map(toRecord), { quoted_match: /\r/ }));
    after = page.at(-1)?.id;
    if (page.length < pageSize) return;
  }
}

const toRecord = (row: SubscriberRow): (string | null)[] => cellsOf(row).map(asCell);

const cellsOf = (row: SubscriberRow): (string | null)[] => [
  row.email,
  row.state,
  row.frequency,
  row.series.join(' '),
  row.requestedAt,
  row.confirmedAt,
  row.consentText,
  row.consentVersion,
  row.consentPage,
  row.consentMethod,
  row.unsubscribedAt,
  row.suppressedReason,
];
