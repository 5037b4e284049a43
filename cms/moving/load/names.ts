import type { Payload, Where } from 'payload';
import { toSlug } from '../../../content/model/slug.ts';
import {
  authorPath,
  categoryPath,
  sectionPath,
  seriesPath,
  tagPath,
} from '../../../content/model/urls.ts';
import type { Archive } from '../archive.ts';
import type { Plan } from '../plan.ts';
import type { Ownership } from '../texts/take-ownership.ts';
import { idOf, withChosenId } from './choose-ids.ts';
import type { OldAddresses } from './old-addresses.ts';
import type { Report } from './report.ts';

interface Options {
  payload: Payload;
  archive: Archive;
  plan: Plan;
  report: Report;
  isDryRun: boolean;
}
type Collection = 'authors' | 'categories' | 'series' | 'organisations';
const counted = {
  ...({ authors: 'people', categories: 'temas' } as const),
  ...({ series: 'series', organisations: 'organisations' } as const),
};

/** Who and what an archive names: found here by the name, or made; and the redirects of their old pages. */
export class Names {
  readonly #options: Options;
  readonly #ids = new Map<string, Promise<string>>();
  /** By their names in small letters. None is made but an owner: of others no archive says what they are to us. */
  readonly #organisations = new Map<string, string>();

  constructor(options: Options) {
    this.#options = options;
  }

  category = (name: string): Promise<string> => this.#find('categories', name);
  series = (name: string): Promise<string> => this.#find('series', name);
  organisationOf = (name: string): string | undefined =>
    this.#organisations.get(name.toLowerCase());

  /** Who owns the publication by its own word, with the sentence that says so; what is written of her here stays. */
  owner({ name, sentence }: Ownership): Promise<string> {
    const key = `organisations/${name.toLowerCase()}`;
    const known = this.#ids.get(key) ?? this.#findOrMakeOwner(name, sentence);
    this.#ids.set(key, known);
    return known;
  }

  async #findOrMakeOwner(name: string, sentence: string): Promise<string> {
    const { payload, isDryRun } = this.#options;
    const own = { interest: 'owner' as const, disclosure: sentence };
    const id = this.organisationOf(name);
    if (id === undefined) return this.#findOrMake('organisations', name, { ...own });
    const where: Where = { and: [{ id: { equals: id } }, { interest: { equals: 'none' } }] };
    if (!isDryRun && (await payload.db.findOne({ collection: 'organisations', where })) !== null)
      await payload.update({ collection: 'organisations', id, data: own, depth: 0 });
    return id;
  }

  async authors(keys: readonly string[]): Promise<string[]> {
    const { archive, plan } = this.#options;
    const ids: string[] = [];
    for (const key of keys) {
      const person = archive.people.find((each) => each.key === key);
      const name = person === undefined ? '' : (plan.authors[person.name] ?? person.name);
      if (name !== '') ids.push(await this.#find('authors', name, { bio: person?.bio ?? '' }));
    }
    return [...new Set(ids)];
  }

  /** The pages of those that are used lead to the pages here. */
  async prepare(addresses: OldAddresses): Promise<void> {
    const { payload, archive, plan, report } = this.#options;
    const { docs } = await payload.db.find<{ id: string; name: string }>({
      ...{ collection: 'organisations', limit: 0, pagination: false },
    });
    for (const { id, name } of docs) this.#organisations.set(name.toLowerCase(), String(id));
    const posts = archive.posts.filter(({ state, isPage }) => state === 'published' && !isPage);
    const move = async (from: readonly string[], to: string) => {
      for (const each of from) {
        addresses.lead(each, { path: to });
        if (to === each) continue;
        report.count('redirects');
        await this.redirect(each, { to });
      }
    };
    const goneAt = async (from: readonly string[]) => {
      for (const each of from) {
        if (each === '/' || addresses.has(each)) continue;
        report.count('gone');
        await this.redirect(each, { gone: true });
      }
    };
    for (const { name, addresses: from } of archive.categories) {
      const target = plan.categories[name];
      const isUsed = posts.some(({ categories }) => categories.includes(name));
      if (!isUsed || target === undefined || target === 'drop') await goneAt(from);
      else if (typeof target === 'object' && 'kind' in target)
        await move(from, sectionPath(target.kind));
      else if (target === 'series') await move(from, seriesPath(toSlug(plan.series)));
      else if (typeof target === 'object' && 'tema' in target)
        await move(from, categoryPath(toSlug(target.tema)));
      else if (typeof target === 'object' && 'tag' in target)
        await move(from, tagPath(toSlug(target.tag)));
    }
    for (const { name, addresses: from } of archive.tags)
      if (posts.some(({ tags }) => tags.includes(name)) && toSlug(name) !== '')
        await move(from, tagPath(toSlug(name)));
      else await goneAt(from);
    for (const { key, name, addresses: from } of archive.people) {
      const here = plan.authors[name] ?? name;
      if (here !== '' && posts.some(({ authors }) => authors.includes(key)))
        await move(from, authorPath(toSlug(here)));
      else await goneAt(from);
    }
    // Pages, and whatever else there was and has no place here.
    await goneAt(archive.gone);
    for (const { addresses: from } of archive.posts.filter((each) => each.isPage))
      await goneAt(from);
  }

  async redirect(
    from: string,
    target: { article: string } | { to: string } | { gone: true },
  ): Promise<void> {
    const { payload, isDryRun, report } = this.#options;
    if (isDryRun) return;
    const existing = await payload.db.findOne<{ id: string; article?: unknown; to?: unknown }>({
      collection: 'redirects',
      where: { from: { equals: from } },
    });
    if (existing !== null) return; // somebody's own, or made before
    try {
      await payload.create({ collection: 'redirects', data: { from, ...target }, depth: 0 });
    } catch (error) {
      report.warn(
        'redirectRefused',
        `${from} (${error instanceof Error ? error.message : String(error)})`,
      );
    }
  }

  #find(collection: Collection, name: string, more: Record<string, string> = {}): Promise<string> {
    const key = `${collection}/${name.toLowerCase()}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const found = this.#findOrMake(collection, name, more);
    this.#ids.set(key, found);
    return found;
  }

  async #findOrMake(
    collection: Collection,
    name: string,
    more: Record<string, string>,
  ): Promise<string> {
    const { payload, report, isDryRun } = this.#options;
    const slug = toSlug(name);
    const id = idOf(`${collection}/${name.toLowerCase()}`);
    const or: Where[] = [
      { id: { equals: id } },
      { name: { equals: name } },
      ...(slug === '' ? [] : [{ slug: { equals: slug } }]),
    ];
    const existing = await payload.db.findOne<{ id: string }>({ collection, where: { or } });
    if (existing !== null) return String(existing.id);
    report.count(counted[collection]);
    if (isDryRun) return id;
    const data = { ...({ id } as object), name, ...more } as never; // why: kept by `guardIds`
    await payload.create({ collection, data, context: { ...withChosenId }, depth: 0 });
    return id;
  }
}
