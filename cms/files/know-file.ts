import type { StoredFile } from '../../content/model/documents.ts';
import { findBox, readDuration, readSize, withoutBoxes } from './mp4.ts';
import { withoutId3 } from './without-id3.ts';
import { toWebVtt } from './to-web-vtt.ts';
import { withoutTags } from './without-tags.ts';

/** What a file is by its bytes, whatever its name says, and the bytes without what its maker's device wrote. */
export interface KnownFile {
  kind: StoredFile['kind'];
  mime: string;
  ending: string;
  data: Buffer;
  duration: number | null;
  width: number | null;
  height: number | null;
}

const none = { duration: null, width: null, height: null };
const startsWith = (data: Buffer, bytes: readonly number[]) =>
  bytes.every((byte, at) => data[at] === byte);

/** Undefined for what is none that we take; throws `RangeError` for one that is not whole. */
export function knowFile(data: Buffer): KnownFile | undefined {
  const brand = data.toString('latin1', 4, 12);
  if (brand.startsWith('ftyp') && !brand.endsWith('qt  ')) {
    const holds = (box: string) =>
      findBox(data, ['moov', 'trak', 'mdia', 'minf', box]) !== undefined;
    const isFilm = holds('vmhd');
    // A picture of a telephone is written the same way.
    if (!isFilm && !holds('smhd')) return undefined;
    const isSound = !isFilm || /M4[AB] /.test(brand);
    const clean = withoutBoxes(data);
    const length = { duration: readDuration(clean) };
    return isSound
      ? { kind: 'sound', mime: 'audio/mp4', ending: 'm4a', data: clean, ...none, ...length }
      : {
          kind: 'film',
          mime: 'video/mp4',
          ending: 'mp4',
          data: clean,
          ...length,
          ...readSize(clean),
        };
  }
  if (startsWith(data, [0x1a, 0x45, 0xdf, 0xa3]))
    return { kind: 'film', mime: 'video/webm', ending: 'webm', data: withoutTags(data), ...none };
  const sound = withoutId3(data);
  if (sound[0] === 0xff && ((sound[1] ?? 0) & 0xe6) === 0xe2)
    return { kind: 'sound', mime: 'audio/mpeg', ending: 'mp3', data: sound, ...none };
  if (data.toString('latin1', 0, 5) === '%PDF-') {
    if (!data.toString('latin1', Math.max(0, data.length - 2_048)).includes('%%EOF'))
      throw new RangeError('a PDF without an end');
    return { kind: 'document', mime: 'application/pdf', ending: 'pdf', data, ...none };
  }
  const captions = toWebVtt(data);
  return captions && { kind: 'captions', mime: 'text/vtt', ending: 'vtt', data: captions, ...none };
}
