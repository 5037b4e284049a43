import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import yauzl from 'yauzl';
import type { Unreadable } from '../archive.ts';

/** A file of an export, wherever it lies. */
export interface SourceFile {
  /** Its path below what was given, with slashes. */
  name: string;
  size: number;
  open(): Promise<Readable>;
}

/** Larger ones are no article and no picture. */
const largest = 512 * 1024 * 1024;
/** So many times as large as it was packed: a trap. */
const mostPacked = 1_000;

/**
 * The files at a path: one, those of a folder, or those in a zip. Names that lead out of the zip, and files that are not
 * what they say, are told and left; nothing is unpacked to the disk.
 */
export async function openFiles(
  path: string,
): Promise<{ files: SourceFile[]; unreadable: Unreadable[] }> {
  const found = await stat(path);
  if (found.isDirectory()) return { files: await filesIn(path), unreadable: [] };
  if (/\.zip$/i.test(path)) return openZip(path);
  return { files: [onDisk(path, basename(path), found.size)], unreadable: [] };
}

const onDisk = (path: string, name: string, size: number): SourceFile => ({
  ...{ name, size },
  open: () => Promise.resolve(createReadStream(path)),
});

async function filesIn(folder: string): Promise<SourceFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !/^(\.|__MACOSX)/.test(entry.name));
  return Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return onDisk(path, relative(folder, path).split(sep).join('/'), (await stat(path)).size);
    }),
  );
}

async function openZip(path: string): Promise<{ files: SourceFile[]; unreadable: Unreadable[] }> {
  const open = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open);
  const unreadable: Unreadable[] = [];
  const tell = (place: string) =>
    unreadable.push({ place: `${basename(path)}: ${place}`, kind: 'zip' });
  // Names are decoded and looked at here: one that is bad would end the reading of all.
  const zip = await open(path, { lazyEntries: true, autoClose: false, decodeStrings: false }).catch(
    () => undefined,
  );
  if (zip === undefined) {
    tell('');
    return { files: [], unreadable };
  }
  const files: SourceFile[] = [];
  await new Promise<void>((resolve) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      const name = Buffer.from(entry.fileName as unknown as Buffer).toString('utf8'); // why: bytes, as asked for above
      const size = entry.uncompressedSize;
      const isTrap =
        size > largest || size > Math.max(1_000_000, entry.compressedSize * mostPacked);
      if (yauzl.validateFileName(name) !== null || isTrap) tell(name);
      else if (!name.endsWith('/') && !/(^|\/)(\.|__MACOSX)/.test(name))
        files.push({ name, size, open: () => openEntry(zip, entry) });
      zip.readEntry();
    });
    zip.on('end', resolve);
    zip.on('error', () => {
      tell('');
      resolve();
    });
    zip.readEntry();
  });
  return { files, unreadable };
}

const openEntry = (zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });

/** All of a file. */
export async function readBytes(file: SourceFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await file.open()) chunks.push(Buffer.from(chunk as Uint8Array)); // why: a stream of bytes
  return Buffer.concat(chunks);
}

/** Its text in pieces, in the encoding that its first bytes name; UTF-8 where they name none. */
export async function* readText(file: SourceFile): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const chunk of await file.open()) {
    const bytes = Buffer.from(chunk as Uint8Array); // why: a stream of bytes
    decoder ??= new TextDecoder(encodingOf(bytes));
    yield decoder.decode(bytes, { stream: true });
  }
  if (decoder !== undefined) yield decoder.decode();
}

export async function readAllText(file: SourceFile): Promise<string> {
  let text = '';
  for await (const piece of readText(file)) text += piece;
  return text.replace(/^\ufeff/, '');
}

function encodingOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const named = /^\s*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(
    start.subarray(0, 200).toString('latin1'),
  )?.[1];
  try {
    return new TextDecoder(named ?? 'utf-8').encoding;
  } catch {
    return 'utf-8'; // a name that nobody knows
  }
}
