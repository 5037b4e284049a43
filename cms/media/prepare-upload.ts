import { createHash } from 'node:crypto';
import { APIError, type CollectionBeforeOperationHook, type PayloadRequest } from 'payload';
import sharp, { type Sharp } from 'sharp';
import { toSlug } from '../../content/model/slug.ts';
import { atNoon, readFileInfo } from './file-info.ts';
import { decodeHeic } from './decode-heic.ts';
import { readStored } from './store/media-store.ts';
import { text } from './text.ts';
import { writeFileInfo, type PublishedInfo } from './write-file-info.ts';

const largestPixelCount = 50_000_000;
const longestSide = 2000;
/** In bytes; films may be larger, and are asked for elsewhere. */
const largestFile = 25 * 1024 * 1024;
const stampedName = /-[0-9a-f]{8}(-\d+)?\.jpg$/;

/** A picture that takes the place of another, under a name of its own. */
interface NewPicture {
  file: Buffer;
  name: string;
  focus: Point;
}

export interface Point {
  x: number;
  y: number;
}

const replacements = new WeakMap<PayloadRequest, NewPicture>();

/**
 * What takes a picture's place with this request. Payload does not know of it: it deletes the old files before it asks
 * whether the change is allowed, so whoever was refused would have lost them. `sweepFiles` deletes them, later.
 */
export const replacementOf = (req: PayloadRequest): NewPicture | undefined => replacements.get(req);

/**
 * Replaces an uploaded file by a clean copy: turned upright, no larger than the site needs, with nothing of what its
 * maker's camera wrote but who made it, whose it is and what it shows, under a name that can stand in an address and is
 * another for other bytes. Refuses what is not a whole picture in an allowed format, whatever its name says.
 */
export const prepareUpload: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return args;
  // Access is asked after this hook: do no work for strangers, who are refused there.
  if (!req.user && req.payloadAPI !== 'local') return args;
  replacements.delete(req);
  if (!req.file) {
    // Without a file Payload would fetch an address given in the data, past every check here.
    if (operation === 'create' && req.payloadAPI !== 'local')
      throw refuse(text.problems.fileMissing);
    if (operation === 'update') await cutAgain(args, req);
    return args;
  }
  const { file } = req;
  if (file.data.length > largestFile) throw refuse(text.problems.fileTooLarge);
  const clean = await cleanCopy(file.data);
  const given = dataOf(args);
  // What readers see is proposed in the browser, and an editor's to say; who made it and whose it is, where and when, comes along.
  const { creator, copyright, city, takenOn } = await readFileInfo(
    Uint8Array.from(file.data).buffer,
  );
  const known = operation === 'update' ? await findMedia(args, req) : undefined;
  // What was emptied stays empty. A form that is opened again has null where nobody ever wrote.
  const said = (value: unknown, inFile: string | undefined) =>
    value === undefined || (value === null && known !== undefined) ? inFile : value;
  const rights = {
    creator: said(given['creator'], creator),
    copyright: said(given['copyright'], copyright),
    city: said(given['city'], city),
    takenOn: said(given['takenOn'], atNoon(takenOn)),
  };
  const fields = { ...known, ...given, ...rights };
  const data = await writeFileInfo(clean, infoOf(fields));
  const name = toSlug(file.name.replace(/\.[a-z0-9]+$/i, '')).slice(0, 60) || 'bilde';
  if (known === undefined) req.file = asFile(data, fileName(name, data));
  else {
    const focus = readFocus(req.query) ?? { x: 50, y: 50 };
    // The same picture may stand in another row.
    const own = Buffer.concat([data, Buffer.from(known.id)]);
    replace(req, { file: data, name: fileName(name, own), focus });
  }
  return { ...args, data: { ...given, ...rights } };
};

function replace(req: PayloadRequest, picture: NewPicture): void {
  replacements.set(req, picture);
  delete req.file;
  req.query = { ...req.query, uploadEdits: undefined };
}

type Fields = Record<string, unknown>;

const dataOf = (args: unknown): Fields =>
  // why: creating and updating carry what was sent
  (args as { data?: Fields }).data ?? {};

/** What of a picture's fields is written into its files. */
export const infoOf = (fields: Fields): PublishedInfo => {
  const said = (name: string) => {
    const value = fields[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    creator: said('creator') || said('credit'),
    credit: said('credit'),
    copyright: said('copyright'),
    description: said('caption'),
  };
};

async function findMedia(
  args: unknown,
  req: PayloadRequest,
): Promise<(Fields & { id: string }) | undefined> {
  const id = typeof args === 'object' && args !== null && 'id' in args ? args.id : undefined;
  if (id === undefined) return undefined;
  const where = { id: { equals: id } };
  return (
    (await req.payload.db.findOne<Fields & { id: string }>({ collection: 'media', where, req })) ??
    undefined
  );
}

/**
 * A moved focal point gives new cuts, and another credit or caption stands in all files. They get new names, because
 * the old ones are kept by the site and by browsers.
 */
async function cutAgain(args: unknown, req: PayloadRequest): Promise<void> {
  const media = await findMedia(args, req);
  const before = media?.['filename'];
  if (media === undefined || typeof before !== 'string') return;
  const here = { x: Number(media['focalX'] ?? 50), y: Number(media['focalY'] ?? 50) };
  const focus = readFocus(req.query) ?? here;
  const info = infoOf({ ...media, ...dataOf(args) });
  const isSameInfo = JSON.stringify(info) === JSON.stringify(infoOf(media));
  if (isSameInfo && here.x === focus.x && here.y === focus.y) return;
  const file = await readStored(req.payload, before);
  if (file === undefined) return; // there is nothing to write into
  const data = await writeFileInfo(file, info);
  const stamp = `${before} ${String(focus.x)} ${String(focus.y)} ${JSON.stringify(info)}`;
  const name = fileName(before.replace(stampedName, ''), Buffer.from(stamp));
  replace(req, { file: data, name, focus });
}

function readFocus(query: PayloadRequest['query'] = {}): Point | undefined {
  const edits: unknown = query['uploadEdits'];
  if (typeof edits !== 'object' || edits === null || !('focalPoint' in edits)) return undefined;
  const point = edits.focalPoint;
  if (typeof point !== 'object' || point === null || !('x' in point) || !('y' in point)) {
    return undefined;
  }
  const [x, y] = [Math.round(Number(point.x)), Math.round(Number(point.y))];
  return Number.isFinite(x) && Number.isFinite(y) ? { x, y } : undefined;
}

/** Another one for other bytes. */
function fileName(name: string, bytes: Buffer): string {
  const stamp = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  return `${name}-${stamp}.jpg`;
}

const asFile = (data: Buffer, name: string) => ({
  ...{ data, mimetype: 'image/jpeg', name, size: data.length },
});

async function cleanCopy(data: Buffer): Promise<Buffer> {
  const metadata = await sharp(data, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined); // sharp's own words mean nothing to an editor
  if (metadata === undefined) throw refuse(text.problems.imageBroken);
  const { format, compression, width, height, pages = 1 } = metadata;
  const isHeic = format === 'heif' && compression === 'hevc';
  const isAllowed =
    ['jpeg', 'png', 'webp', 'avif'].includes(format) ||
    (format === 'heif' && compression === 'av1') ||
    isHeic;
  if (!isAllowed) throw refuse(text.problems.imageFormat);
  // One picture of it would be kept, and nobody would be told.
  if (pages > 1 || (format === 'png' && isAnimated(data))) throw refuse(text.problems.imageMoves);
  if (width * height > largestPixelCount) throw refuse(text.problems.imageTooManyPixels);
  try {
    return await (isHeic ? await openHeic(data) : openPicture(data))
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
      .toBuffer();
  } catch {
    throw refuse(text.problems.imageBroken); // it ends too early, or holds rubbish
  }
}

/** A PNG of several pictures says so before its first (https://www.w3.org/TR/png-3/#11acTL). */
const isAnimated = (data: Buffer): boolean => {
  const at = data.indexOf('acTL');
  return at !== -1 && at < data.indexOf('IDAT');
};

const limits = { limitInputPixels: largestPixelCount, failOn: 'error' } as const;
/** Turned upright, as its maker's camera says. */
const openPicture = (data: Buffer) => sharp(data, limits).rotate();

async function openHeic(file: Buffer): Promise<Sharp> {
  const { data, width, height } = await decodeHeic(file);
  return sharp(data, { ...limits, raw: { width, height, channels: 4 } });
}

const refuse = (problem: string) => new APIError(problem, 400, null, true);
