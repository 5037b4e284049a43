import {
  imageCrops,
  mediaSchema,
  type Media,
  type MediaFile,
} from '../../content/model/documents.ts';
import { readGroup, readReference, readText, type PayloadDocument } from './read-document.ts';
import { toSafeHref } from './to-link-target.ts';
import { UnpublishableError } from './unpublishable-error.ts';

/**
 * A picture with its files: the original and Payload's sizes, which are named crop, width, format
 * (`full960avif`). A size Payload did not make (the picture was too small) has no file name and is left out,
 * and so is a file in a format that is not for the web, and one that Payload enlarged: a panorama is wide enough for a
 * cut that it is not high enough for.
 */
export function toMedia(document: PayloadDocument): Media {
  const sizes = Object.entries(readGroup(document['sizes']));
  const files = [
    toFile('full', document),
    ...sizes.map(([name, size]) => toFile(name, readGroup(size))),
  ].flatMap((file) => (file === null || isEnlarged(file, document) ? [] : [file]));
  if (files.length === 0) throw new UnpublishableError('filename', 'no file a browser can show');
  return mediaSchema.parse({
    id: readReference(document),
    alt: readText(document['alt']),
    decorative: document['decorative'] === true,
    caption: readText(document['caption']),
    credit: readText(document['credit']),
    creditUrl: toSafeHref(document['creditUrl']),
    width: document['width'],
    height: document['height'],
    placeholder: readText(document['placeholder']) || null,
    files: [...new Map(files.map((file) => [file.name, file])).values()],
  });
}

const isEnlarged = ({ width, height }: MediaFile, picture: PayloadDocument) =>
  width > Number(picture['width']) || height > Number(picture['height']);

function toFile(sizeName: string, size: PayloadDocument): MediaFile | null {
  const crop = imageCrops.find((each) => sizeName.toLowerCase().startsWith(each));
  const name = readText(size['filename']);
  const format = toFormat(name, readText(size['mimeType']));
  const parsed = mediaSchema.shape.files.element.safeParse({
    crop,
    format,
    width: size['width'],
    height: size['height'],
    name,
  });
  return parsed.success ? parsed.data : null;
}

function toFormat(name: string, mimeType: string): MediaFile['format'] | null {
  const kind =
    mimeType === '' ? name.slice(name.lastIndexOf('.') + 1) : mimeType.replace('image/', '');
  if (kind === 'jpg' || kind === 'jpeg') return 'jpeg';
  return kind === 'avif' || kind === 'webp' ? kind : null;
}
