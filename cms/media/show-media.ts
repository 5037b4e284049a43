import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  Payload,
  PayloadRequest,
  Where,
} from 'payload';
import { isReleased } from '../mapping/is-released.ts';
import { recallOut } from '../log/write-log.ts';
import { setImmediate as breathe } from 'node:timers/promises';
import {
  readReference,
  readRows,
  readText,
  type PayloadDocument,
} from '../mapping/read-document.ts';

/**
 * A picture may be seen by strangers while something that is out shows it: the release of an article, or an author.
 * These hooks say so at once, after the save that makes it true; `reconcileMedia` compares the whole.
 */
export const showMediaOfArticle: CollectionAfterChangeHook = async ({ context, doc, req }) => {
  const out = recallOut(context, doc.id);
  const before = isOut(out) ? mediaOfArticle(out) : [];
  const now = isOut(doc) ? mediaOfArticle(doc) : [];
  await setPublic(req, now);
  // A draft beside a release takes nothing from the readers.
  if (isOut(doc) || !(await isReleased(req, String(doc.id)))) await hideUnused(req, before, now);
  return doc;
};

export const hideMediaOfArticle: CollectionAfterDeleteHook = async ({ doc, req }) => {
  await hideUnused(req, mediaOfArticle(doc), []);
  return doc;
};

/** Authors are public at once, and so are their portraits. */
export const showPortrait: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  const now = findMedia(doc.photo);
  await setPublic(req, now);
  await hideUnused(req, findMedia(previousDoc?.photo), now);
  return doc;
};

export const hidePortrait: CollectionAfterDeleteHook = async ({ doc, req }) => {
  await hideUnused(req, findMedia(doc.photo), []);
  return doc;
};

/** Makes public what is shown, and private what is not: whatever a killed process left undone. */
export async function reconcileMedia(payload: Payload): Promise<void> {
  // What is saved in the meantime its own hooks see to.
  const since = new Date(Date.now() - 60_000).toISOString();
  const shown = new Set<string>();
  for await (const article of released(payload)) {
    for (const id of mediaOfArticle(article)) shown.add(id);
  }
  for (const id of await portraits(payload)) shown.add(id);
  const { docs } = await payload.db.find<PayloadDocument & { id: string }>({
    collection: 'media',
    select: { isPublic: true, updatedAt: true },
    pagination: false,
  });
  for (const row of docs) {
    if (shown.has(row.id) === (row['isPublic'] === true) || readText(row['updatedAt']) > since)
      continue;
    if (!shown.has(row.id) && (await notShown(payload, [row.id])).length === 0) continue;
    await write(payload, [{ id: { equals: row.id } }], shown.has(row.id));
  }
}

const pageSize = 25;

/** Every released article, a few at a time: a body may be long, and others want the processor, too. */
async function* released(payload: Payload): AsyncGenerator<PayloadDocument> {
  for (let after = ''; ;) {
    const and: Where[] = [
      { _status: { equals: 'published' } },
      ...(after === '' ? [] : [{ id: { greater_than: after } }]),
    ];
    const { docs } = await payload.db.find({
      collection: 'articles',
      where: { and },
      select: { heroImage: true, body: true },
      sort: 'id',
      limit: pageSize,
      pagination: false,
    });
    const rows = readRows(docs);
    yield* rows;
    after = readText(rows.at(-1)?.['id']);
    if (rows.length < pageSize) return;
    await breathe();
  }
}

const setPublic = async ({ payload }: PayloadRequest, ids: readonly string[]) => {
  if (ids.length === 0) return;
  await write(
    payload,
    [{ id: { in: [...new Set(ids)] } }, { isPublic: { not_equals: true } }],
    true,
  );
};

/** Makes private what nothing that is out shows any more. */
async function hideUnused(req: PayloadRequest, before: string[], now: string[]): Promise<void> {
  const { payload } = req;
  const gone = before.filter((id) => !now.includes(id));
  const unused = gone.length === 0 ? [] : await notShown(payload, gone);
  if (unused.length === 0) return;
  await write(payload, [{ id: { in: unused } }, { isPublic: { equals: true } }], false);
  // Somebody may have published it in the same moment.
  const still = new Set(await notShown(payload, unused));
  await setPublic(
    req,
    unused.filter((id) => !still.has(id)),
  );
}

async function notShown(payload: Payload, ids: readonly string[]): Promise<string[]> {
  const left = new Set(ids);
  for await (const article of released(payload)) {
    for (const id of mediaOfArticle(article)) left.delete(id);
    if (left.size === 0) return [];
  }
  for (const id of await portraits(payload)) left.delete(id);
  return [...left];
}

async function portraits(payload: Payload): Promise<string[]> {
  const { docs } = await payload.db.find<PayloadDocument & { id: string }>({
    collection: 'authors',
    select: { photo: true },
    pagination: false,
  });
  return docs.flatMap(({ photo }) => findMedia(photo));
}

async function write(payload: Payload, and: Where[], isPublic: boolean): Promise<void> {
  await payload.db.updateMany({
    collection: 'media',
    where: { and },
    data: { isPublic, updatedAt: new Date().toISOString() },
    returning: false,
  });
}

const isOut = (row: unknown): row is PayloadDocument =>
  typeof row === 'object' && row !== null && '_status' in row && row._status === 'published';

const mediaOfArticle = (article: PayloadDocument): string[] => [
  ...findMedia(article['heroImage']),
  ...findMedia(article['body']),
];

/** Ids in an upload field's value, or in the image blocks of an editor state. */
function findMedia(value: unknown): string[] {
  if (typeof value === 'object' && value !== null && 'root' in value) return findImages(value.root);
  const id = readReference(value);
  return id === null ? [] : [id];
}

function findImages(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const own =
    'fields' in node &&
    typeof node.fields === 'object' &&
    node.fields !== null &&
    'media' in node.fields
      ? findMedia(node.fields.media)
      : [];
  const children = 'children' in node && Array.isArray(node.children) ? node.children : [];
  return [...own, ...children.flatMap(findImages)];
}
