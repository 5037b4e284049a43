import { createHash } from 'node:crypto';
import type { CollectionBeforeChangeHook } from 'payload';
import sharp from 'sharp';
import { replacementOf } from './prepare-upload.ts';
import { imageIn } from './write-file-info.ts';

/**
 * A picture of some hundred bytes that pages show in its place until the real one is there; and by what the picture is
 * known, whatever is written into its file beside it.
 */
export const makePlaceholder: CollectionBeforeChangeHook = async ({ data, req }) => {
  const file = replacementOf(req)?.file ?? req.file?.data;
  if (!file) return data;
  const tiny = await sharp(file)
    .resize({ width: 20, height: 20, fit: 'inside' })
    .webp({ quality: 30, effort: 6, smartSubsample: true })
    .toBuffer();
  return {
    ...data,
    placeholder: `data:image/webp;base64,${tiny.toString('base64')}`,
    imageHash: createHash('sha256').update(imageIn(file)).digest('base64url').slice(0, 22),
  };
};
