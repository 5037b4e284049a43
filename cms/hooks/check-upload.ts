import { createHash } from 'node:crypto';
import { APIError, type CollectionBeforeOperationHook } from 'payload';
import sharp from 'sharp';
import { toSlug } from '../../content/model/slug.ts';
import { text } from '../text.ts';

export const largestPixelCount = 50_000_000;
const formats = ['jpeg', 'png', 'webp', 'heif', 'avif'];

/**
 * Refuses what is not a whole picture in an allowed format, whatever its name says, and gives the file a
 * name that can stand in an address. The bytes themselves are re-encoded by the upload (no EXIF, no GPS).
 */
export const checkUpload: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if ((operation !== 'create' && operation !== 'update') || !req.file) return args;
  const { file } = req;
  const problem = await findProblem(file.data);
  if (problem !== undefined) throw new APIError(problem, 400, null, true);
  const extension = /\.[a-z0-9]+$/i.exec(file.name)?.[0].toLowerCase() ?? '.jpg';
  const base = toSlug(file.name.slice(0, file.name.length - extension.length)).slice(0, 60);
  const hash = createHash('sha256').update(file.data).digest('hex').slice(0, 8);
  file.name = `${base || 'bilde'}-${hash}${extension}`;
  return args;
};

async function findProblem(data: Buffer): Promise<string | undefined> {
  try {
    const { format, width, height } = await sharp(data, { limitInputPixels: false }).metadata();
    if (!formats.includes(format)) return text.problems.imageFormat;
    if (width * height > largestPixelCount) return text.problems.imageTooManyPixels;
    // Decodes every pixel: a file that ends too early or holds rubbish fails here.
    await sharp(data, { limitInputPixels: largestPixelCount, failOn: 'error' }).stats();
    return undefined;
  } catch {
    return text.problems.imageBroken; // sharp's own words mean nothing to an editor.
  }
}
