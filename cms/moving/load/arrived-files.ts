import { createHash } from 'node:crypto';
import type { Payload } from 'payload';
import { knowFile, type KnownFile } from '../../files/know-file.ts';
import { readBytes, type SourceFile } from '../sources/open-files.ts';
import { decoded } from '../decoded.ts';
import { withoutWww } from '../without-www.ts';
import { fileNameOf } from './file-name-of.ts';
import { nearest } from './nearest.ts';
import { idOf, withChosenId } from './choose-ids.ts';
import type { Report } from './report.ts';

interface Options {
  payload: Payload;
  files: readonly SourceFile[];
  /** Of the old site; what lies elsewhere is not in the archive. */
  origin: string | null;
  report: Report;
  isDryRun: boolean;
}

/** What lies beside an archive and is no picture. */
const ending = /\.(mp3|m4a|mp4|m4v|webm|pdf)$/i;
const largest = 100 * 1024 * 1024;

export interface ArrivedFile {
  id: string;
  kind: KnownFile['kind'];
}

/** Films, sounds and documents of an archive as files here, each once by its content. */
export class ArrivedFiles {
  readonly #options: Options;
  readonly #byName = new Map<string, SourceFile[]>();
  readonly #made = new Map<SourceFile, ArrivedFile | undefined>();

  constructor(options: Options) {
    this.#options = options;
    for (const file of options.files)
      if (ending.test(file.name)) {
        const name = fileNameOf(decoded(file.name));
        this.#byName.set(name, [...(this.#byName.get(name) ?? []), file]);
      }
  }

  /** Undefined for one that does not lie beside the archive, or is none that we take, which is told. */
  async bring(address: string, { title, words }: { title: string; words: string }) {
    const file = this.#fileAt(address);
    if (file === undefined) return undefined;
    if (!this.#made.has(file)) this.#made.set(file, await this.#make(file, { title, words }));
    return this.#made.get(file);
  }

  /** What was brought under this address. */
  find = (address: string): ArrivedFile | undefined => {
    const file = this.#fileAt(address);
    return file && this.#made.get(file);
  };

  #fileAt(address: string): SourceFile | undefined {
    const { origin } = this.#options;
    const base = origin ?? 'https://old.invalid';
    if (!URL.canParse(address, base)) return undefined;
    const { host, pathname } = new URL(address, base);
    if (origin !== null && withoutWww(host) !== withoutWww(new URL(origin).host)) return undefined;
    return nearest(decoded(pathname), this.#byName.get(fileNameOf(decoded(pathname))) ?? []);
  }

  async #make(
    file: SourceFile,
    { title, words }: { title: string; words: string },
  ): Promise<ArrivedFile | undefined> {
    const { payload, report, isDryRun } = this.#options;
    const refuse = () => {
      report.warn('fileRefused', `${title}: ${file.name}`);
      return undefined;
    };
    if (file.size > largest) return refuse();
    const data = await readBytes(file);
    const known = read(data);
    if (known === undefined) return refuse();
    const id = idOf(`file/${createHash('sha256').update(data).digest('hex')}`);
    report.count('files');
    const where = { id: { equals: id } };
    if (isDryRun || (await payload.db.findOne({ collection: 'files', where })) !== null)
      return { id, kind: known.kind };
    try {
      await payload.create({
        collection: 'files',
        data: { ...({ id } as object), title: words || title }, // why: kept by `guardIds`, and not among the fields
        file: {
          data,
          name: fileNameOf(decoded(file.name)),
          mimetype: known.mime,
          size: data.length,
        },
        context: { ...withChosenId },
        depth: 0,
      });
      return { id, kind: known.kind };
    } catch {
      return refuse();
    }
  }
}

function read(data: Buffer) {
  try {
    return knowFile(data);
  } catch (error) {
    if (error instanceof RangeError) return undefined; // not whole: told as refused
    throw error;
  }
}
