import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { markup } from '../../content/model/markup.ts';
import { between } from './file-info.ts';

/** What is written into a published picture, and nothing else: no place, no camera, no serial number. */
export interface PublishedInfo {
  creator?: string | null | undefined;
  credit?: string | null | undefined;
  copyright?: string | null | undefined;
  description?: string | null | undefined;
}

/**
 * The same JPEG with these in its EXIF and XMP, in place of any it had; its picture is not touched.
 */
export async function writeFileInfo(jpeg: Buffer, info: PublishedInfo): Promise<Buffer> {
  const isSaid = Object.values(info).some(Boolean);
  const segments = isSaid ? await segmentsOf(info) : [];
  const all = segmentsIn(jpeg);
  const rest = all.filter(({ marker }) => marker !== app1);
  const start = Buffer.from([0xff, 0xd8]);
  // EXIF comes first, right after the start (Exif 2.32, 4.5.4), then XMP, then whatever else there was.
  return Buffer.concat([
    ...[start, ...segments],
    ...rest.map(({ begin, end }) => jpeg.subarray(begin, end)),
    imageIn(jpeg),
  ]);
}

/** The picture of a JPEG, without what is written into its file beside it. */
export const imageIn = (jpeg: Buffer): Buffer => jpeg.subarray(segmentsIn(jpeg).at(-1)?.end ?? 2);

const app1 = 0xe1;

/** The segments before the picture itself, by their markers. */
function segmentsIn(jpeg: Buffer): { marker: number; begin: number; end: number }[] {
  const found: { marker: number; begin: number; end: number }[] = [];
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === 0xff;) {
    const marker = jpeg[at + 1] ?? 0;
    // APP0 to APP15, and comments; the tables of the picture follow.
    if (!((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe)) break;
    const end = at + 2 + jpeg.readUInt16BE(at + 2);
    found.push({ marker, begin: at, end });
    at = end;
  }
  return found;
}

/** As sharp writes them into a picture of one pixel. */
async function segmentsOf(info: PublishedInfo): Promise<Buffer[]> {
  const { exif, xmp } = infoOptions(info);
  const pixel = sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } });
  const made = await pixel.withExif({ IFD0: exif }).withXmp(xmp).jpeg().toBuffer();
  return segmentsIn(made)
    .filter(({ marker }) => marker === app1)
    .map(({ begin, end }) => made.subarray(begin, end));
}

/** For sharp's `withExif` (IFD0) and `withXmp`; in what it makes, `fillFileInfo` puts the words in their places. */
export function infoOptions(info: PublishedInfo): { exif: Record<string, string>; xmp: string } {
  const { creator, copyright, description } = info;
  const exif = {
    ...(creator && { Artist: standIn(creator) }),
    ...(copyright && { Copyright: standIn(copyright) }),
    ...(description && { ImageDescription: standIn(description) }),
  };
  return { exif, xmp: xmpOf(info) };
}

const standInMark = 'kf-';
/** As many letters as the text has bytes, and enough to be found again. */
function standIn(text: string): string {
  const size = Math.max(Buffer.byteLength(text), 24);
  const name = createHash('sha256').update(text).digest('hex').slice(0, 20);
  return `${standInMark}${name}`.padEnd(size, '.');
}

/**
 * libvips writes EXIF in ASCII alone («Kare Boe»): in a file that it made there are stand-ins of the same length. Puts
 * the words, in UTF-8, in their places. Changes the bytes themselves, which are written to the disk later.
 */
export function fillFileInfo(
  file: Buffer,
  { creator, copyright, description }: PublishedInfo,
): void {
  for (const text of [creator, copyright, description]) {
    if (!text) continue;
    const found = Buffer.from(standIn(text));
    for (let at = file.indexOf(found); at !== -1; at = file.indexOf(found, at + 1)) {
      file.fill(0, at, at + found.length);
      file.write(text, at);
    }
  }
}

/** Dublin Core and Photoshop, as IPTC Photo Metadata 2024.1 names them. */
function xmpOf({ creator, credit, copyright, description }: PublishedInfo): string {
  const one = (name: string, value: string | null | undefined) =>
    value &&
    markup`<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${value}</rdf:li></rdf:Alt></dc:${name}>`;
  return markup`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">${creator && markup`<dc:creator><rdf:Seq>${creator.split(between).map((name) => markup`<rdf:li>${name}</rdf:li>`)}</rdf:Seq></dc:creator>`}${credit && markup`<photoshop:Credit>${credit}</photoshop:Credit>`}${one('rights', copyright)}${one('description', description)}</rdf:Description></rdf:RDF></x:xmpmeta>`
    .html;
}
