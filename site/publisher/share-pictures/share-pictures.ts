import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { articleSlug, publicFile } from '../../../content/model/urls.ts';
import { sharePicture, type SharePicture } from '../../src/head/share-picture.ts';
import { StoreQueries } from '../store/store-queries.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { PublicFolder } from '../render/public-folder.ts';
import { sharePictureFolder } from '../../../content/model/urls.ts';

const root = sharePictureFolder;

/** Keeps a share picture for every article page that names one. Pages never wait for them. */
export class SharePictures {
  #published: DocumentStore;
  #folder: PublicFolder;
  #answers: StoreQueries;
  /** The file that a page names, by the page's path. */
  #named = new Map<string, string>();
  #waiting = new Map<string, SharePicture>();
  /** Pictures that could not be drawn, with the reason; tried again by `renderMissing`. */
  readonly failed = new Map<string, string>();

  constructor(published: DocumentStore, folder: PublicFolder) {
    this.#published = published;
    this.#folder = folder;
    this.#answers = new StoreQueries(published, () => undefined);
  }

  /** How many are to be drawn. */
  get pending(): number {
    return this.#waiting.size;
  }

  /** A page was rendered, or is gone: its picture is put in the queue, the one it had is removed. */
  follow(pagePath: string): void {
    const slug = articleSlug(pagePath);
    if (slug === undefined) return;
    const picture = this.#pictureOf(slug);
    const file = picture && publicFile(picture.path);
    const before = this.#named.get(pagePath);
    if (before !== undefined && before !== file) this.#drop(pagePath, before);
    if (picture === undefined || file === undefined) return;
    this.#named.set(pagePath, file);
    if (!existsSync(join(this.#folder.root, file))) this.#waiting.set(file, picture);
  }

  /** Draws what waits, until it is told to stop. */
  async renderMissing(isStopped: () => boolean = () => false): Promise<void> {
    if (this.#waiting.size === 0) return;
    // Not before the first is wanted: a site whose articles have pictures never loads it.
    const { renderSharePicture } = await import('./render-share-picture.ts');
    for (const [file, picture] of this.#waiting) {
      if (isStopped()) return;
      try {
        const png = await renderSharePicture(picture);
        if (this.#waiting.get(file) === picture) this.#folder.write(file, png);
        this.failed.delete(file);
        this.#waiting.delete(file);
      } catch (error) {
        // An article without a picture is still an article: shown in the status, tried again at the next round.
        this.failed.set(file, error instanceof Error ? error.message : String(error));
      }
    }
  }

  /** After a full pass: files that no page names are left over from a killed process. */
  prune(): void {
    if (!existsSync(join(this.#folder.root, root))) return;
    const own = new Set(this.#named.values());
    for (const name of this.#folder.names(root)) if (!own.has(name)) this.#folder.remove(name);
  }

  #pictureOf(slug: string): SharePicture | undefined {
    const id = this.#published.idBySlug('article', slug);
    const card = id === undefined ? undefined : this.#answers.card(id);
    return card && sharePicture(card, this.#answers.publication());
  }

  #drop(pagePath: string, file: string): void {
    this.#named.delete(pagePath);
    this.#waiting.delete(file);
    this.failed.delete(file);
    this.#folder.remove(file);
  }
}
