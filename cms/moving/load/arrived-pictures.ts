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

/** What a picture says of itself here. */
interface Made {
  id: string | undefined;
  alt: string;
  /** Whether somebody wrote that for the picture; else it was made of its caption, or of the article. */
  hasOwnAlt: boolean;
  credit: string;
}

/** Pictures of an archive as media here, each once by its content, however many addresses and copies it had. */
export class ArrivedPictures {
  readonly #options: Options;
  readonly #made = new Map<string, Made>();
  readonly #known: Map<string, ArchivePicture>;

  constructor(options: Options) {
    this.#options = options;
    const { known } = options;
    this.#known = new Map([
      ...[...known].map(([url, picture]) => [originalOf(url), picture] as const),
      ...[...known].map(([url, picture]) => [bare(url), picture] as const),
    ]);
  }

  /** Its id; undefined for one that is not there, or is no picture that we take. Both are told. */
  async bring(place: PicturePlace): Promise<string | undefined> {
    const key = this.#keyOf(place.url);
    const before = this.#made.get(key);
    if (before !== undefined) {
      await this.#complete(before, place);
      return before.id;
    }
    const known = this.#known.get(bare(place.url)) ?? this.#known.get(originalOf(place.url));
    const made = await this.#make(place, known);
    this.#made.set(key, made);
    return made.id;
  }

  /** What was brought under this address. */
  idOf = (url: string): string | undefined => this.#made.get(this.#keyOf(url))?.id;
  creditOf = (url: string): string => this.#made.get(this.#keyOf(url))?.credit ?? '';

  /** What the archive lists by itself is a picture of its own, also where it is called like a size of another. */
  #fileOf(url: string): SourceFile | undefined {
    return this.#options.files.find(url, this.#options.known.has(url));
  }

  /** By its file, where that lies beside the archive: pictures whose names only end differently are two. */
  #keyOf(url: string): string {
    return this.#fileOf(url)?.name ?? originalOf(url);
  }

  /** What stands beside it at another place, and was missing at the first. */
  async #complete(made: Made, place: PicturePlace): Promise<void> {
    const { payload, report, isDryRun } = this.#options;
    const alt = isFileName(place.alt) ? '' : place.alt.trim();
    const isBetterAlt = alt !== '' && !made.hasOwnAlt;
    const isBetterCredit = place.credit !== '' && made.credit === '';
    const differs =
      (alt !== '' && made.hasOwnAlt && alt !== made.alt) ||
      (place.credit !== '' && made.credit !== '' && place.credit !== made.credit);
    if (differs) report.warn('pictureDiffers', `${place.title}: ${place.url}`);
    if (!isBetterAlt && !isBetterCredit) return;
    const before = { alt: made.alt, credit: made.credit || text.creditUnknown };
    if (isBetterAlt) Object.assign(made, { alt, hasOwnAlt: true });
    if (isBetterCredit) made.credit = place.credit;
    if (isDryRun || made.id === undefined) return;
    // Whoever has changed it here since knows better.
    const row = await payload.db.findOne<{ id: string; alt?: string; credit?: string }>({
      ...{ collection: 'media', where: { id: { equals: made.id } } },
    });
    const data = {
      ...(isBetterAlt && row?.alt === before.alt && { alt }),
      ...(isBetterCredit && row?.credit === before.credit && { credit: place.credit }),
    };
    if (Object.keys(data).length > 0)
      await payload.update({ collection: 'media', id: made.id, data, depth: 0 });
  }

  /** The one that a size was cut from, where it is there still. */
  async #fetch(url: string, from: string): Promise<SourceFile | undefined> {
    const whole = url.replace(/-\d{2,5}x\d{2,5}(?=\.\w{3,4}([?#].*)?$)/, '');
    return (
      (await fetchPicture(whole, from)) ?? (whole === url ? undefined : fetchPicture(url, from))
    );
  }

  async #make(place: PicturePlace, known: ArchivePicture | undefined): Promise<Made> {
    const { payload, report, isDryRun, fetchFrom } = this.#options;
    const near = this.#fileOf(place.url);
    const file = near ?? (fetchFrom === null ? undefined : await this.#fetch(place.url, fetchFrom));
    const where = `${place.title}: ${place.url}`;
    if (file === undefined) {
      report.warn('pictureMissing', where);
      return { id: undefined, alt: '', hasOwnAlt: true, credit: '' };
    }
    const data = await readBytes(file);
    const id = idOf(`picture/${createHash('sha256').update(data).digest('hex')}`);
    const said = (words: readonly string[]) =>
      words.map((each) => each.trim()).find((each) => each !== '' && !isFileName(each));
    const ownAlt = said([place.alt, known?.alt ?? '']);
    const alt = ownAlt ?? said([place.caption, known?.caption ?? '']);
    const own = splitCredit(known?.caption ?? '');
    const info = await readFileInfo(new Uint8Array(data).buffer);
    const credit = place.credit || own.credit || info.credit || info.creator || '';
    const made: Made = {
      ...{ id, credit, hasOwnAlt: ownAlt !== undefined },
      alt: alt ?? text.altOf(place.title),
    };
    if (alt === undefined) report.warn('altMissing', where);
    if (credit === '') report.warn('creditMissing', where);
    report.count('pictures');
    if (
      isDryRun ||
      (await payload.db.findOne({ collection: 'media', where: { id: { equals: id } } })) !== null
    )
      return made;
    try {
      await payload.create({
        collection: 'media',
        data: {
          ...({ id } as object), // why: kept by `guardIds`, and not among the fields
          alt: made.alt,
          caption: own.caption || info.caption || '',
          credit: credit === '' ? text.creditUnknown : credit,
        },
        file: { data, name: nameOf(file.name), mimetype: typeOf(data), size: data.length },
        context: { ...withChosenId },
        depth: 0,
      });
      return made;
    } catch (error) {
      report.warn(
        'pictureRefused',
        `${where} (${error instanceof Error ? error.message : String(error)})`,
      );
      return { ...made, id: undefined };
    }
  }
}

const bare = (url: string) => url.replace(/[?#].*$/, '').replace(/^https?:/, '');
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
