import { expect, it } from 'vitest';
import { aMedia } from '../../../content/testing/make-documents.ts';
import type { MediaFile } from '../../../content/model/documents.ts';
import { pictureSources, shareFile } from './picture-sources.ts';

const file = (crop: MediaFile['crop'], format: MediaFile['format'], width: number): MediaFile => ({
  crop,
  format,
  width,
  height: width / 2,
  name: `${crop}-${width}.${format}`,
});

it('lists modern formats first and gives every browser a JPEG', () => {
  const media = aMedia({
    files: [
      file('full', 'jpeg', 1200),
      file('full', 'avif', 1200),
      file('full', 'webp', 400),
      file('full', 'avif', 400),
      file('full', 'jpeg', 400),
    ],
  });
  const picture = pictureSources(media, 'full');
  expect(picture?.sources.map(({ type }) => type)).toEqual(['image/avif', 'image/webp']);
  expect(picture?.sources[0]?.srcset).toBe(
    '/bilder/full-400.avif 400w, /bilder/full-1200.avif 1200w',
  );
  expect(picture?.image).toMatchObject({ src: '/bilder/full-1200.jpeg', width: 1200, height: 600 });
});

it('shows the whole picture when the crop was never made', () => {
  const media = aMedia({ files: [file('full', 'jpeg', 800)] });
  expect(pictureSources(media, 'square')?.image.src).toBe('/bilder/full-800.jpeg');
  expect(shareFile(media)?.name).toBe('full-800.jpeg');
});

it('is nothing without files', () => {
  expect(pictureSources(aMedia({ files: [] }), 'full')).toBeUndefined();
});
