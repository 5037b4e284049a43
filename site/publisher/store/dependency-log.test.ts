import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { anArticle, aCategory } from '../../../content/testing/make-documents.ts';
import { samplePublication } from '../../../content/testing/sample-publication.ts';
import { anEdit, perform } from '../testing/edit-publication.ts';
import { StubCms } from '../testing/stub-cms.ts';
import { DocumentStore } from './document-store.ts';
import { DependencyLog } from './dependency-log.ts';
import type { ListName, Store } from '../../src/store.ts';
import { letters } from '../../src/typesetting/letters.ts';

const folder = mkdtempSync(join(tmpdir(), 'dependency-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;
const openStore = () => new DocumentStore(join(folder, `${(count += 1)}.db`));

/** Records one question per page, and remembers the answers to compare with. */
function askAll(log: DependencyLog, cms: StubCms): Map<string, string> {
  const answers = new Map<string, string>();
  for (const [page, ask] of questionsAbout(cms)) {
    const { store, done } = log.record(page);
    answers.set(page, JSON.stringify(ask(store)) ?? 'nothing');
    done();
  }
  return answers;
}

function questionsAbout(cms: StubCms): [string, (store: Store) => unknown][] {
  const lists: ListName[] = [
    ...(['all', 'kind:news', 'kind:post', 'year:2026', 'year:2025'] as const),
    ...cms.all('category').map(({ id }) => `category:${id}` as const),
    ...cms.all('series').map(({ id }) => `series:${id}` as const),
    ...cms.all('author').map(({ id }) => `author:${id}` as const),
  ];
  return [
    ...lists.flatMap((list): [string, (store: Store) => unknown][] => [
      [`${list} newest`, (store) => store.listPage(list, 'newest')],
      ...[1, 2, 3, 4].map((page): [string, (store: Store) => unknown] => [
        `${list} ${page}`,
        (store) => store.listPage(list, page),
      ]),
      [`${list} latest`, (store) => store.latest(list, 7)],
      [`${list} feed`, (store) => store.latestArticles(list, 5)],
    ]),
    ...cms.all('article').flatMap(({ id, slug }): [string, (store: Store) => unknown][] => [
      [`${id} page`, (store) => store.articleBySlug(slug)],
      [`${id} card`, (store) => store.card(id)],
      [`${id} related`, (store) => store.related(id, 3)],
      [`${id} neighbours`, (store) => store.seriesNeighbours(id)],
    ]),
    ...cms
      .all('series')
      .map(({ id }): [string, (store: Store) => unknown] => [
        `${id} parts`,
        (store) => store.seriesParts(id),
      ]),
    ['publication', (store) => store.publication()],
    ['front', (store) => store.frontPage()],
    ['categories', (store) => store.categories()],
    ['series', (store) => store.allSeries()],
    ['authors', (store) => store.authors()],
    ['years', (store) => store.years()],
    ['months', (store) => store.months()],
    ['kinds', (store) => store.kinds()],
    ['letters', (store) => store.letters()],
    ...letters.map((letter): [string, (store: Store) => unknown] => [
      `titles ${letter}`,
      (store) => store.titles(letter),
    ]),
    ['sitemap', (store) => store.sitemap()],
    ['news', (store) => store.news()],
  ];
}

test('every page whose answer changed is found, whatever an editor does', () => {
  fc.assert(
    fc.property(fc.array(anEdit, { minLength: 1, maxLength: 4 }), (edits) => {
      const cms = new StubCms(samplePublication(64, { pictures: 0.1, words: 70 }));
      const published = openStore();
      const log = new DependencyLog(published);
      const start = cms.everything();
      published.apply(start.changes, start.cursor);
      const before = askAll(log, cms);
      const pages = questionsAbout(cms);
      const from = cms.time;
      for (const edit of edits) perform(cms, edit);
      const { changes, cursor } = cms.since(from);
      const stale = log.stalePages(published.apply(changes, cursor));
      const now = new DependencyLog(published);
      for (const [page, ask] of pages) {
        const answer = JSON.stringify(ask(now.record(page).store)) ?? 'nothing';
        if (answer !== before.get(page)) expect(stale, JSON.stringify(edits)).toContain(page);
      }
      published.close();
    }),
    { numRuns: Number(process.env['EQUIVALENCE_RUNS'] ?? 25) },
  );
}, 300_000);

test('a change of the text alone touches the page and the feeds, and no list', () => {
  const { cms, published, log } = filledStore();
  const article = anArticle(cms.all('article').at(-1));
  const document = { ...article, body: [...article.body, ...anArticle().body], revision: 'r2' };
  const touched = published.apply([{ type: 'article', document }], '2');
  const stale = [...log.stalePages(touched)];
  expect(stale).toContain(`${article.id} page`);
  expect(stale).toContain('all feed');
  // The sitemap carries the time of every article's last change.
  expect(stale.filter((page) => !/ page$| feed$|^sitemap$/.test(page))).toEqual([]);
  published.close();
});

test('a new article leaves every older page of every list as it is', () => {
  const { cms, published, log } = filledStore();
  const newest = anArticle({ id: 'newest', publishedAt: '2026-12-01T00:00:00.000Z' });
  const touched = published.apply([{ type: 'article', document: newest }], '2');
  const stale = [...log.stalePages(touched)];
  expect(stale).toContain('all newest');
  expect(stale.filter((page) => / \d$| related$| neighbours$| card$/.test(page))).toEqual([]);
  expect(cms.all('article').length).toBeGreaterThan(60);
  published.close();
});

test('changes that are known already touch nothing', () => {
  const { cms, published } = filledStore();
  const { changes, cursor } = cms.everything();
  expect([...published.apply(changes, cursor)]).toEqual([]);
  published.close();
});

test('a page that asks for what does not exist yet is rendered again when it does', () => {
  const { published, log } = filledStore();
  const { store, done } = log.record('/tema/nytt/');
  expect(store.categoryBySlug('nytt')).toBeUndefined();
  done();
  const document = aCategory({ id: 'new', slug: 'nytt' });
  const touched = published.apply([{ type: 'category', document }], '2');
  expect([...log.stalePages(touched)]).toContain('/tema/nytt/');
  published.close();
});

test('the same question on one page is answered once, with the same object', () => {
  const { published, log } = filledStore();
  const { store } = log.record('/');
  expect(store.latest('all', 3)).toBe(store.latest('all', 3));
  published.close();
});

function filledStore() {
  const cms = new StubCms(samplePublication(64, { words: 70 }));
  const published = openStore();
  const log = new DependencyLog(published);
  const { changes, cursor } = cms.everything();
  published.apply(changes, cursor);
  askAll(log, cms);
  return { cms, published, log };
}
