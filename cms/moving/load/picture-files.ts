import { originalOf } from '../texts/original-of.ts';
import type { SourceFile } from '../sources/open-files.ts';

const ending = /\.(jpe?g|png|webp|avif|heic|heif|gif|svg|tiff?)$/i;

/** The pictures of an archive: those beside it, found by the end of their address. */
export class PictureFiles {
  readonly #byName = new Map<string, SourceFile[]>();

  constructor(files: readonly SourceFile[]) {
    for (const file of files) {
      if (!ending.test(file.name)) continue;
      const name = nameOf(originalOf(file.name));
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), file]);
    }
  }

  /**
   * The file of a picture, whichever of its sizes an address names: of those that lie in folders like the address's the
   * largest, which the others were cut from.
   */
  find(url: string): SourceFile | undefined {
    const path = decoded(url.replace(/[?#].*$/, ''));
    const folders = path.split('/').slice(0, -1).toReversed();
    let best: { file: SourceFile; same: number } | undefined;
    for (const file of this.#byName.get(nameOf(originalOf(path))) ?? []) {
      const own = file.name.split('/').slice(0, -1).toReversed();
      let same = 0;
      while (same < own.length && own[same]?.toLowerCase() === folders[same]?.toLowerCase())
        same += 1;
      const isBetter =
        best === undefined ||
        same > best.same ||
        (same === best.same && file.size > best.file.size);
      if (isBetter) best = { file, same };
    }
    return best?.file;
  }
}

const nameOf = (path: string): string =>
  (path.split('/').at(-1) ?? '').normalize('NFC').toLowerCase();

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a stray per cent sign: the name as it stands
  }
}
