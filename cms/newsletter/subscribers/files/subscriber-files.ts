import { Readable } from 'node:stream';
import type { PayloadHandler, PayloadRequest } from 'payload';
import { z } from 'zod';
import { isAdmin } from '../../../access.ts';
import { writeLog } from '../../../log/write-log.ts';
import { notice } from '../../../web/page.ts';
import { field, readBody } from '../../../web/read-form.ts';
import { readSeries } from '../../store/series.ts';
import { addUnknown } from './add-unknown.ts';
import { columns, type Mapping } from './file-columns.ts';
import { importPage } from './import-page.ts';
import { keepFile, keptFile } from './kept-file.ts';
import { readSubscriberFile, type Told } from './subscriber-file.ts';
import { subscribersCsv } from './subscribers-csv.ts';
import { panelText } from '../../admin/text.ts';

const words = panelText.importing;
/** In place of a column: everybody in the file is that. */
const fileStates = z.enum(['active', 'unsubscribed', 'suppressed']);
const mostBytes = 10 * 1024 * 1024;

/** `GET /api/newsletter/subscribers.csv`: all of them, in pages, for administrators. */
export const exportSubscribers: PayloadHandler = async (req) => {
  if (!(await isAdmin({ req }))) return forbidden(req);
  await writeLog(req, { act: 'subscribers-exported', what: words.list, document: '' });
  // why: Node's own type of the same web standard.
  const body = Readable.toWeb(
    Readable.from(subscribersCsv(req.payload)),
  ) as unknown as ReadableStream;
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

/**
 * `POST` of the same, `multipart/form-data` with `file`: takes over what has proof and is not known yet. A file whose
 * columns nobody knows is asked about: it is kept for an hour, and the answer comes with `kept` and the columns' places.
 * So is what those agreed to of whom the file only says when.
 */
export const importSubscribers: PayloadHandler = async (req) => {
  if (!(await isAdmin({ req }))) return forbidden(req);
  const form = await readImportForm(req);
  const told = toldIn(form);
  const csv = await readFile(form, req);
  if ('problem' in csv) return importPage(req, { ...csv, told });
  const file = await readSubscriberFile(csv.text, { ...(await readSeries(req.payload)), told });
  if (!file) return importPage(req, { problem: words.unreadable, told });
  if ('header' in file) {
    const kept = keepFile(csv, req.user?.id ?? '');
    return importPage(req, { asked: { ...file, kept, name: csv.name }, told });
  }
  const taken = await addUnknown(req.payload, file);
  await writeLog(req, {
    act: 'subscribers-imported',
    what: words.list,
    document: '',
    why: words.rows(taken.rows.length),
  });
  const lacking = taken.refused.filter(({ why }) => why === words.refusals.words).length;
  return importPage(req, {
    ...{ file: { ...file, ...taken }, told },
    ...(lacking > 0 && { lacking: { count: lacking, kept: keepFile(csv, req.user?.id ?? '') } }),
  });
};

const forbidden = ({ payload }: PayloadRequest) =>
  notice(payload, { title: words.title, lead: words.adminsOnly, status: 403 });

/** Null when it is longer than may be. */
async function readImportForm(req: PayloadRequest): Promise<FormData | null> {
  const body = await readBody(req, mostBytes);
  if (body === undefined) return null;
  const type = req.headers.get('content-type') ?? '';
  const form = new Response(body, { headers: { 'content-type': type } }).formData();
  return form.catch(() => new FormData()); // no form: it has no file, and that is said
}

async function readFile(
  form: FormData | null,
  { user }: PayloadRequest,
): Promise<{ text: string; name: string } | { problem: string }> {
  if (form === null) return { problem: words.tooBig };
  const kept = form.get('kept');
  if (typeof kept === 'string') return keptFile(kept, user?.id ?? '') ?? { problem: words.expired };
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) return { problem: words.noFile };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return { text, name: file.name };
  } catch {
    return { problem: words.notUtf8 };
  }
}

/** What the person who hands it in says of the file. */
function toldIn(form: FormData | null): Told {
  const mapping: Mapping = {};
  for (const column of columns) {
    const place = form?.get(`column-${column}`);
    if (typeof place === 'string' && /^\d{1,3}$/.test(place)) mapping[column] = Number(place);
  }
  const state = fileStates.safeParse(form?.get('column-state')).data;
  const said = (name: string) => (form === null ? '' : field(form, name).trim().slice(0, 5_000));
  return {
    ...{ mapping, ...(state && { state }) },
    consentText: said('consent_text'),
    consentPage: said('consent_page'),
  };
}
