import type { PayloadHandler, PayloadRequest } from 'payload';
import { z } from 'zod';
import { isEditor } from '../../access.ts';
import { notify } from '../../delivery-feed/notify-publisher.ts';
import { readEnvironment } from '../../environment.ts';
import { writeLog } from '../../log/write-log.ts';
import { filesOf } from '../store/files-of.ts';
import { isDocumentId } from '../../mapping/load-documents.ts';
import type { PayloadDocument } from '../../mapping/read-document.ts';
import { json, notFound, pathParameter, readJson, unauthorized } from '../../shared/http.ts';
import { runExclusive } from '../../shared/run-exclusive.ts';
import { findUses } from '../../uses/find-uses.ts';
import type { Use } from '../../uses/uses-schema.ts';
import { forgetFiles } from '../store/media-store.ts';
import { dueAtOnce } from '../store/sweep-store.ts';
import { takeOutOfArticle } from './take-out-of-article.ts';
import { text } from './text.ts';

interface Picture extends PayloadDocument {
  id: string;
  alt?: string | null;
  filename?: string | null;
}

/** `GET /api/desk/pictures/<id>/removal`: where the picture is used, and what is left of it afterwards. */
export const previewRemoval: PayloadHandler = async (req) => {
  if (!(await isEditor({ req }))) return unauthorized();
  const picture = await findPicture(req);
  if (picture === null) return notFound();
  const { backupTo, backupKeep } = readEnvironment();
  return json({
    uses: await findUses(req.payload, 'media', picture.id),
    backups: text.backups(backupTo === undefined ? undefined : backupKeep),
  });
};

/**
 * `POST …` with `{"reason": "…"}`: takes the picture out of everything that shows it, and deletes it with its files.
 * May be killed anywhere and pressed again: it goes on where it was, until nothing is left.
 */
export const removePicture: PayloadHandler = async (req) => {
  if (!(await isEditor({ req }))) return unauthorized();
  const { reason } = asked.safeParse(await readJson(req)).data ?? { reason: '' };
  if (reason === '') return json({ errors: [{ message: text.reasonMissing }] }, 400);
  const id = pathParameter(req, 'id');
  return runExclusive(`removal:${id}`, async () => {
    const picture = await findPicture(req);
    // Pressed again when all was done already.
    if (picture === null) return (await isLogged(req, id)) ? json({ ok: true }) : notFound();
    if (!(await isLogged(req, id))) {
      const what = picture.alt || picture.filename || id;
      await writeLog(req, { act: 'picture-removed', what, document: id, why: reason });
    }
    for (const use of await findUses(req.payload, 'media', id)) {
      if (use.collection === 'articles')
        await takeOutOfArticle(req, { article: use.id, picture: id, reason });
      else await takeOffPortrait(req, use, id);
    }
    notify(req, 'article');
    notify(req, 'author');
    const files = filesOf(picture);
    await dueAtOnce(req.payload, picture.filename ?? '');
    // Refused, in words, when somebody has put it into something meanwhile.
    await req.payload.delete({ collection: 'media', id, req, depth: 0, overrideAccess: false });
    await forgetFiles(req.payload, files);
    return json({ ok: true });
  });
};

const asked = z.object({ reason: z.string().trim().max(500) });

async function findPicture(req: PayloadRequest): Promise<Picture | null> {
  const id = pathParameter(req, 'id');
  if (!isDocumentId(req.payload.db, id)) return null;
  return req.payload.db.findOne<Picture>({ collection: 'media', where: { id: { equals: id } } });
}

async function isLogged({ payload }: PayloadRequest, picture: string): Promise<boolean> {
  const { totalDocs } = await payload.db.count({
    collection: 'log',
    where: { and: [{ document: { equals: picture } }, { act: { equals: 'picture-removed' } }] },
  });
  return totalDocs > 0;
}

async function takeOffPortrait(req: PayloadRequest, { id }: Use, picture: string): Promise<void> {
  await req.payload.db.updateMany({
    collection: 'authors',
    where: { and: [{ id: { equals: id } }, { photo: { equals: picture } }] },
    data: { photo: null, updatedAt: new Date().toISOString() },
    returning: false,
  });
}
