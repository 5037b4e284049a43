import { imageFormats } from '../../../content/model/documents.ts';
import type { Media, MediaFile } from '../../../content/model/documents.ts';
import { imagePath } from '../../../content/model/urls.ts';

export type Crop = MediaFile['crop'];

interface PictureSources {
  /** One per modern format that exists, best first. */
  sources: { type: string; srcset: string }[];
  /** The picture every browser shows: the JPEG, or what there is. */
  image: { src: string; srcset: string; width: number; height: number };
}

/** Addresses of a picture in one crop, or undefined when no file of it exists. Falls back to `full`. */
export function pictureSources(media: Media, crop: Crop): PictureSources | undefined {
  const files = filesOf(media, crop);
  const byFormat = imageFormats
    .map((format) => ({ format, files: files.filter((file) => file.format === format) }))
    .filter((group) => group.files.length > 0);
  const plain = byFormat.at(-1);
  const largest = plain?.files.at(-1);
  if (!plain || !largest) return undefined;
  const middle = plain.files.find((file) => file.width >= 800) ?? largest;
  return {
    sources: byFormat
      .slice(0, -1)
      .map(({ format, files }) => ({ type: `image/${format}`, srcset: srcset(files) })),
    image: {
      src: imagePath(middle.name),
      srcset: srcset(plain.files),
      width: middle.width,
      height: middle.height,
    },
  };
}

/** The JPEG made for sharing (1200 px wide), or the largest JPEG there is. */
export function shareFile(media: Media): MediaFile | undefined {
  const jpegs = (crop: Crop) => filesOf(media, crop).filter((file) => file.format === 'jpeg');
  return jpegs('share').at(-1) ?? jpegs('full').at(-1);
}

function filesOf(media: Media, crop: Crop): MediaFile[] {
  const ofCrop = (wanted: Crop) => media.files.filter((file) => file.crop === wanted);
  const files = ofCrop(crop).length > 0 ? ofCrop(crop) : ofCrop('full');
  return files.toSorted((a, b) => a.width - b.width);
}

const srcset = (files: readonly MediaFile[]) =>
  files.map((file) => `${imagePath(file.name)} ${file.width}w`).join(', ');
