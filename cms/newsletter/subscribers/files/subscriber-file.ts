import { CsvError } from 'csv-parse';
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
import { readHeader, type Column, type Mapping, type ReadHeader } from './file-columns.ts';
import { readFileTime } from './file-time.ts';
import { readRecords } from './read-records.ts';

const { refusals } = panelText.importing;

type FileState = 'active' | 'unsubscribed' | 'suppressed';

const states: Record<string, FileState> = {
  active: 'active',
  aktiv: 'active',
  subscribed: 'active',
  unsubscribed: 'unsubscribed',
  inactive: 'unsubscribed',
  'meldt av': 'unsubscribed',
  avmeldt: 'unsubscribed',
  suppressed: 'suppressed',
  sperret: 'suppressed',
  cleaned: 'suppressed',
  bounced: 'suppressed',
  complained: 'suppressed',
  invalid: 'suppressed',
};

/** Who has asked there, and not confirmed: nobody knows that it was she. */
const unconfirmed = new Set([
  'unconfirmed',
  'pending',
  'validating',
  'non-subscribed',
  'ubekreftet',
]);

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
  /** The service whose export it is, when it is one that is known. */
  service?: string;
}

/** A file whose columns nobody knows: what they are called, and what stands in the first rows. */
export interface UnknownColumns {
  header: string[];
  samples: string[][];
}

/** What a person says of a file: which column is which, and what those who are active agreed to, where the file does not tell. */
export interface Told {
  mapping?: Mapping;
  /** Which state everybody in it has, where no column says it. */
  state?: FileState;
  consentText?: string;
  consentPage?: string;
}

/**
 * Reads a CSV of subscribers: ours, an export of a known service, or one whose columns a person has named. Who is
 * active needs proof of consent: when it was confirmed, to which words, and where or how (GDPR article 7 (1)). A row
 * without it is refused, and so is an address that is none, a choice that we could not keep, a time that cannot be
 * read, and a row that has other cells than the header. Undefined when it is no CSV.
 */
export async function readSubscriberFile(
  csv: string,
  {
    current,
    told = {},
    now = new Date(),
  }: Pick<SeriesIndex, 'current'> & { told?: Told; now?: Date },
): Promise<SubscriberFile | UnknownColumns | undefined> {
  const file: SubscriberFile = { rows: [], refused: [] };
  const seen = new Set<string>();
  let header: string[] | undefined;
  let columns: ReadHeader | undefined;
  let lastLine = 0;
  const unknown: UnknownColumns = { header: [], samples: [] };
  try {
    for await (const { cells, line } of readRecords(csv)) {
      lastLine = line;
      if (header === undefined) {
        header = unknown.header = cells;
        columns = readHeader(cells, told.mapping);
        if (columns.service !== undefined) file.service = columns.service;
        continue;
      }
      // Spreadsheets end with rows of empty cells.
      if (cells.every((cell) => cell.trim() === '')) continue;
      if (columns === undefined || !isKnown(columns, told)) {
        unknown.samples.push(cells);
        if (unknown.samples.length === 3) break;
        continue;
      }
      const email = cells[columns.mapping.email ?? 0]?.trim() ?? '';
      const row =
        cells.length === header.length
          ? toRow({ cells, columns, told, current, now })
          : refusals.cells(cells.length, header.length);
      if (typeof row === 'string') file.refused.push({ line, email, why: row });
      else if (seen.has(row.address)) file.refused.push({ line, email, why: refusals.twice });
      else file.rows.push({ line, row });
      if (typeof row !== 'string') seen.add(row.address);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code !== 'CSV_QUOTE_NOT_CLOSED' || columns === undefined) return undefined;
    // All that stands behind it is one cell to a reader of CSV.
    file.refused.push({ line: lastLine + 1, email: '', why: refusals.openQuote });
  }
  if (header === undefined) return undefined;
  return columns !== undefined && isKnown(columns, told) ? file : unknown;
}

const isKnown = ({ mapping, stateOf }: ReadHeader, { state }: Told): boolean =>
  mapping.email !== undefined &&
  (mapping.state !== undefined || stateOf !== undefined || state !== undefined);

/** What our own export put before a cell that a spreadsheet would take for a formula. */
export const formula = /^['=+\-@\t\r＝＋－＠]/;
const unescape = (cell: string) =>
  cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;

/** A name before an address, and `mailto:`, are what it was copied with. */
function bare(cell: string): string {
  const [, inner = cell] = /<([^<>]+)>\s*$/.exec(cell) ?? [];
  return inner.trim().replace(/^mailto:/i, '');
}

function toRow({
  cells,
  columns,
  told,
  current,
  now,
}: {
  cells: readonly string[];
  columns: ReadHeader;
  told: Told;
  current: SeriesIndex['current'];
  now: Date;
}): Omit<SubscriberRow, 'id' | 'createdAt'> | string {
  const { mapping, stateOf, clock } = columns;
  /** As it stands there: a text may begin and end as it likes. */
  const exact = (column: Column) => unescape(cells[mapping[column] ?? -1] ?? '');
  const cell = (column: Column) => exact(column).trim();
  const address = parseAddress(bare(exact('email')));
  if (!address.ok) return refusals.address;
  const said = told.state ?? stateOf?.(cells) ?? cell('state');
  const state = states[said.toLowerCase()];
  if (unconfirmed.has(said.toLowerCase())) return refusals.unconfirmed(said);
  if (state === undefined) return refusals.state(said);
  const times = { requested_at: null, confirmed_at: null, unsubscribed_at: null } as Record<
    'requested_at' | 'confirmed_at' | 'unsubscribed_at',
    string | null
  >;
  for (const column of ['requested_at', 'confirmed_at', 'unsubscribed_at'] as const) {
    const time = readFileTime(cell(column), { clock, now });
    if (time === undefined) return refusals.time(column, cell(column));
    times[column] = time;
  }
  const consentText = exact('consent_text') || (told.consentText ?? '');
  const consentPage = exact('consent_page') || (told.consentPage ?? '');
  const consentMethod = exact('consent_method');
  const hasProof =
    times.confirmed_at !== null &&
    consentText.trim() !== '' &&
    Boolean(consentPage || consentMethod);
  if (state === 'active' && !hasProof)
    return times.confirmed_at === null ? refusals.proof : refusals.words;
  const frequency = frequencyNames.get(cell('frequency').toLowerCase());
  if (state === 'active' && frequency === undefined) return refusals.frequency(frequencyIds);
  const series = cell('series')
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
    requestedAt: times.requested_at,
    confirmedAt: times.confirmed_at,
    consentText: consentText || null,
    consentVersion: exact('consent_version') || null,
    consentPage: consentPage || null,
    consentMethod: consentMethod || panelText.importing.method,
    unsubscribedAt: times.unsubscribed_at,
    unsubscribedBy: state === 'unsubscribed' ? 'import' : null,
    suppressedReason: state === 'suppressed' ? exact('suppressed_reason') || refusals.before : null,
  };
}
