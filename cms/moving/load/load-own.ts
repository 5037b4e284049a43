import { createReadStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Payload } from 'payload';
import { mediaFolder, storeFile } from '../../media/store/media-store.ts';
import { readGroup, readText, type PayloadDocument } from '../../mapping/read-document.ts';
import { filesOf } from '../../media/store/files-of.ts';
import { kept, keptGlobals, type Kept } from '../out/rows.ts';
import { idOf, withChosenId } from './choose-ids.ts';
import type { Report } from './report.ts';

interface Options {
  payload: Payload;
  folder: string;
  report: Report;
  isDryRun: boolean;
  tell: (done: number, total?: number) => void;
}

/** A place among articles, which are not all there until the last is written. */
const toArticles: readonly string[] = ['related', 'bodyUses'];

/**
 * Brings back what `moveOut` wrote: the same rows, pictures byte for byte, so that the site is the same. What is here
 * already stays as it is. May be killed and asked again.
 */
export async function loadOwn({ payload, folder, report, isDryRun, tell }: Options): Promise<void> {
  const data = (name: string) => join(folder, 'data', name);
  const ids = await renamed(payload, data);
  const unfinished: PayloadDocument[] = [];
  for (const collection of kept) {
    let done = 0;
    for await (const read of linesOf(data(`${collection}.jsonl`))) {
      const row = ids(read);
      const where = { id: { equals: row['id'] } };
      const isNew = (await payload.db.findOne({ collection, where })) === null;
      count(report, collection, row, isNew);
      tell((done += 1));
      if (isDryRun) continue;
      if (isNew) await write(payload, collection, { row, folder, report });
      if (collection === 'articles' && (isNew || !(await hasVersion(payload, row))))
        unfinished.push(withoutText(row));
    }
  }
  if (isDryRun) return;
  const drafts = new Map<string, PayloadDocument>();
  for await (const row of linesOf(data('drafts.jsonl')))
    drafts.set(String(ids(row)['id']), ids(row));
  for (const row of unfinished) await finishArticle(payload, row, drafts.get(String(row['id'])));
  for (const slug of keptGlobals)
    await loadGlobal(payload, slug, ids(await readOne(data(`${slug}.json`))));
}

function count(report: Report, collection: Kept, row: PayloadDocument, isNew: boolean): void {
  if (collection !== 'articles') {
    const counted = {
      media: 'pictures',
      authors: 'people',
      categories: 'temas',
      series: 'series',
      redirects: 'redirects',
    } as const;
    if (isNew && collection in counted) report.count(counted[collection as keyof typeof counted]);
    return;
  }
  report.count(isNew ? 'made' : 'same');
  report.count(row['_status'] === 'published' ? 'published' : 'drafts');
}

interface Written {
  row: PayloadDocument;
  folder: string;
  report: Report;
}

/** Its own times, states and numbers are its history: no hook writes others. */
async function write(payload: Payload, collection: Kept, { row, folder, report }: Written) {
  if (collection === 'media' || collection === 'files')
    await takeFiles(payload, row, { folder, report });
  const data = collection === 'articles' ? without(unmailed(row), toArticles) : row;
  await payload.db.create({ collection, data, req: { context: { ...withChosenId } } });
}

/** The last that is written of an article: without it somebody was killed in between. */
async function hasVersion(payload: Payload, { id }: PayloadDocument): Promise<boolean> {
  const where = { parent: { equals: String(id) } };
  return (await payload.db.countVersions({ collection: 'articles', where })).totalDocs > 0;
}

/** With the articles that it refers to, which are there now; and the version that the newsroom goes on with. */
async function finishArticle(
  payload: Payload,
  read: PayloadDocument,
  draft: PayloadDocument | undefined,
): Promise<void> {
  const where = { id: { equals: String(read['id']) } };
  const here = await payload.db.findOne<PayloadDocument & { id: string }>({
    ...{ collection: 'articles', where },
  });
  if (here === null) return;
  const row = { ...here, ...Object.fromEntries(toArticles.map((name) => [name, read[name]])) };
  await payload.db.updateOne({ collection: 'articles', where, data: row, returning: false });
  const newest = unmailed(draft ?? row);
  const [createdAt, updatedAt] = [readText(newest['createdAt']), readText(newest['updatedAt'])];
  await payload.db.createVersion({
    ...{ collectionSlug: 'articles', parent: here.id, autosave: false, createdAt, updatedAt },
    versionData: newest,
    returning: false,
  } as never); // why: the rows of a collection are not typed here
}

/** Nobody is mailed: what waited to be sent is done with. */
function unmailed(row: PayloadDocument): PayloadDocument {
  const alert = readGroup(row['alert']);
  return {
    ...row,
    alert: { ...alert, handledAt: alert['handledAt'] ?? alert['requestedAt'] ?? null },
  };
}

const without = (row: PayloadDocument, names: readonly string[]): PayloadDocument =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
const withoutText = (row: PayloadDocument) => without(row, ['body']);

async function takeFiles(
  payload: Payload,
  row: PayloadDocument,
  { folder, report }: { folder: string; report: Report },
): Promise<void> {
  await mkdir(mediaFolder(), { recursive: true });
  for (const name of filesOf(row)) {
    // A name that leads elsewhere is none of ours.
    if (/[/\\]/.test(name)) continue;
    const bytes = await readFile(join(folder, 'media', name)).catch(() => undefined);
    if (bytes === undefined) report.warn('pictureMissing', name);
    else await storeFile(payload, name, bytes);
  }
}

/** What nobody has written here. */
async function loadGlobal(
  payload: Payload,
  slug: (typeof keptGlobals)[number],
  row: PayloadDocument,
): Promise<void> {
  const here = readGroup(await payload.db.findGlobal({ slug }));
  const isWritten = slug === 'publication' ? readText(here['owner']) !== '' : Boolean(here['lead']);
  if (isWritten) return;
  if (readText(here['id']) === '') await payload.db.createGlobal({ slug, data: row });
  else await payload.db.updateGlobal({ slug, data: { ...row, id: here['id'] } });
}

/**
 * Ids stay where this database can have them; else (MongoDB and SQLite name rows differently) each becomes another, the same
 * at every run.
 */
async function renamed(
  payload: Payload,
  data: (name: string) => string,
): Promise<(row: PayloadDocument) => PayloadDocument> {
  const isOwnKind = payload.db.name === 'mongoose' ? /^[\da-f]{24}$/ : /^[\da-f-]{36}$/;
  const others = new Map<string, string>();
  for (const collection of kept)
    for await (const { id } of linesOf(data(`${collection}.jsonl`)))
      if (!isOwnKind.test(String(id))) others.set(String(id), idOf(`own/${String(id)}`));
  if (others.size === 0) return (row) => row;
  return (row) =>
    // why: what was an object is one
    JSON.parse(JSON.stringify(row), (_, value: unknown) =>
      typeof value === 'string' ? (others.get(value) ?? value) : value,
    ) as PayloadDocument;
}

async function* linesOf(file: string): AsyncGenerator<PayloadDocument> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity }))
    if (line !== '') yield readGroup(JSON.parse(line));
}

async function readOne(file: string): Promise<PayloadDocument> {
  let text = '';
  for await (const chunk of createReadStream(file, 'utf8')) text += String(chunk);
  return readGroup(JSON.parse(text));
}
