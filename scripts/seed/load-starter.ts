import type { Payload } from 'payload';
import { fingerprint } from '../../cms/starter/fingerprint.ts';
import { drawPicture } from '../../content/starter/pictures/draw-pictures.ts';
import { mdxToLexical, type References } from './mdx-to-lexical.ts';
import type { Starter, StarterArticle } from './read-starter.ts';
import { mastheadRecord, type StarterDocument } from '../../cms/starter/remove-starter.ts';

type Collection = 'authors' | 'categories' | 'series' | 'organisations' | 'articles' | 'media';

interface Options {
  payload: Payload;
  starter: Starter;
  log: (line: string) => void;
}

/**
 * Puts the starter publication into the CMS, through the same hooks as an editor's work; nobody is
 * mailed. Documents that are there already (by slug, pictures by alt text) are kept as they are.
 */
export async function loadStarter({ payload, starter, log }: Options): Promise<void> {
  const documents = new Documents(payload);
  await loadPictures(documents, starter, log);

  for (const category of starter.categories)
    await documents.keep('categories', category.slug, category);
  for (const series of starter.series) await documents.keep('series', series.slug, series);
  for (const { checkedAt, ...organisation } of starter.organisations) {
    const data = { ...organisation, checkedAt: checkedAt.toISOString() };
    await documents.keep('organisations', organisation.slug, data);
  }
  for (const { photo, ...author } of starter.authors) {
    const data = { ...author, photo: photo && documents.id('media', photo) };
    await documents.keep('authors', author.slug, data);
  }

  // Before the articles: nothing is published until readers are told who stands behind it.
  const { frontPage, ...publication } = starter.publication;
  await payload.updateGlobal({ slug: 'publication', data: publication });
  await loadArticles(documents, starter.articles, log);
  await payload.updateGlobal({
    slug: 'front-page',
    data: {
      lead: documents.id('articles', frontPage.lead),
      picked: frontPage.picked.map((slug) => documents.id('articles', slug)),
    },
  });
  await payload.updateGlobal({ slug: 'starter', data: { documents: await documents.record() } });
}

/** While one picture is encoded into its sizes, the next is drawn. */
async function loadPictures(documents: Documents, starter: Starter, log: Options['log']) {
  let stored = Promise.resolve();
  for (const [index, { name, ...picture }] of starter.pictures.entries()) {
    if (index % 5 === 0) log(`  Bilder: ${index} av ${starter.pictures.length}`);
    const data = await drawPicture(name);
    await stored;
    stored = documents.keep('media', name, picture, {
      data,
      name: `${name}.jpg`,
      mimetype: 'image/jpeg',
      size: data.length,
    });
  }
  await stored;
}

/** Oldest first; an article that shows a link box to another waits until that one is there. */
async function loadArticles(
  documents: Documents,
  articles: readonly StarterArticle[],
  log: Options['log'],
) {
  let waiting = [...articles];
  while (waiting.length > 0) {
    const ready = waiting.filter((article) =>
      linkedSlugs(article).every((slug) => documents.has('articles', slug)),
    );
    if (ready.length === 0) throw new Error('Starter articles link to each other in a circle');
    for (const article of ready)
      await documents.keep('articles', article.slug, articleData(article, documents));
    waiting = waiting.filter((article) => !ready.includes(article));
    log(`  Saker: ${articles.length - waiting.length} av ${articles.length}`);
  }
}

function articleData(article: StarterArticle, documents: Documents): Record<string, unknown> {
  const references: References = {
    picture: (name) => documents.id('media', name),
    article: (slug) =>
      documents.has('articles', slug) ? documents.id('articles', slug) : undefined,
    organisation: (slug) => documents.id('organisations', slug),
  };
  const { hero, category, series, authors, interviewees, organisations, corrections, ...plain } =
    article;
  return {
    ...plain,
    body: mdxToLexical(article.body.children, references),
    heroImage: hero && documents.id('media', hero),
    category: documents.id('categories', category),
    series: series && documents.id('series', series),
    authors: authors.map((slug) => documents.id('authors', slug)),
    organisations: organisations.map((slug) => documents.id('organisations', slug)),
    interviewees: interviewees.map(({ organisation, portrait, ...person }) => ({
      ...person,
      portrait: portrait && documents.id('media', portrait),
      organisation: organisation && documents.id('organisations', organisation),
    })),
    corrections: corrections.map(({ at, text }) => ({ at: at.toISOString(), text })),
    publishedAt: article.publishedAt.toISOString(),
    sendAlert: false,
    _status: 'published',
  };
}

function linkedSlugs({ body }: StarterArticle): string[] {
  return body.children.flatMap((node) => {
    if (node.type !== 'mdxJsxFlowElement' || node.name !== 'ArticleLink') return [];
    return node.attributes.flatMap((attribute) =>
      attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string'
        ? [attribute.value]
        : [],
    );
  });
}

interface File {
  data: Buffer;
  name: string;
  mimetype: string;
  size: number;
}

const onEveryPage = [
  { collection: 'publication' as const, id: 'notice', fields: ['notice'] },
  {
    collection: 'publication' as const,
    id: mastheadRecord,
    fields: ['owner', 'responsibleEditor'],
  },
];

/** Ids of what is in the CMS, by the names the starter files use. */
class Documents {
  #payload: Payload;
  #ids = new Map<string, string>();
  #made: StarterDocument[] = [];

  constructor(payload: Payload) {
    this.#payload = payload;
  }

  /** For the newsroom, which may remove again what nobody has written anything else into. */
  async record(): Promise<StarterDocument[]> {
    const publication = await this.#payload.findGlobal({ slug: 'publication', depth: 0 });
    const brought = onEveryPage.map((each) => ({
      ...each,
      fingerprint: fingerprint(publication, each.fields),
    }));
    return [...this.#made, ...brought];
  }

  has(collection: Collection, name: string): boolean {
    return this.#ids.has(`${collection}/${name}`);
  }

  id(collection: Collection, name: string): string {
    const id = this.#ids.get(`${collection}/${name}`);
    if (id === undefined) throw new Error(`The starter publication has no ${collection} «${name}»`);
    return id;
  }

  /** Creates the document unless it is there. */
  async keep(
    collection: Collection,
    name: string,
    data: Record<string, unknown>,
    file?: File,
  ): Promise<void> {
    const key = collection === 'media' ? 'alt' : 'slug';
    const found = await this.#payload.find({
      collection,
      where: { [key]: { equals: data[key] } },
      limit: 1,
      depth: 0,
    });
    const document =
      found.docs[0] ??
      (await this.#payload.create({
        collection,
        // Shapes are checked by the collection's own validation; the types differ per collection.
        data: data as never,
        ...(file === undefined ? {} : { file }),
        depth: 0,
      }));
    const [id, fields] = [String(document.id), Object.keys(data)];
    this.#ids.set(`${collection}/${name}`, id);
    this.#made.push({ collection, id, fields, fingerprint: fingerprint(document, fields) });
  }
}
