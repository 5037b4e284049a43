import { safeLink } from '../../../content/model/safe-link.ts';
import type { Archive, ArchivePost } from '../archive.ts';
import { withoutWww } from '../without-www.ts';
import type { LinkTarget } from '../texts/to-lexical.ts';

interface Lead {
  path: string;
  /** Id of the article that it is. */
  article?: string;
}

/** Where the addresses of the old site lead now. */
export class OldAddresses {
  readonly #host: string | undefined;
  readonly #leads = new Map<string, Lead>();
  /** Of articles, by their ids. */
  readonly #paths = new Map<string, string>();

  constructor({ origin }: Archive) {
    this.#host = origin === null ? undefined : withoutWww(new URL(origin).host);
  }

  lead(from: string, to: Lead): void {
    this.#leads.set(keyOf(from), to);
    if (to.article !== undefined) this.#paths.set(to.article, to.path);
  }

  has = (from: string): boolean => this.#leads.has(keyOf(from));

  /** Those that differ from where it is now. */
  oldOf({ addresses }: ArchivePost): string[] {
    const isElsewhere = (address: string) =>
      keyOf(this.#leads.get(keyOf(address))?.path ?? '') !== keyOf(address);
    return [...new Set(addresses)].filter((address) => address !== '/' && isElsewhere(address));
  }

  /** The address of an article. */
  pathOf({ article, fragment }: { article: string; fragment: string }): string {
    const path = this.#paths.get(article) ?? '/';
    return fragment === '' ? path : `${path}#${fragment}`;
  }

  /** Where a link of a text leads now; one to the old site that leads nowhere is told, and stays as it was. */
  follow(href: string, tellDead: (href: string) => void): LinkTarget {
    const base = `https://${this.#host ?? nowhere}`;
    if (/^(mailto|tel):/i.test(href) || !URL.canParse(href, base)) return { url: href };
    const { host, pathname, search, hash, href: whole } = new URL(href, base);
    if (withoutWww(host) !== (this.#host ?? nowhere)) return { url: href };
    const to = this.#leads.get(keyOf(pathname + search)) ?? this.#leads.get(keyOf(pathname));
    if (to?.article !== undefined) return { article: to.article, fragment: hash.slice(1) };
    if (to !== undefined) return { url: to.path + hash };
    if (pathname !== '/') tellDead(href);
    return { url: this.#host === undefined ? (safeLink(href) ?? '/') : whole };
  }
}

const nowhere = 'old.invalid';

/** An address however it was written: with or without its last slash, in capitals, percent-encoded. */
const keyOf = (address: string) =>
  decoded(address.replace(/%(?![\da-f]{2})/gi, '%25'))
    .replace(/\/(?=$|\?)/, '')
    .toLowerCase();

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address; // written in another encoding: as it stands
  }
}
