import { decoded } from '../decoded.ts';
import { originalOf } from '../texts/original-of.ts';
import { fileNameOf } from './file-name-of.ts';
import { nearest } from './nearest.ts';
import type { SourceFile } from '../sources/open-files.ts';

const ending = /\.(jpe?g|png|webp|avif|heic|heif|gif|svg|tiff?)$/i;

/** The pictures of an archive: those beside it, found by the end of their address. */
export class PictureFiles {
  /** Whatever else lies there, too. */
  readonly all: readonly SourceFile[];
  readonly #byName = new Map<string, SourceFile[]>();

  constructor(files: readonly SourceFile[]) {
    this.all = files;
    for (const file of files) {
      if (!ending.test(file.name)) continue;
      const name = stemOf(file.name);
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), file]);
    }
  }

  /**
   * The file of a picture, whichever of its sizes an address names: the one that the sizes were cut from, of those in folders
   * like the address's; else the very one; else the largest of its sizes. `isItself`: it is known to be no size of another,
   * whatever it is called.
   */
  find(url: string, isItself: boolean): SourceFile | undefined {
    const path = decoded(url.replace(/[?#].*$/, ''));
    const alike = this.#byName.get(stemOf(path)) ?? [];
    const called = (name: string) => alike.filter((file) => fileNameOf(file.name) === name);
    const original = called(fileNameOf(originalOf(path)));
    const own = called(fileNameOf(path));
    const [first, second] = isItself ? [own, original] : [original, own];
    return nearest(path, first) ?? nearest(path, second) ?? nearest(path, alike);
  }
}

/** A name without any size, of which a file that is called like one may have two. */
function stemOf(path: string): string {
  const shorter = originalOf(path);
  return shorter === path ? fileNameOf(path) : stemOf(shorter);
}
