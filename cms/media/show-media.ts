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

/** What lies in the archive, and is shown by articles. */
type Kept = 'media' | 'files';
const archives: readonly Kept[] = ['media', 'files'];

/**
 * A picture, or a file, may be seen by strangers while something that is out shows it: the release of an article, or an
 * author. These hooks say so at once, after the save that makes it true; `reconcileMedia` compares the whole.
 */
export const showMediaOfArticle: CollectionAfterChangeHook = async ({ context, doc, req }) => {
  const out = recallOut(context, doc.id);
  for (const kept of archives) {
    const before = isOut(out) ? shownBy(out, kept) : [];
    const now = isOut(doc) ? shownBy(doc, kept) : [];
    await setPublic(req, kept, now);
    // A draft beside a release takes nothing from the readers.
    if (isOut(doc) || !(await isReleased(req, String(doc.id))))
      await hideUnused(req, kept, { before, now });
  }
  return doc;
};

export const hideMediaOfArticle: CollectionAfterDeleteHook = async ({ doc, req }) => {
  for (const kept of archives) await hideUnused(req, kept, { before: shownBy(doc, kept), now: [] });
  return doc;
};

/** Authors are public at once, and so are their portraits. */
export const showPortrait: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  const now = mediaOf(doc.photo);
  await setPublic(req, 'media', now);
  await hideUnused(req, 'media', { before: mediaOf(previousDoc?.photo), now });
  return doc;
};

export const hidePortrait: CollectionAfterDeleteHook = async ({ doc, req }) => {
  await hideUnused(req, 'media', { before: mediaOf(doc.photo), now: [] });
  return doc;
};

/** Makes public what is shown, and private what is not: whatever a killed process left undone. */
export async function reconcileMedia(payload: Payload): Promise<void> {
  await mendBodyUses(payload);
  await mendSearchTexts(payload);
  // What is saved in the meantime its own hooks see to.
  const before = new Date(Date.now() - 60_000).toISOString();
  for (const kept of archives) {
    const { docs } = await payload.db.find<PayloadDocument & { id: string }>({
      collection: kept,
      where: { updatedAt: { less_than_equal: before } },
      select: { isPublic: true, ...(kept === 'media' && { rightsEndedAt: true }) },
      pagination: false,
    });
    for (const { id, isPublic, rightsEndedAt } of docs) {
      const isSeen = !rightsEndedAt && (await isShown(payload, kept, id));
      if (isSeen !== (isPublic === true))
        await write(payload, kept, { and: [{ id: { equals: id } }], isPublic: isSeen });
    }
  }
}

const setPublic = async ({ payload }: PayloadRequest, kept: Kept, ids: readonly string[]) => {
  if (ids.length === 0) return;
  await write(payload, kept, {
    and: [
      { id: { in: [...new Set(ids)] } },
      { isPublic: { not_equals: true } },
      ...withRights(kept),
    ],
    isPublic: true,
  });
};

/** Makes private what nothing that is out shows any more. */
async function hideUnused(
  req: PayloadRequest,
  kept: Kept,
  { before, now }: { before: string[]; now: string[] },
): Promise<void> {
  const { payload } = req;
  const gone = before.filter((id) => !now.includes(id));
  const unused = gone.length === 0 ? [] : await notShown(payload, kept, gone);
  if (unused.length === 0) return;
  const and: Where[] = [{ id: { in: unused } }, { isPublic: { equals: true } }];
  await write(payload, kept, { and, isPublic: false });
  // Somebody may have published it in the same moment.
  const still = new Set(await notShown(payload, kept, unused));
  await setPublic(
    req,
    kept,
    unused.filter((id) => !still.has(id)),
  );
}

async function notShown(payload: Payload, kept: Kept, ids: readonly string[]): Promise<string[]> {
  await keepBodyUses(payload);
  const left: string[] = [];
  for (const id of ids) if (!(await isShown(payload, kept, id))) left.push(id);
  return left;
}

/** One whose rights were lengthened: at once, when something that is out shows it. */
export async function showMediaAgain(payload: Payload, id: string): Promise<void> {
  await keepBodyUses(payload);
  if (await isShown(payload, 'media', id))
    await write(payload, 'media', {
      and: [{ id: { equals: id } }, ...withRights('media')],
      isPublic: true,
    });
}

/** By an article that is out, or by an author. */
async function isShown(payload: Payload, kept: Kept, id: string): Promise<boolean> {
  const ways = pointingAt(kept, id).map((way) => ({ and: [isPublished, way] }));
  for (const where of ways) if (await isThere(payload, 'articles', where)) return true;
  return kept === 'media' && isThere(payload, 'authors', { photo: { equals: id } });
}

const isThere = async (payload: Payload, collection: 'articles' | 'authors', where: Where) =>
  (await payload.db.find({ collection, where, select: {}, limit: 1, pagination: false })).docs
    .length > 0;

/** Nobody may see a picture whose rights have ended, whatever shows it; see `rights.ts`. */
const withRights = (kept: Kept): Where[] =>
  kept === 'media' ? [{ rightsEndedAt: { exists: false } }] : [];
const isPublished: Where = { _status: { equals: 'published' } };

async function write(
  payload: Payload,
  collection: Kept,
  { and, isPublic }: { and: Where[]; isPublic: boolean },
): Promise<void> {
  await payload.db.updateMany({
    collection,
    where: { and },
    data: { isPublic, updatedAt: new Date().toISOString() },
    returning: false,
  });
}

const isOut = (row: unknown): row is PayloadDocument =>
  typeof row === 'object' && row !== null && '_status' in row && row._status === 'published';

const shownBy = ({ heroImage, interviewees, body }: PayloadDocument, kept: Kept): string[] => [
  ...(kept === 'media'
    ? [
        ...mediaOf(heroImage),
        ...readRows(interviewees).flatMap(({ portrait }) => mediaOf(portrait)),
      ]
    : []),
  ...idsOfUses(bodyUsesOf(body), kept),
];

const mediaOf = (value: unknown): string[] => readReferences([value]);
