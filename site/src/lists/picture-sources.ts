import { imageFormats } from '../../../content/model/documents.ts';
import type { Media, MediaFile } from '../../../content/model/documents.ts';
import { imagePath } from '../../../content/model/urls.ts';

export type Crop = MediaFile['crop'];

interface PictureSources {
  /** One per modern format that exists, best first. */
  sources: { type: string; srcset: string }[];
  /** The picture every browser shows, the JPEG: one of middling size, and how large it may be shown at most. */
  image: { src: string; srcset: string; width: number; height: number };
}

/**
 * Addresses of a picture in one crop, none wider than a place needs; or undefined when no file of it exists. Falls back
 * to `full`.
 */
export function pictureSources(
  media: Media,
  crop: Crop,
  needed = widest,
): PictureSources | undefined {
  const middle = middlingFile(media, crop);
  const filesIn = (format: MediaFile['format'] | undefined) => {
    const files = filesOf(media, crop, format);
    const fitting = files.filter(({ width }) => width <= needed);
    return fitting.length > 0 ? fitting : files.slice(0, 1);
  };
  const plain = filesIn(middle?.format);
  const largest = plain.at(-1);
  if (!middle || !largest) return undefined;
  const shown = plain.find(({ width }) => width >= middle.width) ?? largest;
  return {
    sources: imageFormats
      .filter((format) => format !== middle.format)
      .map((format) => ({ type: `image/${format}`, srcset: srcset(filesIn(format)) }))
      .filter((source) => source.srcset !== ''),
    image: {
      src: imagePath(shown.name),
      srcset: srcset(plain),
      width: largest.width,
      height: largest.height,
    },
  };
}

/** The file for those who choose none: a JPEG of 800 pixels or more, or the largest there is. */
export function middlingFile(media: Media, crop: Crop): MediaFile | undefined {
  const files = [...imageFormats]
    .reverse()
    .map((format) => filesOf(media, crop, format))
    .find(({ length }) => length > 0);
  return files?.find(({ width }) => width >= 800) ?? files?.at(-1);
}

/** The picture where it is wide enough to be shown there; smaller ones would have to be enlarged. */
export const pictureFor = (media: Media | undefined, width: number): Media | undefined =>
  media !== undefined && media.width >= width ? media : undefined;

/** The lead's: as wide as a phone's screen has dots. */
export const leadPicture = (media: Media | undefined) => pictureFor(media, 600);

/** Whether each of a row has a picture for it: a row with holes looks broken. */
export const haveAllPictures = (row: readonly { hero: Media | undefined }[]): boolean =>
  row.every(({ hero }) => pictureFor(hero, 320) !== undefined);

const leastShared = { width: 600, height: 315 };

/** Networks cut the top and the bottom of what is higher than a card, and the ends of what is longer. */
const shapes = { highest: 1.2, longest: 2.4 };

/**
 * The JPEG made for sharing (1200 px wide); or the largest of at least 600 × 315, which is what networks show large, that is
 * shaped like a card: the picture itself, or what is cut of it for lists.
 */
export function shareFile(media: Media): MediaFile | undefined {
  const own = media.files.find(({ crop, format }) => crop === 'share' && format === 'jpeg');
  const cut = media.files.filter(({ crop, format }) => crop === 'wide' && format === 'jpeg');
  const largest = filesOf(media, 'full', 'jpeg').at(-1);
  const fitting = [...(largest ? [largest] : []), ...cut.toSorted((a, b) => b.width - a.width)];
  return own ?? fitting.find(fitsCard);
}

const fitsCard = ({ width, height }: MediaFile): boolean =>
  width >= leastShared.width &&
  height >= leastShared.height &&
  width / height >= shapes.highest &&
  width / height <= shapes.longest;

/** JPEGs in the shapes that search engines ask for, 16:9, 4:3 and 1:1; as it is where it is too small for them. */
export function machineFiles(media: Media): MediaFile[] {
  const cut = (['wide', 'classic', 'square'] as const).flatMap(
    (crop) =>
      media.files
        .filter((file) => file.crop === crop && file.format === 'jpeg')
        .toSorted((a, b) => b.width - a.width)[0] ?? [],
  );
  return cut.length > 0 ? cut : filesOf(media, 'full', 'jpeg').slice(-1);
}

/** Wider ones are the CMS's own copy, which is kept in a quality that is not for readers. */
const widest = 1600;

/** Narrowest first, one per width. */
function filesOf(media: Media, crop: Crop, format: MediaFile['format'] | undefined): MediaFile[] {
  const ofCrop = (wanted: Crop) => media.files.filter((file) => file.crop === wanted);
  const files = (ofCrop(crop).length > 0 ? ofCrop(crop) : ofCrop('full')).filter(
    (file) => file.format === format,
  );
  const made = files.filter(({ width }) => width <= widest);
  // Of two as wide as each other the later is the smaller: the sizes come after the copy that they are made of.
  const byWidth = new Map((made.length > 0 ? made : files).map((file) => [file.width, file]));
  return [...byWidth.values()].toSorted((a, b) => a.width - b.width);
}

const srcset = (files: readonly MediaFile[]) =>
  files.map((file) => `${imagePath(file.name)} ${file.width}w`).join(', ');
