import fc from 'fast-check';
import type { Article } from '../../../content/model/article.ts';
import type { Author, Category, Series } from '../../../content/model/documents.ts';
import { aFrontPage, anArticle, aPublication } from '../../../content/testing/make-documents.ts';
import { articlePath, authorPath, categoryPath, seriesPath } from '../../../content/model/urls.ts';
import type { StubCms } from './stub-cms.ts';

const day = 24 * 60 * 60 * 1000;

/** One thing an editor does. `a` and `b` choose among what there is. */
export interface Edit {
  name: keyof typeof edits;
  a: number;
  b: number;
}

type Do = (cms: StubCms, a: number, b: number) => void;

const edits = {
  publish: (cms, a, b) => {
    const newest = Math.max(...cms.all('article').map((each) => Date.parse(each.publishedAt)));
    publishNew(cms, a, new Date(newest + (b % 5) * 60_000).toISOString());
  },
  publishBackdated: (cms, a, b) => {
    // Minutes around new year tell whether the year is Norwegian everywhere.
    const minutes = (b % 240) * 3_600_000 - 2 * day;
    publishNew(cms, a, new Date(Date.UTC(2025, 11, 31, 23, 30) + minutes).toISOString());
  },
  editBody: (cms, a, b) =>
    republish(cms, pick(cms.all('article'), a), {
      body: [{ type: 'paragraph', children: [{ type: 'text', text: `Rettet tekst ${b}.` }] }],
    }),
  retitle: (cms, a, b) => republish(cms, pick(cms.all('article'), a), { title: `Ny tittel ${b}` }),
  redate: (cms, a, b) => {
    const article = pick(cms.all('article'), a);
    const at =
      Date.parse(article?.publishedAt ?? '2026-01-01T00:00:00.000Z') + ((b % 41) - 20) * day;
    republish(cms, article, { publishedAt: new Date(at).toISOString() });
  },
  recategorise: (cms, a, b) =>
    republish(cms, pick(cms.all('article'), a), {
      category: pick(cms.all('category'), b)?.id ?? null,
    }),
  reauthor: (cms, a, b) => {
    const author = pick(cms.all('author'), b);
    republish(cms, pick(cms.all('article'), a), { authors: author ? [author.id] : [] });
  },
  renumber: (cms, a, b) => {
    const parts = cms.all('article').filter(({ series }) => series !== null);
    republish(cms, pick(parts, a), { seriesNumber: b % 7 === 0 ? null : b % 7 });
  },
  moveSeries: (cms, a, b) =>
    republish(cms, pick(cms.all('article'), a), {
      series: b % 3 === 0 ? null : (pick(cms.all('series'), b)?.id ?? null),
    }),
  unpublish: (cms, a) => {
    const article = pick(cms.all('article'), a);
    if (article) cms.remove('article', article.id, articlePath(article.slug));
  },
  changeSlug: (cms, a, b) => {
    const article = pick(cms.all('article'), a);
    if (article) moveArticle(cms, article, `flyttet-${b}-${cms.time}`);
  },
  takeOverSlug: (cms, a, b) => {
    const [first, second] = [pick(cms.all('article'), a), pick(cms.all('article'), b)];
    if (!first || !second || first.id === second.id) return;
    moveArticle(cms, first, `viket-${cms.time}`);
    moveArticle(cms, second, first.slug);
  },
  renameAuthor: (cms, a, b) => {
    const author = pick(cms.all('author'), a);
    if (author) renamed(cms, 'author', { ...author, name: `Årstad ${b}` }, b);
  },
  renameCategory: (cms, a, b) => {
    const category = pick(cms.all('category'), a);
    if (category) renamed(cms, 'category', { ...category, name: `Ærfugl ${b}` }, b);
  },
  renameSeries: (cms, a, b) => {
    const series = pick(cms.all('series'), a);
    if (series) renamed(cms, 'series', { ...series, name: `Loggen ${b}` }, b);
  },
  deleteAuthor: (cms, a) => {
    const author = pick(cms.all('author'), a);
    if (author) cms.remove('author', author.id, authorPath(author.slug));
  },
  repick: (cms, a, b) => {
    const ids = cms.all('article').map(({ id }) => id);
    const document = aFrontPage({
      lead: pick(ids, a) ?? null,
      picked: [pick(ids, b), pick(ids, a + b)].flatMap((id) => id ?? []),
    });
    cms.put({ type: 'front-page', document });
  },
  describePicture: (cms, a, b) => {
    const media = pick(cms.all('media'), a);
    if (media) cms.put({ type: 'media', document: { ...media, alt: `Ny beskrivelse ${b}` } });
  },
  replaceFiles: (cms, a, b) => {
    const media = pick(cms.all('media'), a);
    const files = media?.files.map((file) => ({ ...file, name: `v${b}-${file.name}` }));
    if (media && files) cms.put({ type: 'media', document: { ...media, files } });
  },
  illustrate: (cms, a, b) =>
    republish(cms, pick(cms.all('article'), a), {
      hero: b % 3 === 0 ? null : (pick(cms.all('media'), b)?.id ?? null),
    }),
  disclose: (cms, a, b) => {
    const organisation = pick(cms.all('organisation'), a);
    const interest = (['none', 'owner', 'sponsor', 'board'] as const)[b % 4] ?? 'none';
    if (organisation) cms.put({ type: 'organisation', document: { ...organisation, interest } });
  },
  renamePublication: (cms, _a, b) =>
    cms.put({ type: 'publication', document: aPublication({ tagline: `Om kunder ${b % 3}` }) }),
  dropRedirect: (cms, a) => {
    const redirect = pick(cms.all('redirect'), a);
    if (redirect) cms.remove('redirect', redirect.id, redirect.from);
  },
} satisfies Record<string, Do>;

// Object.keys of a const object: its own names
const names = Object.keys(edits) as Edit['name'][];

/** Anything an editor may do; publishing and editing articles most often. */
export const anEdit: fc.Arbitrary<Edit> = fc.record({
  name: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<Edit['name']>('publish', 'unpublish', 'editBody') },
    { weight: 7, arbitrary: fc.constantFrom(...names) },
  ),
  a: fc.nat(1_000),
  b: fc.nat(1_000),
});

export const perform = (cms: StubCms, { name, a, b }: Edit): void => edits[name](cms, a, b);

const pick = <T>(from: readonly T[], index: number): T | undefined => from[index % from.length];

function publishNew(cms: StubCms, seed: number, publishedAt: string): void {
  const id = `ny-${cms.time}`;
  const organisation = pick(cms.all('organisation'), seed)?.id;
  const document = anArticle({
    id,
    revision: `r${cms.time}`,
    kind: (['news', 'interview', 'post'] as const)[seed % 3] ?? 'news',
    title: `Fersk sak ${id}`,
    publishedAt,
    authors: [pick(cms.all('author'), seed)?.id].flatMap((each) => each ?? []),
    category: pick(cms.all('category'), seed)?.id ?? null,
    series: seed % 4 === 0 ? (pick(cms.all('series'), seed)?.id ?? null) : null,
    organisations: organisation === undefined ? [] : [organisation],
    hero: seed % 5 === 0 ? (pick(cms.all('media'), seed)?.id ?? null) : null,
  });
  cms.put({ type: 'article', document });
}

function republish(cms: StubCms, article: Article | undefined, change: Partial<Article>): void {
  if (!article) return;
  const modifiedAt = new Date(Date.parse(article.modifiedAt) + 60_000).toISOString();
  const document = { ...article, ...change, modifiedAt, revision: `r${cms.time}` };
  cms.put({ type: 'article', document });
}

/** A new slug leaves a redirect that follows the article, as the CMS does it. */
function moveArticle(cms: StubCms, article: Article, slug: string): void {
  const redirect = { id: `redirect-${cms.time}`, from: articlePath(article.slug) };
  republish(cms, article, { slug });
  cms.put({ type: 'redirect', document: { ...redirect, article: article.id, to: null } });
}

const namedPaths = { author: authorPath, category: categoryPath, series: seriesPath };

function renamed(
  cms: StubCms,
  type: keyof typeof namedPaths,
  document: Author & Category & Series,
  seed: number,
): void;
function renamed(cms: StubCms, type: 'author', document: Author, seed: number): void;
function renamed(
  cms: StubCms,
  type: 'category' | 'series',
  document: Category & Series,
  seed: number,
): void;
function renamed(
  cms: StubCms,
  type: keyof typeof namedPaths,
  document: Author | Category | Series,
  seed: number,
): void {
  const toPath = namedPaths[type];
  const slug = seed % 2 === 0 ? document.slug : `${document.slug.slice(0, 20)}-${cms.time}`;
  const from = toPath(document.slug);
  cms.put({ type, document: { ...document, slug } } as Parameters<StubCms['put']>[0]); // overloads pair them
  if (slug === document.slug) return;
  const redirect = { id: `redirect-${cms.time}`, from, article: null, to: toPath(slug) };
  cms.put({ type: 'redirect', document: redirect });
}
