import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { parseAddress } from '../parse-address.ts';
import { newSubscriber } from '../../store/new-rows.ts';
import type { SeriesIndex } from '../../store/series.ts';
import type { SubscriberRow } from '../../store/rows.ts';
import { panelText } from '../../admin/text.ts';
import {
  frequencies,
  frequencyIds,
  type FrequencyId,
} from '../../../../content/model/frequencies.ts';

const { refusals } = panelText.importing;

/** The columns of a file of ours, in their order. Others are read by the names in `aliases`, too. */
export const columns = [
  'email',
  'state',
  'frequency',
  'series',
  'requested_at',
  'confirmed_at',
  'consent_text',
  'consent_version',
  'consent_page',
  'consent_method',
  'unsubscribed_at',
  'suppressed_reason',
] as const;
type Column = (typeof columns)[number];

const aliases: Record<string, Column> = {
  'e-post': 'email',
  epost: 'email',
  email_address: 'email',
  status: 'state',
  tilstand: 'state',
  optin_time: 'requested_at',
  confirm_time: 'confirmed_at',
  bekreftet: 'confirmed_at',
  unsub_time: 'unsubscribed_at',
  samtykketekst: 'consent_text',
  source: 'consent_page',
};

const states: Record<string, 'active' | 'unsubscribed' | 'suppressed'> = {
  active: 'active',
  aktiv: 'active',
  subscribed: 'active',
  unsubscribed: 'unsubscribed',
  'meldt av': 'unsubscribed',
  suppressed: 'suppressed',
  sperret: 'suppressed',
  cleaned: 'suppressed',
  bounced: 'suppressed',
  complained: 'suppressed',
};

/** An empty cell means the first frequency. */
const frequencyNames = new Map<string, FrequencyId>([
  ['', frequencyIds[0]],
  ...frequencyIds.flatMap((id) =>
    [id, ...frequencies[id].aliases].map((name) => [name, id] as const),
  ),
]);

export interface SubscriberFile {
  rows: { line: number; row: Omit<SubscriberRow, 'id' | 'createdAt'> }[];
  refused: { line: number; email: string; why: string }[];
}

/**
 * Reads a CSV of subscribers (comma, semicolon or tab; first line names the columns). Who is active needs proof
 * of consent: when it was confirmed, to which words, and where or how (GDPR article 7 (1)). A row without it is
 * refused, and so is an address that is none, and a choice that we could not keep. Undefined when it is no such file.
 */
export async function readSubscriberFile(
  csv: string,
  { current, now = new Date() }: Pick<SeriesIndex, 'current'> & { now?: Date },
): Promise<SubscriberFile | undefined> {
  const file: SubscriberFile = { rows: [], refused: [] };
  const seen = new Set<string>();
  try {
    for await (const { record, line } of recordsOf(csv)) {
      if (!('email' in record)) return undefined;
      const refuse = (why: string) =>
        file.refused.push({ line, email: record['email'] ?? '', why });
      const row = toRow(record, current, now);
      if (typeof row === 'string') refuse(row);
      else if (seen.has(row.address)) refuse(refusals.twice);
      else file.rows.push({ line, row });
      if (typeof row !== 'string') seen.add(row.address);
    }
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
  return file;
}

type CsvRecord = Record<string, string>;

/** A slice of a file at a time; between them everybody else has a turn. */
async function* slicesOf(csv: string): AsyncGenerator<string> {
  for (let start = 0; start < csv.length; start += 16_384) {
    yield csv.slice(start, start + 16_384);
    await nextTurn();
  }
}

async function* recordsOf(csv: string): AsyncGenerator<{ record: CsvRecord; line: number }> {
  const parser = parse({
    bom: true,
    columns: (names: string[]) => names.map(toColumn),
    delimiter: [',', ';', '\t'],
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    // Our own export puts an apostrophe before what a spreadsheet would take for a formula.
    cast: (value) => value.trim().replace(/^'(?=[=+\-@])/, ''),
  });
  const records = Readable.from(slicesOf(csv)).compose(parser);
  for await (const parsed of records) {
    // why: with `columns` and `info` the parser hands over objects of this shape, all values strings.
    const { record, info } = parsed as { record: CsvRecord; info: { lines: number } };
    yield { record, line: info.lines };
  }
}

function toColumn(name: string): string {
  const plain = name.trim().toLowerCase().replaceAll(' ', '_');
  return aliases[plain] ?? plain;
}

function toRow(
  record: CsvRecord,
  current: SeriesIndex['current'],
  now: Date,
): Omit<SubscriberRow, 'id' | 'createdAt'> | string {
  const address = parseAddress(record['email'] ?? '');
  if (!address.ok) return refusals.address;
  const state = states[(record['state'] ?? '').toLowerCase()];
  if (state === undefined) return refusals.state;
  const confirmedAt = time(record['confirmed_at'], now);
  const consentText = record['consent_text'] ?? '';
  const [consentPage, consentMethod] = [record['consent_page'], record['consent_method']];
  const hasProof =
    confirmedAt !== null && consentText !== '' && Boolean(consentPage || consentMethod);
  if (state === 'active' && !hasProof) return refusals.proof;
  const frequency = frequencyNames.get((record['frequency'] ?? '').toLowerCase());
  if (state === 'active' && frequency === undefined) return refusals.frequency(frequencyIds);
  const series = (record['series'] ?? '')
    .toLowerCase()
    .split(/[\s|,;]+/)
    .filter(Boolean);
  const unknown = series.find((slug) => current(slug) === undefined);
  if (state === 'active' && unknown !== undefined) return refusals.series(unknown);
  return {
    ...newSubscriber,
    email: address.email,
    address: address.address,
    state,
    frequency: frequency ?? frequencyIds[0],
    series: series.map((slug) => current(slug) ?? slug),
    confirmation: 'none',
    requestedAt: time(record['requested_at'], now),
    confirmedAt,
    consentText: consentText || null,
    consentVersion: record['consent_version'] || null,
    consentPage: consentPage || null,
    consentMethod: panelText.importing.method(consentMethod ?? ''),
    unsubscribedAt: time(record['unsubscribed_at'], now),
    unsubscribedBy: state === 'unsubscribed' ? 'import' : null,
    suppressedReason:
      state === 'suppressed' ? record['suppressed_reason'] || refusals.before : null,
  };
}

/** An ISO time, or null for what is no time or lies in the future. */
function time(value: string | undefined, now: Date): string | null {
  if (!/^(19|20)\d\d-\d\d-\d\d/.test(value ?? '')) return null;
  const at = Date.parse((value ?? '').replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d(:\d\d)?)$/, '$1T$2Z'));
  return Number.isNaN(at) || at > now.getTime() ? null : new Date(at).toISOString();
}
