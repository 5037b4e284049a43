import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Payload } from 'payload';
import { cuts } from './image-sizes.ts';
import { mediaFolder } from './prepare-upload.ts';

/** An upload that is under way, or a page that was opened just now, may still need them. */
const kept = 24 * 3_600_000;
const rowsAtOnce = 400;
const crops = [...new Set(cuts.map(({ crop }) => crop))].join('|');
/** As `prepareUpload` and `makeSizes` name them; whatever else lies there is left alone. */
const ownFile = new RegExp(
  `^(.+-[0-9a-f]{8}(?:-\\d+)?)(?:-(?:${crops})\\d+[a-z]+)?\\.(?:jpg|webp|avif)$`,
);

/** Deletes files of pictures that no row names: what a change put others in place of, and what a killed upload left. */
export async function sweepFiles(payload: Payload, now = Date.now()): Promise<void> {
  const byPicture = new Map<string, string[]>();
  for (const file of await filesThere()) {
    const picture = ownFile.exec(file)?.[1];
    if (picture === undefined) continue;
    byPicture.set(`${picture}.jpg`, [...(byPicture.get(`${picture}.jpg`) ?? []), file]);
  }
  const pictures = [...byPicture.keys()];
  for (let at = 0; at < pictures.length; at += rowsAtOnce) {
    const some = pictures.slice(at, at + rowsAtOnce);
    const { docs } = await payload.db.find<{ filename: string }>({
      ...{ collection: 'media', where: { filename: { in: some } } },
      ...{ select: { filename: true }, pagination: false },
    });
    const named = new Set(docs.map(({ filename }) => filename));
    for (const picture of some.filter((each) => !named.has(each))) {
      for (const file of byPicture.get(picture) ?? []) await sweep(join(mediaFolder(), file), now);
    }
  }
}

const filesThere = () =>
  readdir(mediaFolder()).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []; // nothing was uploaded yet
    throw error;
  });

async function sweep(path: string, now: number): Promise<void> {
  const { mtimeMs } = await stat(path);
  if (now - mtimeMs > kept) await unlink(path);
}
