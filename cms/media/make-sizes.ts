import type {
  CollectionAfterErrorHook,
  CollectionBeforeChangeHook,
  Payload,
  PayloadRequest,
} from 'payload';
import sharp from 'sharp';
import { cuts, formatOptions, imageSizes, sizeName, type Cut } from './image-sizes.ts';
import { infoOf, replacementOf, type Point } from './prepare-upload.ts';
import { forgetHere, keepInStore, storeFile } from './store/media-store.ts';
import { fillFileInfo, infoOptions, type PublishedInfo } from './write-file-info.ts';

/**
 * Payload reads a picture anew for each size, and encodes it twice; its files would be enlarged where the picture is
 * wide enough and not high enough. Without `sharp` it makes none, and `makeSizes` does: with a third of the work.
 */
export function leaveSizesToUs(payload: Payload): void {
  Object.assign(payload.config, { sharp: undefined });
}

/** What a request has written, for the picture of this name. */
const written = new WeakMap<PayloadRequest, { name: string; files: string[] }>();

/** Writes a new picture's sizes beside it, never larger than it is; and all of one that takes another's place. */
export const makeSizes: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const replacement = replacementOf(req);
  const file = replacement?.file ?? req.file?.data;
  const name: unknown = replacement?.name ?? data['filename'];
  if (file === undefined || typeof name !== 'string') return data;
  const focus = replacement?.focus ?? {
    x: Number(data['focalX'] ?? 50),
    y: Number(data['focalY'] ?? 50),
  };
  const info = infoOf({ ...originalDoc, ...data });
  // Of a new picture these are the bytes that Payload is about to write.
  fillFileInfo(file, info);
  const made = await cutAll(file, focus, info);
  const files: string[] = [];
  written.set(req, { name, files });
  const write = async (filename: string, bytes: Buffer) => {
    files.push(filename);
    await storeFile(req.payload, filename, bytes);
  };
  const rows = new Map<string, Record<string, unknown>>();
  for (const [size, { bytes, ...row }] of made) {
    const extension = row.mimeType.replace('image/', '').replace('jpeg', 'jpg');
    const filename = `${name.replace(/\.[a-z]+$/, '')}-${size}.${extension}`;
    await write(filename, bytes);
    rows.set(size, { ...row, filename, filesize: bytes.length });
  }
  if (replacement) await write(name, file);
  else await keepInStore(req.payload, name, file);
  const sizes = imageSizes.map((size) => [size.name, rows.get(size.name) ?? none]);
  return {
    ...data,
    ...(replacement && (await rowOf(replacement))),
    sizes: Object.fromEntries(sizes) as unknown,
  };
};

async function rowOf({ file, name, focus }: NonNullable<ReturnType<typeof replacementOf>>) {
  const { width, height } = await sharp(file).metadata();
  return {
    ...{ filename: name, mimeType: 'image/jpeg', filesize: file.length, width, height },
    ...{ focalX: focus.x, focalY: focus.y },
  };
}

/** The sizes of a picture that was refused in the end do not stay. */
export const forgetSizes: CollectionAfterErrorHook = async ({ req }) => {
  const { name, files } = written.get(req) ?? {};
  if (files === undefined) return;
  written.delete(req);
  // The same picture, sent twice at once, has these names too.
  const where = { filename: { equals: name } };
  if (await req.payload.db.findOne({ collection: 'media', where, req })) return;
  await forgetHere(files);
};

const none = { filename: null, filesize: null, height: null, mimeType: null, width: null };

interface Made {
  bytes: Buffer;
  width: number;
  height: number;
  mimeType: string;
}

/** By name of the size; read once, cut once for all formats. */
async function cutAll(file: Buffer, focus: Point, info: PublishedInfo): Promise<Map<string, Made>> {
  const { data, info: raw } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
  const said = infoOptions(info);
  const made = new Map<string, Made>();
  await Promise.all(
    possibleCuts(raw).map(async (cut) => {
      const region = regionOf(raw, cut, focus);
      const cutOut = await sharp(data, { raw })
        .extract(region)
        .resize({ width: Math.min(cut.width, region.width), height: cut.height })
        .raw()
        .toBuffer({ resolveWithObject: true });
      const { width, height } = cutOut.info;
      for (const format of cut.formats) {
        const image = sharp(cutOut.data, { raw: cutOut.info })
          .withExif({ IFD0: said.exif })
          .withXmp(said.xmp);
        const { options } = formatOptions[format];
        const bytes = await image.toFormat(format, options).toBuffer();
        fillFileInfo(bytes, info);
        made.set(sizeName(cut, format), { bytes, width, height, mimeType: `image/${format}` });
      }
    }),
  );
  return made;
}

/** Those that the picture is large enough for; of its own shape also one as wide as it is. */
function possibleCuts({ width, height }: { width: number; height: number }): Cut[] {
  const [own] = cuts.filter((cut) => cut.height === undefined && cut.width >= width);
  return cuts.filter(
    (cut) =>
      cut === own || (cut.width <= width && (cut.height === undefined || cut.height <= height)),
  );
}

/** The largest part of a picture in the shape of a cut, around a point as far as the edges allow. */
function regionOf(
  picture: { width: number; height: number },
  { width, height = (width / picture.width) * picture.height }: Cut,
  focus: Point,
) {
  const scale = Math.min(picture.width / width, picture.height / height);
  const size = {
    width: Math.min(picture.width, Math.round(width * scale)),
    height: Math.min(picture.height, Math.round(height * scale)),
  };
  const start = (whole: number, part: number, percent: number) =>
    Math.round(Math.min(whole - part, Math.max(0, (whole * percent) / 100 - part / 2)));
  return {
    ...size,
    left: start(picture.width, size.width, focus.x),
    top: start(picture.height, size.height, focus.y),
  };
}
