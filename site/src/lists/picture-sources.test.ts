import { expect, it } from 'vitest';
import { aMedia } from '../../../content/testing/make-documents.ts';
import type { MediaFile } from '../../../content/model/documents.ts';
import { machineFiles, pictureSources, shareFile } from './picture-sources.ts';

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

it('shares a picture that is shaped like a card: a portrait as it is cut for lists, or not at all', () => {
  const portrait = { ...file('full', 'jpeg', 1000), height: 1500 };
  const cut = { ...file('wide', 'jpeg', 960), height: 540 };
  expect(shareFile(aMedia({ files: [portrait, cut] }))?.name).toBe('wide-960.jpeg');
  expect(shareFile(aMedia({ files: [portrait] }))).toBeUndefined();
  expect(
    shareFile(aMedia({ files: [{ ...file('full', 'jpeg', 1600), height: 334 }] })),
  ).toBeUndefined();
});

it('is nothing without files', () => {
  expect(pictureSources(aMedia({ files: [] }), 'full')).toBeUndefined();
});

it('has one file per width and none that is not for readers', () => {
  const media = aMedia({
    files: [
      { ...file('full', 'jpeg', 1600), name: 'copy.jpeg' },
      { ...file('full', 'jpeg', 2000), name: 'large-copy.jpeg' },
      file('full', 'jpeg', 960),
      file('full', 'jpeg', 1600),
    ],
  });
  expect(pictureSources(media, 'full')?.image).toEqual({
    src: '/bilder/full-960.jpeg',
    srcset: '/bilder/full-960.jpeg 960w, /bilder/full-1600.jpeg 1600w',
    width: 1600,
    height: 800,
  });
});

it('offers nothing wider than a place needs', () => {
  const media = aMedia({ files: [320, 640, 1280].map((width) => file('wide', 'jpeg', width)) });
  expect(pictureSources(media, 'wide', 640)?.image).toMatchObject({
    src: '/bilder/wide-640.jpeg',
    srcset: '/bilder/wide-320.jpeg 320w, /bilder/wide-640.jpeg 640w',
  });
  expect(pictureSources(media, 'wide', 100)?.image.srcset).toBe('/bilder/wide-320.jpeg 320w');
});

it('shares no picture that networks would show as a stamp', () => {
  const of = (width: number, height: number) =>
    shareFile(aMedia({ files: [{ ...file('full', 'jpeg', width), height }] }))?.width;
  expect([of(599, 599), of(1600, 300), of(600, 315)]).toEqual([undefined, undefined, 600]);
});

it('gives machines the three shapes they ask for, the largest of each', () => {
  const media = aMedia({
    files: [
      ...[file('full', 'jpeg', 1600), file('wide', 'jpeg', 640), file('wide', 'jpeg', 1280)],
      ...[file('square', 'avif', 640), file('square', 'jpeg', 640), file('classic', 'jpeg', 1200)],
    ],
  });
  expect(machineFiles(media).map(({ name }) => name)).toEqual([
    ...['wide-1280.jpeg', 'classic-1200.jpeg', 'square-640.jpeg'],
  ]);
  const small = aMedia({ files: [file('full', 'jpeg', 90)] });
  expect(machineFiles(small).map(({ name }) => name)).toEqual(['full-90.jpeg']);
});
