import { createHash } from 'node:crypto';
import type { Payload } from 'payload';
import { isFileName } from '../../media/is-file-name.ts';
import { readFileInfo } from '../../media/file-info.ts';
import { fetchPicture } from '../sources/fetch-picture.ts';
import { readBytes, type SourceFile } from '../sources/open-files.ts';
import { originalOf } from '../texts/original-of.ts';
import { splitCredit } from '../texts/split-credit.ts';
import type { ArchivePicture } from '../archive.ts';
import { text } from '../text.ts';
import { idOf, withChosenId } from './choose-ids.ts';
import type { PictureFiles } from './picture-files.ts';
import type { Report } from './report.ts';

interface Options {
  payload: Payload;
  files: PictureFiles;
  /** What the archive says of a picture by its address. */
  known: ReadonlyMap<string, ArchivePicture>;
  report: Report;
  isDryRun: boolean;
  /** Of the old site, when what does not lie beside the archive is asked for there. */
  fetchFrom: string | null;
}

/** Where a picture stands, for what is told of it. */
export interface PicturePlace extends ArchivePicture {
  credit: string;
  /** Title of the article. */
  title: string;
}

/** Pictures of an archive as media here, each once by its content, however many addresses and copies it had. */
export class ArrivedPictures {
  readonly #options: Options;
  readonly #ids = new Map<string, string | undefined>();
  readonly #known: Map<string, ArchivePicture>;

  constructor(options: Options) {
    this.#options = options;
    this.#known = new Map([...options.known].map(([url, picture]) => [originalOf(url), picture]));
  }

  /** Its id; undefined for one that is not there, or is no picture that we take. Both are told. */
  async bring(place: PicturePlace): Promise<string | undefined> {
    const address = originalOf(place.url);
    if (this.#ids.has(address)) return this.#ids.get(address);
    const id = await this.#make(place, this.#known.get(address));
    this.#ids.set(address, id);
    return id;
  }

  /** What was brought under this address. */
  idOf = (url: string): string | undefined => this.#ids.get(originalOf(url));

  /** The one that a size was cut from, where it is there still. */
  async #fetch(url: string, from: string): Promise<SourceFile | undefined> {
    const whole = url.replace(/-\d{2,5}x\d{2,5}(?=\.\w{3,4}([?#].*)?$)/, '');
    return (
      (await fetchPicture(whole, from)) ?? (whole === url ? undefined : fetchPicture(url, from))
    );
  }

  async #make(place: PicturePlace, known: ArchivePicture | undefined): Promise<string | undefined> {
    const { payload, files, report, isDryRun, fetchFrom } = this.#options;
    const near = files.find(place.url);
    const file = near ?? (fetchFrom === null ? undefined : await this.#fetch(place.url, fetchFrom));
    const where = `${place.title}: ${place.url}`;
    if (file === undefined) {
      report.warn('pictureMissing', where);
      return undefined;
    }
    const data = await readBytes(file);
    const id = idOf(`picture/${createHash('sha256').update(data).digest('hex')}`);
    const alt = [place.alt, known?.alt ?? '', place.caption, known?.caption ?? '']
      .map((each) => each.trim())
      .find((each) => each !== '' && !isFileName(each));
    const own = splitCredit(known?.caption ?? '');
    const info = await readFileInfo(new Uint8Array(data).buffer);
    const credit = place.credit || own.credit || info.credit || info.creator || '';
    if (alt === undefined) report.warn('altMissing', where);
    if (credit === '') report.warn('creditMissing', where);
    report.count('pictures');
    if (
      isDryRun ||
      (await payload.db.findOne({ collection: 'media', where: { id: { equals: id } } })) !== null
    )
      return id;
    try {
      await payload.create({
        collection: 'media',
        data: {
          ...({ id } as object), // why: kept by `guardIds`, and not among the fields
          alt: alt ?? text.altOf(place.title),
          caption: own.caption || info.caption || '',
          credit: credit === '' ? text.creditUnknown : credit,
        },
        file: { data, name: nameOf(file.name), mimetype: typeOf(data), size: data.length },
        context: { ...withChosenId },
        depth: 0,
      });
      return id;
    } catch (error) {
      report.warn(
        'pictureRefused',
        `${where} (${error instanceof Error ? error.message : String(error)})`,
      );
      return undefined;
    }
  }
}

const nameOf = (path: string) => path.split('/').at(-1) ?? path;

/** By its first bytes; what is none of these is refused where pictures are read. */
function typeOf(data: Buffer): string {
  if (data.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (data.subarray(1, 4).toString() === 'PNG') return 'image/png';
  if (data.subarray(8, 12).toString() === 'WEBP') return 'image/webp';
  const brand = data.subarray(8, 12).toString();
  if (data.subarray(4, 8).toString() === 'ftyp')
    return brand.startsWith('avi') ? 'image/avif' : 'image/heic';
  return data.subarray(0, 3).toString() === 'GIF' ? 'image/gif' : 'application/octet-stream';
}
