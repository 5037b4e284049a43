import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import type { Payload, PayloadHandler, PayloadRequest } from 'payload';
import { isAdmin } from '../../../access.ts';
import { writeLog } from '../../../log/write-log.ts';
import { insertRows } from '../../store/bulk.ts';
import { markup } from '../../../../content/model/markup.ts';
import { notice, page } from '../page.ts';
import { readBody } from '../read-form.ts';
import type { SubscriberRow } from '../../store/rows.ts';
import { readSeries } from '../../store/series.ts';
import { exported, findSubscribers, nextSubscribers } from '../../store/subscribers.ts';
import { erasedAddress } from '../tokens.ts';
import { columns, readSubscriberFile, type SubscriberFile } from './subscriber-file.ts';
import { panelText } from '../../admin/text.ts';

const words = panelText.importing;
const mostBytes = 10 * 1024 * 1024;
const pageSize = 200;
const mostShown = 200;

/** `GET /api/newsletter/subscribers.csv`: all of them, in pages, for administrators. */
export const exportSubscribers: PayloadHandler = async (req) => {
  if (!(await isAdmin({ req }))) return forbidden(req);
  await writeLog(req, { act: 'subscribers-exported', what: words.list, document: '' });
  // why: Node's own type of the same web standard.
  const body = Readable.toWeb(Readable.from(csvOf(req.payload))) as unknown as ReadableStream;
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="abonnenter.csv"',
      'cache-control': 'no-store',
    },
  });
};

/** `GET /api/newsletter/import`: where a file is handed in. */
export const showImport: PayloadHandler = async (req) =>
  (await isAdmin({ req })) ? importPage(req) : forbidden(req);

/** `POST` of the same, `multipart/form-data` with `file`: takes over what has proof and is not known yet. */
export const importSubscribers: PayloadHandler = async (req) => {
  if (!(await isAdmin({ req }))) return forbidden(req);
  const csv = await readFile(req);
  if ('problem' in csv) return importPage(req, csv);
  const file = await readSubscriberFile(csv.text, await readSeries(req.payload));
  if (!file) return importPage(req, { problem: words.unreadable });
  const taken = await addUnknown(req.payload, file);
  await writeLog(req, {
    act: 'subscribers-imported',
    what: words.list,
    document: '',
    why: words.rows(taken.rows.length),
  });
  return importPage(req, { file: taken });
};

const forbidden = ({ payload }: PayloadRequest) =>
  notice(payload, { title: words.title, lead: words.adminsOnly, status: 403 });

async function readFile(req: PayloadRequest): Promise<{ text: string } | { problem: string }> {
  const body = await readBody(req, mostBytes);
  if (body === undefined) return { problem: words.tooBig };
  const type = req.headers.get('content-type') ?? '';
  const form = await new Response(body, { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined);
  const file = form?.get('file');
  if (!(file instanceof File) || file.size === 0) return { problem: words.noFile };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()) };
  } catch {
    return { problem: words.notUtf8 };
  }
}

/** Writes down who is not known yet; a known address keeps what it has, whatever the file says. */
async function addUnknown(
  payload: Payload,
  { rows, refused }: SubscriberFile,
): Promise<SubscriberFile> {
  const result: SubscriberFile = { rows: [], refused: [...refused] };
  for (let start = 0; start < rows.length; start += 100) {
    const part = rows.slice(start, start + 100);
    const addresses = part.flatMap(({ row }) => [row.address, erasedAddress(row.address)]);
    const found = await findSubscribers(payload, { address: addresses });
    const known = new Set(found.map(({ address }) => address));
    const isKnown = ({ row }: (typeof part)[number]) =>
      known.has(row.address) || known.has(erasedAddress(row.address));
    for (const { line, row } of part.filter(isKnown)) {
      result.refused.push({ line, email: row.email ?? '', why: words.refusals.known });
    }
    const fresh = part.filter((each) => !isKnown(each));
    await insertRows(
      payload,
      'subscribers',
      fresh.map(({ row }) => ({ ...row })),
    );
    result.rows.push(...fresh);
  }
  return result;
}

function importPage(
  req: PayloadRequest,
  { file, problem }: { file?: SubscriberFile; problem?: string } = {},
): Promise<Response> {
  const inState = (state: string) =>
    file?.rows.filter(({ row }) => row.state === state).length ?? 0;
  return page(req.payload, {
    title: words.title,
    isForNewsroom: true,
    ...(problem === undefined ? {} : { status: 422 }),
    body: markup`${problem !== undefined && markup`<p class="problem" role="alert">${problem}</p>`}
${file && markup`<div class="done" role="status"><p>${words.taken(inState('active'), inState('unsubscribed'), inState('suppressed'))}</p>${refusedList(file)}</div>`}
<p>${words.explained}</p>
<p class="help">${words.columns} ${columns.join(', ')}</p>
<form method="post" enctype="multipart/form-data">
<label for="file">${words.file}</label>
<input class="field" id="file" name="file" type="file" accept=".csv,text/csv" required>
<button>${words.button}</button>
</form>`,
  });
}

const refusedList = ({ refused }: SubscriberFile) =>
  refused.length > 0 &&
  markup`<p>${words.refused(refused.length)}</p><ul>${refused
    .slice(0, mostShown)
    .map(({ line, email, why }) => markup`<li>${words.line(line)} ${email}: ${why}</li>`)}</ul>`;

async function* csvOf(payload: Payload): AsyncGenerator<Buffer> {
  // With a mark of its encoding, or a spreadsheet takes æ, ø and å for something else.
  yield Buffer.from(`\ufeff${stringify([[...columns]])}`);
  for (let after: string | undefined; ;) {
    const page: SubscriberRow[] = await nextSubscribers(payload, {
      group: exported,
      after,
      limit: pageSize,
    });
    yield Buffer.from(stringify(page.map(toRecord), { escape_formulas: true }));
    after = page.at(-1)?.id;
    if (page.length < pageSize) return;
  }
}

const toRecord = (row: SubscriberRow): (string | null)[] => [
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
