import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Article } from '../../../content/model/article.ts';
import {
  aCategory,
  anArticle,
  anAuthor,
  aSeries,
} from '../../../content/testing/make-documents.ts';
import type { Published as Document } from '../../../content/model/documents.ts';
import { StoreQueries } from './store-queries.ts';
import { DocumentStore } from './document-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'published-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;
const nextFile = () => join(folder, `${(count += 1)}.db`);

function storeOf(documents: readonly Document[], file = nextFile()) {
  const published = new DocumentStore(file);
  published.apply(documents, '1');
  return { published, store: new StoreQueries(published, () => undefined), file };
}

const minute = (index: number) => new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString();
const articles = (total: number): Document[] =>
  Array.from({ length: total }, (_, index) => ({
    type: 'article',
    document: anArticle({ id: `a${index}`, slug: `a${index}`, publishedAt: minute(index) }),
  }));

describe('pages of a list', () => {
  test('every article is on exactly one page, newest first, whatever their number', () => {
    fc.assert(
      fc.property(fc.nat(130), (total) => {
        const { published, store } = storeOf(articles(total));
        const seen: string[] = [];
        let page = store.listPage('all', 'newest');
        expect(page?.newer).toBeUndefined();
        while (page) {
          seen.push(...page.cards.map(({ id }) => id));
          const { older } = page;
          page = older === undefined ? undefined : store.listPage('all', older);
        }
        expect(seen).toEqual(Array.from({ length: total }, (_, index) => `a${total - 1 - index}`));
        published.close();
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    [0, 0, 0],
    [39, 0, 39],
    [40, 1, 20],
    [59, 1, 39],
    [60, 2, 20],
  ])('%i articles: %i full pages, %i on the newest', (total, full, newest) => {
    const { published, store } = storeOf(articles(total));
    expect(store.listPage('all', 'newest')?.cards ?? []).toHaveLength(newest);
    expect(store.listPage('all', full + 1)).toBeUndefined();
    if (full > 0) expect(store.listPage('all', full)).toMatchObject({ newer: 'newest' });
    published.close();
  });

  test('a full page keeps its content when newer articles come', () => {
    const { published, store } = storeOf(articles(45));
    const before = store.listPage('all', 1)?.cards;
    published.apply(articles(90), '2');
    expect(store.listPage('all', 1)?.cards).toEqual(before);
    published.close();
  });
});

test('the order in which documents come makes no difference', () => {
  const documents: Document[] = [
    ...articles(25),
    { type: 'author', document: anAuthor() },
    { type: 'category', document: aCategory() },
    { type: 'series', document: aSeries() },
    ...[3, 1, null, 2].map((seriesNumber, index): Document => ({
      type: 'article',
      document: anArticle({
        ...{ id: `part-${index}`, series: 'series-1', seriesNumber, category: 'category-1' },
        ...{ authors: ['author-1'], publishedAt: minute(index) },
      }),
    })),
  ];
  const answersOf = (store: StoreQueries) => [
    store.listPage('all', 'newest'),
    store.seriesParts('series-1'),
    store.authors(),
    store.categories(),
    [...store.sitemap()],
    store.seriesNeighbours('part-3'),
  ];
  const expected = storeOf(documents);
  fc.assert(
    fc.property(fc.shuffledSubarray(documents, { minLength: documents.length }), (shuffled) => {
      const { published, store } = storeOf(shuffled);
      expect(answersOf(store)).toEqual(answersOf(expected.store));
      published.close();
    }),
    { numRuns: 10 },
  );
  expect(expected.store.seriesParts('series-1').map(({ id }) => id)).toEqual([
    'part-1',
    'part-3',
    'part-0',
    'part-2',
  ]);
  expected.published.close();
});

test('a store that is opened again answers as before, and knows where it was', () => {
  const first = storeOf(articles(30));
  const before = first.store.listPage('all', 'newest');
  first.published.close();
  const again = new DocumentStore(first.file);
  expect(again.cursor()).toBe('1');
  expect(new StoreQueries(again, () => undefined).listPage('all', 'newest')).toEqual(before);
  again.close();
});

test('a copy in an older shape stops nothing: what fits is used, and all is pulled again', () => {
  const { published, file } = storeOf(articles(2));
  published.close();
  const database = new DatabaseSync(file);
  database.exec(`
    UPDATE documents SET json = replace(json, '"lead"', '"ingress"') WHERE key = 'article:a0';
    INSERT OR REPLACE INTO state VALUES ('model', 'an older one');
  `);
  database.close();
  const again = new DocumentStore(file);
  expect(again.cursor()).toBeNull();
  expect(again.all('article').map(({ id }) => id)).toEqual(['a1']);
  again.close();
});

test('the year of an article is the year in Norway', () => {
  const document = anArticle({ publishedAt: '2025-12-31T23:30:00.000Z' });
  const { published, store } = storeOf([{ type: 'article', document }]);
  expect(store.years()).toEqual([2026]);
  expect(store.listPage('year:2026', 'newest')?.cards).toHaveLength(1);
  published.close();
});

test('the archive counts by months in Norway, and titles stand under their letters', () => {
  const of = (id: string, publishedAt: string, title: string): Document => ({
    type: 'article',
    document: anArticle({ id, slug: id, publishedAt, title }),
  });
  const { published, store } = storeOf([
    of('a', '2026-03-31T22:30:00.000Z', '– Åpent'),
    of('b', '2026-03-01T10:00:00.000Z', '«Årets kø» er over'),
    of('c', '2026-03-02T10:00:00.000Z', '24 timer'),
  ]);
  expect(store.months()).toEqual([
    { month: '2026-04', count: 1 },
    { month: '2026-03', count: 2 },
  ]);
  expect(store.letters()).toEqual(['tegn', 'aa']);
  expect(store.titles('aa').map(({ slug }) => slug)).toEqual(['a', 'b']);
  expect(store.kinds()).toEqual(['news']);
  published.close();
});

test('another title stands under its own letter at once', () => {
  const [first, ...rest] = articles(2);
  if (first?.type !== 'article') throw new Error('no article');
  const { published, store } = storeOf([first, ...rest]);
  const renamed = { ...first.document, title: 'Zebraen i skranken' };
  published.apply([{ type: 'article', document: renamed }], '2');
  expect(store.titles('z').map(({ name }) => name)).toEqual(['Zebraen i skranken']);
  expect(store.letters()).toContain('z');
  published.close();
});

test('names come in Norwegian order, and only those that are used', () => {
  const names = ['Ærlig', 'Åse', 'Østfold', 'Anne', 'Zoo'];
  const documents = names.flatMap((name, index): Document[] => [
    { type: 'author', document: anAuthor({ id: `author-${index}`, name }) },
    {
      type: 'article',
      document: anArticle({ id: `a${index}`, slug: `a${index}`, authors: [`author-${index}`] }),
    },
  ]);
  const unused: Document = { type: 'author', document: anAuthor({ id: 'x', name: 'Berit' }) };
  const { published, store } = storeOf([...documents, unused]);
  expect(store.authors().map(({ name }) => name)).toEqual([
    ...['Anne', 'Zoo', 'Ærlig', 'Østfold', 'Åse'],
  ]);
  published.close();
});

test('related articles are older ones, and stay the same when newer ones come', () => {
  const inTheme = (index: number): Document => ({
    type: 'article',
    document: anArticle({
      ...{ id: `t${index}`, slug: `t${index}`, category: 'category-1' },
      publishedAt: minute(index),
    }),
  });
  const { published, store } = storeOf([0, 1, 2, 3, 4].map(inTheme));
  const before = store.related('t3', 3);
  expect(before).toHaveLength(3);
  expect(before.every(({ publishedAt }) => publishedAt < minute(3))).toBe(true);
  published.apply([5, 6, 7].map(inTheme), '2');
  expect(store.related('t3', 3)).toEqual(before);
  published.close();
});

test('related: the same person first, then the same theme, then what came just before', () => {
  const told = (id: string, index: number, more: Partial<Article> = {}): Document => ({
    type: 'article',
    document: anArticle({ id, slug: id, publishedAt: minute(index), ...more }),
  });
  const interviewees = [{ name: 'Oddny Nordli', role: 'nattevakt', organisation: null }];
  const { published, store } = storeOf([
    told('eldst', 0),
    told('hun', 1, { category: 'c', interviewees }),
    told('tema', 2, { category: 'c' }),
    told('like-for', 3),
    told('saken', 4, { category: 'c', interviewees }),
  ]);
  expect(store.related('saken', 3).map(({ id }) => id)).toEqual(['hun', 'tema', 'like-for']);
  published.close();
});

test('a tag lists exactly the articles that carry it, however it is spelled, and is remembered', () => {
  const file = nextFile();
  const tagged = (id: string, tags: string[]): Document => ({
    type: 'article',
    document: anArticle({ id, slug: id, tags, publishedAt: minute(Number(id.slice(1))) }),
  });
  const { published, store } = storeOf(
    [tagged('a1', ['Kø']), tagged('a2', ['ko', 'kø']), tagged('a3', ['☎']), tagged('a4', ['24/7'])],
    file,
  );
  expect(store.tags()).toEqual([
    { slug: '24-7', name: '24/7' },
    { slug: 'ko', name: 'Kø' },
  ]);
  expect(store.latest('tag:ko', 9).map(({ id }) => id)).toEqual(['a2', 'a1']);
  const touched = published.apply([tagged('a1', []), tagged('a4', ['døgnet'])], '2');
  expect(touched).toContain('tags');
  expect(store.tagBySlug('ko')).toEqual({ slug: 'ko', name: 'ko' });
  expect(store.tagBySlug('24-7')).toBeUndefined();
  published.close();
  const again = new DocumentStore(file);
  expect(again.emptiedTags()).toEqual(['24-7']);
  again.close();
});

test('what is paid for is nobody’s related article, and on no author’s page', () => {
  const authors = ['kari'];
  const paid = { marking: 'sponsored', sponsor: 'Klarlinje AS', authors } as const;
  const { store } = storeOf([
    { type: 'author', document: anAuthor({ id: 'kari', slug: 'kari' }) },
    ...[0, 1, 2, 3].map((n): Document => ({
      type: 'article',
      document: anArticle({
        ...{ id: `a${n}`, slug: `a${n}`, publishedAt: minute(n), tags: ['kø'] },
        ...(n === 1 || n === 2 ? paid : { authors }),
      }),
    })),
  ]);
  expect(store.related('a3', 4).map(({ id }) => id)).toEqual(['a0']);
  expect(store.latest('author:kari', 9).map(({ id }) => id)).toEqual(['a3', 'a0']);
  expect(store.card('a2')?.authors).toEqual([]);
});

test('what the editors picked is left out while it is not public', () => {
  const { published, store } = storeOf([
    ...articles(2),
    { type: 'front-page', document: { id: 'front-page', lead: 'draft', picked: ['a0', 'draft'] } },
  ]);
  expect(store.frontPage()).toMatchObject({ lead: undefined, picked: [{ id: 'a0' }] });
  published.apply([{ type: 'removed', of: 'article', id: 'a0', path: '/saker/a0/' }], '2');
  expect(store.frontPage().picked).toEqual([]);
  expect(published.removedPaths()).toEqual(['/saker/a0/']);
  published.close();
});
