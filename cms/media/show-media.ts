import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  Payload,
  PayloadRequest,
  Where,
} from 'payload';
import { isReleased } from '../mapping/is-released.ts';
import { recallOut } from '../log/write-log.ts';
import { bodyUsesOf, idsOfUses } from '../mapping/body-uses.ts';
import { readReferences, readRows, type PayloadDocument } from '../mapping/read-document.ts';
import { mendSearchTexts } from './search-pictures.ts';
import { keepBodyUses, mendBodyUses } from '../uses/keep-body-uses.ts';
import { pointingAt } from '../uses/pointing-at.ts';

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
  const now = mediaOf(doc.photo);
  await setPublic(req, now);
  await hideUnused(req, mediaOf(previousDoc?.photo), now);
  return doc;
};

export const hidePortrait: CollectionAfterDeleteHook = async ({ doc, req }) => {
  await hideUnused(req, mediaOf(doc.photo), []);
  return doc;
};

/** Makes public what is shown, and private what is not: whatever a killed process left undone. */
export async function reconcileMedia(payload: Payload): Promise<void> {
  await mendBodyUses(payload);
  await mendSearchTexts(payload);
  // What is saved in the meantime its own hooks see to.
  const before = new Date(Date.now() - 60_000).toISOString();
  const { docs } = await payload.db.find<PayloadDocument & { id: string }>({
    collection: 'media',
    where: { updatedAt: { less_than_equal: before } },
    select: { isPublic: true, rightsEndedAt: true },
    pagination: false,
  });
  for (const { id, isPublic, rightsEndedAt } of docs) {
    const isSeen = !rightsEndedAt && (await isShown(payload, id));
    if (isSeen !== (isPublic === true)) await write(payload, [{ id: { equals: id } }], isSeen);
  }
}

const setPublic = async ({ payload }: PayloadRequest, ids: readonly string[]) => {
  if (ids.length === 0) return;
  await write(
    payload,
    [{ id: { in: [...new Set(ids)] } }, { isPublic: { not_equals: true } }, hasRights],
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
  await keepBodyUses(payload);
  const left: string[] = [];
  for (const id of ids) if (!(await isShown(payload, id))) left.push(id);
  return left;
}

/** One whose rights were lengthened: at once, when something that is out shows it. */
export async function showMediaAgain(payload: Payload, id: string): Promise<void> {
  await keepBodyUses(payload);
  if (await isShown(payload, id)) await write(payload, [{ id: { equals: id } }, hasRights], true);
}

/** By an article that is out, or by an author. */
async function isShown(payload: Payload, id: string): Promise<boolean> {
  const ways = pointingAt('media', id).map((way) => ({ and: [isPublished, way] }));
  for (const where of ways) if (await isThere(payload, 'articles', where)) return true;
  return isThere(payload, 'authors', { photo: { equals: id } });
}

const isThere = async (payload: Payload, collection: 'articles' | 'authors', where: Where) =>
  (await payload.db.find({ collection, where, select: {}, limit: 1, pagination: false })).docs
    .length > 0;

/** Nobody may see a picture whose rights have ended, whatever shows it; see `rights.ts`. */
const hasRights: Where = { rightsEndedAt: { exists: false } };
const isPublished: Where = { _status: { equals: 'published' } };

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

const mediaOfArticle = ({ heroImage, interviewees, body }: PayloadDocument): string[] => [
  ...mediaOf(heroImage),
  ...readRows(interviewees).flatMap(({ portrait }) => mediaOf(portrait)),
  ...idsOfUses(bodyUsesOf(body), 'media'),
];

const mediaOf = (value: unknown): string[] => readReferences([value]);
