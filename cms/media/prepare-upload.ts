import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { APIError, type CollectionBeforeOperationHook, type PayloadRequest } from 'payload';
import sharp from 'sharp';
import { toSlug } from '../../content/model/slug.ts';
import { readEnvironment } from '../environment.ts';
import { text } from './text.ts';

const largestPixelCount = 50_000_000;
const longestSide = 2000;
const stampedName = /-[0-9a-f]{8}(-\d+)?\.jpg$/;

/** Where pictures live. */
export const mediaFolder = () => join(readEnvironment().dataDir, 'media');

/**
 * Replaces an uploaded file by a clean copy: turned upright, no larger than the site needs, without EXIF,
 * GPS or XMP, under a name that can stand in an address and is another for other bytes. Refuses what is
 * not a whole picture in an allowed format, whatever its name says.
 */
export const prepareUpload: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return args;
  // Access is asked after this hook: do no work for strangers, who are refused there.
  if (!req.user && req.payloadAPI !== 'local') return args;
  if (!req.file) {
    // Without a file Payload would fetch an address given in the data, past every check here.
    if (operation === 'create' && req.payloadAPI !== 'local')
      throw refuse(text.problems.fileMissing);
    if (operation === 'update') await cutAgain(args, req);
    return args;
  }
  const data = await cleanCopy(req.file.data);
  const name = toSlug(req.file.name.replace(/\.[a-z0-9]+$/i, '')).slice(0, 60);
  req.file = asFile(data, name || 'bilde', data);
  return args;
};

/**
 * A moved focal point gives new cuts. They get new names, because the old ones are kept by the site and
 * by browsers.
 */
async function cutAgain(args: unknown, req: PayloadRequest): Promise<void> {
  const focus = readFocus(req.query);
  const id = typeof args === 'object' && args !== null && 'id' in args ? args.id : undefined;
  if (focus === undefined || id === undefined) return;
  const media = await req.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: 'media',
    where: { id: { equals: id } },
    req,
  });
  const fileName = media?.['filename'];
  if (typeof fileName !== 'string') return;
  if (media?.['focalX'] === focus.x && media['focalY'] === focus.y) return;
  const data = await readFile(join(mediaFolder(), fileName));
  const name = fileName.replace(stampedName, '');
  req.file = asFile(data, name, Buffer.from(`${fileName} ${focus.x} ${focus.y}`));
}

function readFocus(query: PayloadRequest['query']): { x: number; y: number } | undefined {
  const edits: unknown = query['uploadEdits'];
  if (typeof edits !== 'object' || edits === null || !('focalPoint' in edits)) return undefined;
  const point = edits.focalPoint;
  if (typeof point !== 'object' || point === null || !('x' in point) || !('y' in point)) {
    return undefined;
  }
  const [x, y] = [Math.round(Number(point.x)), Math.round(Number(point.y))];
  return Number.isFinite(x) && Number.isFinite(y) ? { x, y } : undefined;
}

function asFile(data: Buffer, name: string, stampFrom: Buffer) {
  const stamp = createHash('sha256').update(stampFrom).digest('hex').slice(0, 8);
  return { data, mimetype: 'image/jpeg', name: `${name}-${stamp}.jpg`, size: data.length };
}

async function cleanCopy(data: Buffer): Promise<Buffer> {
  const metadata = await sharp(data, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined); // sharp's own words mean nothing to an editor
  if (metadata === undefined) throw refuse(text.problems.imageBroken);
  const { format, compression, width, height } = metadata;
  const isAllowed =
    ['jpeg', 'png', 'webp', 'avif'].includes(format) ||
    (format === 'heif' && compression === 'av1');
  if (!isAllowed) throw refuse(text.problems.imageFormat);
  if (width * height > largestPixelCount) throw refuse(text.problems.imageTooManyPixels);
  try {
    return await sharp(data, { limitInputPixels: largestPixelCount, failOn: 'error' })
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
      .toBuffer();
  } catch {
    throw refuse(text.problems.imageBroken); // it ends too early, or holds rubbish
  }
}

const refuse = (problem: string) => new APIError(problem, 400, null, true);
