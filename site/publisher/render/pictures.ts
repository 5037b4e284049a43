import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Media, StoredFile } from '../../../content/model/documents.ts';
import { fileFolder, imageFolder, publicFile, uploadPath } from '../../../content/model/urls.ts';
import type { Store } from '../../src/store.ts';
import type { CmsClient } from '../connect-cms.ts';
import type { PublicFolder } from './public-folder.ts';

/** What a page shows that has files of its own. */
type Shown = Media | StoredFile;

/** Brings the files of pictures, films, sounds and documents that pages show from the CMS to the site, before the page itself. */
export class Pictures {
  #cms: CmsClient;
  #folder: PublicFolder;
  #cache: string;
  /** File names that are out, by media id. */
  #out = new Map<string, string[]>();
  /** Pictures that could not be fetched; retried with every poll. */
  readonly missing = new Map<string, Shown>();

  constructor(options: { cms: CmsClient; folder: PublicFolder; cache: string }) {
    this.#cms = options.cms;
    this.#folder = options.folder;
    this.#cache = options.cache;
    mkdirSync(this.#cache, { recursive: true });
  }

  /** The same store, noting every picture that a page is given. */
  watch(store: Store): { store: Store; shown: Map<string, Shown> } {
    const shown = new Map<string, Shown>();
    const see = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if (Array.isArray(value)) value.forEach(see);
      else if (isShown(value)) shown.set(value.id, value);
      else Object.values(value).forEach(see);
    };
    const watched = new Proxy(store, {
      get:
        (target, name) =>
        (...parameters: unknown[]) => {
          // why: a Store has methods only; the proxy passes each one through.
          const answer = (Reflect.get(target, name) as (...given: unknown[]) => unknown).apply(
            target,
            parameters,
          );
          if (name !== 'articleBySlug' && name !== 'latestArticles') see(answer);
          return answer;
        },
    });
    return { store: watched, shown };
  }

  /** Writes the files of these pictures that are not out. What cannot be fetched is left for later. */
  async provide(shown: ReadonlyMap<string, Shown>): Promise<void> {
    for (const media of shown.values()) {
      const names = media.files.map(({ name }) => name);
      if (this.#out.get(media.id)?.join() === names.join()) continue;
      try {
        for (const name of names) await this.#bring(name);
        const stale = (this.#out.get(media.id) ?? []).filter((name) => !names.includes(name));
        this.#drop(stale);
        this.#out.set(media.id, names);
        this.missing.delete(media.id);
      } catch {
        this.missing.set(media.id, media); // Shown in the status until it is there.
      }
    }
  }

  async retryMissing(): Promise<void> {
    if (this.missing.size > 0) await this.provide(new Map(this.missing));
  }

  removeUnused(isUsed: (mediaId: string) => boolean): void {
    for (const [id, names] of this.#out) {
      if (isUsed(id)) continue;
      this.#drop(names);
      this.#out.delete(id);
    }
    for (const id of this.missing.keys()) if (!isUsed(id)) this.missing.delete(id);
  }

  /** After a full pass: files that no known picture owns are left over from a killed process, or from previews. */
  prune(): void {
    const own = new Set([...this.#out.values()].flat().map((name) => publicFile(uploadPath(name))));
    for (const folder of [imageFolder, fileFolder]) {
      if (!existsSync(join(this.#folder.root, folder))) continue;
      for (const name of this.#folder.names(folder)) if (!own.has(name)) this.#folder.remove(name);
    }
    for (const name of readdirSync(this.#cache)) {
      if (!own.has(publicFile(uploadPath(name)))) rmSync(join(this.#cache, name), { force: true });
    }
  }

  /** Nobody sees them any more, nor are they kept: a picture may be gone for a reason. */
  #drop(names: readonly string[]): void {
    for (const name of names) {
      this.#folder.remove(publicFile(uploadPath(name)));
      rmSync(join(this.#cache, name), { force: true });
    }
  }

  /** The bytes of a picture file, from the cache or the CMS. Throws when neither has it. */
  async read(name: string): Promise<Buffer> {
    const cached = join(this.#cache, name);
    if (existsSync(cached)) return readFileSync(cached);
    const bytes = await this.#cms.upload(name);
    writeFileSync(`${cached}.tmp`, bytes);
    renameSync(`${cached}.tmp`, cached);
    return bytes;
  }

  /** Where its bytes lie, to be read a part at a time. Throws when neither the cache nor the CMS has it. */
  async pathOf(name: string): Promise<string> {
    const cached = join(this.#cache, name);
    if (!existsSync(cached)) await this.read(name);
    return cached;
  }

  async #bring(name: string): Promise<void> {
    const file = publicFile(uploadPath(name));
    if (existsSync(join(this.#folder.root, file)) && existsSync(join(this.#cache, name))) return;
    this.#folder.write(file, await this.read(name));
  }
}

const isShown = (value: object): value is Shown =>
  'files' in value && ('decorative' in value || 'mime' in value);
