import type { Payload } from 'payload';
import { toSlug } from '../../../content/model/slug.ts';
import { articlePath } from '../../../content/model/urls.ts';
import { asArrival } from '../../articles/releases/arrival.ts';
import { hasMasthead } from '../../mapping/has-masthead.ts';
import { isReleased } from '../../mapping/is-released.ts';
import { readGroup, readText } from '../../mapping/read-document.ts';
import type { Archive, ArchivePost } from '../archive.ts';
import type { Plan } from '../plan.ts';
import { readArchiveHtml } from '../texts/read-archive-html.ts';
import { shapeText, type ShapedText } from '../texts/shape-text.ts';
import { toLexical, type LinkTarget } from '../texts/to-lexical.ts';
import { addressOfFile } from '../texts/address-of-file.ts';
import { ArrivedFiles } from './arrived-files.ts';
import { ArrivedPictures } from './arrived-pictures.ts';
import { Arrivals, fingerprintOf, type Standing } from './arrivals.ts';
import { idOf, withChosenId } from './choose-ids.ts';
import { Names } from './names.ts';
import { OldAddresses } from './old-addresses.ts';
import type { PictureFiles } from './picture-files.ts';
import { Report, type Counted, type Warning } from './report.ts';
import { toArticle, type ArticleData } from './to-article.ts';
import { splitCredit } from '../texts/split-credit.ts';
import { text } from '../text.ts';

interface Options {
  payload: Payload;
  archive: Archive;
  plan: Plan;
  files: PictureFiles;
  report: Report;
  isDryRun: boolean;
  /** Whether pictures that are not beside the archive are fetched from the old site. */
  fetchMedia: boolean;
  tell: (done: number, total: number) => void;
}

/**
 * Brings an archive in, oldest first, or only says what would become of it. May be killed and asked again at any time,
 * also with a newer export: what changed there is changed here, and what somebody has touched here stays as it is.
 */
export async function loadArchive(options: Options): Promise<void> {
  const { archive, report } = options;
  for (const { place, kind } of archive.unreadable)
    report.warn('unreadable', `${place} (${text.unreadable[kind]})`);
  for (const place of archive.otherTypes) report.warn('otherType', place);
  for (const title of archive.searchTexts) report.warn('searchText', title);
  for (const post of archive.posts.filter(({ isPage }) => isPage)) {
    report.count('pages');
    report.warn('page', post.title || post.slug);
  }
  report.count(
    'comments',
    archive.posts.reduce((sum, { comments }) => sum + comments, 0),
  );
  const posts = archive.posts.filter(({ isPage }) => !isPage);
  posts.sort((a, b) => ((a.publishedAt ?? '') < (b.publishedAt ?? '') ? -1 : 1));
  const loader = new Loader(options);
  await loader.prepare(posts);
  for (const [index, post] of posts.entries()) {
    try {
      await loader.load(post, report);
    } catch (error) {
      report.count('failed');
      report.warn(
        'failed',
        `${post.title} (${error instanceof Error ? error.message : String(error)})`,
      );
    }
    options.tell(index + 1, posts.length);
  }
  // Links to what came later lead to it by its id now that it is there.
  if (!options.isDryRun) for (const post of loader.waiting) await loader.load(post, new Report());
}

class Loader {
  readonly #options: Options;
  readonly #arrivals: Arrivals;
  readonly #names: Names;
  readonly #pictures: ArrivedPictures;
  readonly #files: ArrivedFiles;
  readonly #addresses: OldAddresses;
  readonly #slugs = new Map<string, string>();
  readonly #there = new Set<string>();
  /** Those that link to what is not there yet. */
  readonly waiting = new Set<ArchivePost>();
  #mayPublish = true;
  /** What the publication is called here. */
  #publication = '';

  constructor(options: Options) {
    const { payload, archive, files, report, isDryRun } = options;
    this.#options = options;
    this.#arrivals = new Arrivals(payload);
    this.#names = new Names({ payload, archive, plan: options.plan, report, isDryRun });
    this.#pictures = new ArrivedPictures({
      ...{ payload, files, known: archive.pictures, report, isDryRun },
      fetchFrom: options.fetchMedia && !isDryRun ? archive.origin : null,
    });
    this.#files = new ArrivedFiles({
      ...{ payload, files: files.all, origin: archive.origin, report, isDryRun },
    });
    this.#addresses = new OldAddresses(archive);
  }

  /** Where each will be: links between them lead there before it exists. */
  async prepare(posts: readonly ArchivePost[]): Promise<void> {
    const { payload, report } = this.#options;
    const publication = readGroup(await payload.db.findGlobal({ slug: 'publication' }));
    this.#publication = readText(publication['name']);
    this.#mayPublish = hasMasthead(publication);
    if (!this.#mayPublish) report.warn('noMasthead', text.noMasthead);
    const taken = new Set<string>();
    for (const post of posts) {
      const id = idOf(post.key);
      const own = await payload.db.findOne<{ id: string; slug?: string }>({
        collection: 'articles',
        where: { id: { equals: id } },
      });
      if (own !== null) this.#there.add(id);
      const wanted = toSlug(post.slug) || toSlug(post.title) || text.untitledSlug;
      let slug = own?.slug ?? '';
      for (let number = 1; slug === ''; number++) {
        const tried = number === 1 ? wanted : `${wanted.slice(0, 76)}-${number}`;
        if (taken.has(tried)) continue;
        const other = await payload.db.findOne<{ id: string }>({
          collection: 'articles',
          where: { slug: { equals: tried } },
        });
        if (other === null) slug = tried;
      }
      taken.add(slug);
      this.#slugs.set(post.key, slug);
      if (post.state !== 'published') continue;
      const lead = { article: id, path: articlePath(slug) };
      // Texts that name each other as files do lead to what those became.
      for (const address of [`/${post.key}`, ...post.addresses])
        this.#addresses.lead(address, lead);
    }
    await this.#names.prepare(this.#addresses);
  }

  async load(post: ArchivePost, report: Report): Promise<void> {
    const { plan, archive } = this.#options;
    const { blocks, losses } = readArchiveHtml(post.html, archive.origin);
    const shaped = shapeText(blocks, {
      ...{ ...post, withQuestions: plan.questions },
      publications: [archive.name, this.#publication],
    });
    const place = placeOf(post);
    for (const { kind, what } of losses)
      report.warn(kind, what === '' ? place : `${place}: ${what}`);
    for (const shortcode of archive.leftovers.get(post.key) ?? [])
      report.warn('leftover', `${place}: ${shortcode.slice(0, 160)}`);
    this.#warnOf(post, shaped, report);
    const data = await this.#shape(post, shaped, report);
    await this.#write(post, data, report);
  }

  #warnOf(
    post: ArchivePost,
    { blocks, lead, questions, ownership }: ShapedText,
    report: Report,
  ): void {
    const { plan } = this.#options;
    const kinds = new Map<Warning, boolean>([
      ['film', blocks.some(({ type }) => type === 'embed')],
      ['titleMissing', post.title === ''],
      ['leadMissing', lead === ''],
      ['dateMissing', post.publishedAt === null && post.state === 'published'],
      ['questions', questions > 1 && !plan.questions],
      ['factBox', blocks.some(({ type }) => type === 'factBox')],
      ['ownership', ownership !== null],
      ...(['scheduled', 'private', 'protected'] as const).map(
        (state) => [state, post.state === state] as const,
      ),
    ]);
    for (const [kind, holds] of kinds) if (holds) report.warn(kind, placeOf(post));
  }

  async #shape(
    post: ArchivePost,
    { lead, blocks, ownership }: ShapedText,
    report: Report,
  ): Promise<ArticleData> {
    const pictures = this.#pictures;
    const title = placeOf(post);
    const hero =
      post.hero &&
      (await pictures.bring({ ...post.hero, ...splitCredit(post.hero.caption), title }));
    for (const block of blocks) {
      if (block.type === 'picture') await pictures.bring({ ...block, title });
      const address = addressOfFile(block);
      if (address !== undefined)
        await this.#files.bring(address.href, { title, words: address.words });
      if (block.type === 'gallery')
        for (const picture of block.pictures) await pictures.bring({ ...picture, title });
    }
    const body = toLexical(blocks, {
      picture: pictures.idOf,
      creditOf: pictures.creditOf,
      file: this.#files.find,
      organisation: this.#names.organisationOf,
      title,
      address: (href) => this.#follow(href, post, report),
    });
    const names = this.#names;
    const { plan } = this.#options;
    return toArticle(post, { lead, body, ownership, hero: hero ?? null, names, plan });
  }

  /** The database knows what an article leads to: one that is not there yet is led to by its address. */
  #follow(href: string, post: ArchivePost, report: Report): LinkTarget {
    const target = this.#addresses.follow(href, (dead) =>
      report.warn('deadLink', `${placeOf(post)}: ${dead}`),
    );
    if ('url' in target || this.#there.has(target.article)) return target;
    this.waiting.add(post);
    return { url: this.#addresses.pathOf(target) };
  }

  async #write(post: ArchivePost, data: ArticleData, report: Report): Promise<void> {
    const { payload, isDryRun } = this.#options;
    const id = idOf(post.key);
    const isOut = isPublished(post) && this.#mayPublish;
    const source = fingerprintOf({ ...data, body: withoutIds(data.body), isOut });
    const here = await this.#arrivals.read(id);
    report.count(isOut ? 'published' : 'drafts');
    const standing = standingOf(here, source);
    report.count(standing);
    if (standing === 'deletedHere' || standing === 'editedHere')
      report.warn(standing, placeOf(post));
    // What was out here and is a draft there now is taken off.
    const isTakenOff = standing === 'changed' && !isOut && (await isReleased({ payload }, id));
    if (isTakenOff) report.warn('takenOff', placeOf(post));
    if (isDryRun) return report.count('redirects', this.#addresses.oldOf(post).length);
    if (standing === 'made' || standing === 'changed') {
      const state = { _status: isOut ? 'published' : 'draft' };
      const shared = {
        ...{ collection: 'articles' as const, draft: !isOut && !isTakenOff, depth: 0 },
        context: { ...withChosenId, ...asArrival({ source, modifiedAt: modifiedAtOf(post) }) },
      };
      const own = {
        id,
        slug: this.#slugs.get(post.key) ?? '',
        marking: 'editorial',
        sendAlert: false,
      };
      // why: the id is kept by `guardIds`, and the body is the editor's, which Payload does not type.
      if (here.isHere)
        await payload.update({ ...shared, id, data: { ...data, ...state } as never });
      else await payload.create({ ...shared, data: { ...own, ...data, ...state } as never });
      this.#there.add(id);
    }
    await this.#arrivals.note(id);
    if (standing === 'deletedHere') return;
    // Of what is not out they answer that it is gone, until it is.
    for (const from of this.#addresses.oldOf(post)) {
      report.count('redirects');
      await this.#names.redirect(from, { article: id });
    }
  }
}

function standingOf(here: Standing, source: string): Counted {
  if (here.isDeleted) return 'deletedHere';
  if (!here.isHere) return 'made';
  if (here.source === null) return 'editedHere';
  return here.source === source ? 'same' : 'changed';
}

const placeOf = (post: ArchivePost): string => post.title || post.slug || post.key;

const isPublished = ({ state, publishedAt }: ArchivePost): boolean =>
  state === 'published' && publishedAt !== null && publishedAt <= new Date().toISOString();

/** When it was last changed; a clock that said it was before it was published is not believed. */
function modifiedAtOf({ modifiedAt, publishedAt }: ArchivePost): string {
  const published = publishedAt ?? new Date().toISOString();
  return modifiedAt !== null && modifiedAt > published ? modifiedAt : published;
}

/** Links and boxes get new ids whenever they are made. */
const withoutIds = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (name, inner: unknown) => (name === 'id' ? undefined : inner)));
