import type { CollectionBeforeChangeHook } from 'payload';
import sharp from 'sharp';

/** A picture of some hundred bytes that pages show in its place until the real one is there. */
export const makePlaceholder: CollectionBeforeChangeHook = async ({ data, req }) => {
  if (!req.file) return data;
  const tiny = await sharp(req.file.data)
    .resize({ width: 20, height: 20, fit: 'inside' })
    .webp({ quality: 30, effort: 6, smartSubsample: true })
    .toBuffer();
  return { ...data, placeholder: `data:image/webp;base64,${tiny.toString('base64')}` };
};
