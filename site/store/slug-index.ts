import type { DocumentType } from '../../content/model/documents.ts';

/**
 * Which document answers to a slug. Two may claim one for a moment, while a change of both is under way:
 * then it is the one with the smaller id, whichever came first.
 */
export class SlugIndex {
  readonly #owners = new Map<string, string[]>();
  readonly #slugs = new Map<string, string>();

  find(type: DocumentType, slug: string): string | undefined {
    return this.#owners.get(`${type}:${slug}`)?.[0];
  }

  /** Gives a document another slug, or none. Returns the slugs that may answer differently. */
  set(type: DocumentType, id: string, slug: string | undefined): string[] {
    const document = `${type}:${id}`;
    const before = this.#slugs.get(document);
    if (before === slug) return [];
    if (before !== undefined) this.#release(`${type}:${before}`, id);
    if (slug === undefined) this.#slugs.delete(document);
    else {
      this.#slugs.set(document, slug);
      const key = `${type}:${slug}`;
      this.#owners.set(key, [...(this.#owners.get(key) ?? []), id].toSorted());
    }
    return [before, slug].filter((each) => each !== undefined);
  }

  #release(key: string, id: string): void {
    const left = (this.#owners.get(key) ?? []).filter((owner) => owner !== id);
    if (left.length > 0) this.#owners.set(key, left);
    else this.#owners.delete(key);
  }
}
