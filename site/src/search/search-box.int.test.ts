import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { anArticle } from '../../../content/testing/make-documents.ts';
import { samplePublication } from '../../../content/testing/sample-publication.ts';
import { buildStale } from '../../../scripts/instance/build-stale.ts';
import { launchBrowser } from '../../../scripts/e2e/launch-browser.ts';
import { searchFor } from '../../../scripts/e2e/search-for.ts';
import { startSite, type StartedSite } from '../../publisher/testing/start-site.ts';

/** The search page in a browser, with a publisher behind it that replaces the index under it. */

let site: StartedSite;
let browser: Browser;
let page: Page;
let problems: string[] = [];

beforeAll(async () => {
  await buildStale(() => undefined, 'site');
  site = await startSite(samplePublication(12, { words: 40 }));
  browser = await launchBrowser();
  publish('Planken var kvistfri');
  for (const [title, text] of Object.entries(articles)) publish(title, text);
  publish('Kundebehandlerkonferansen åpnet');
  publish('Seilskuta kom fram', 'Den hadde ost.', '2013-05-01T07:00:00.000Z');
  publish('Lekteren kom fram', 'Den hadde kull.', '2012-05-01T07:00:00.000Z');
  await site.converge();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});
beforeEach(async () => {
  page = await browser.newPage({ locale: 'nb-NO' });
  problems = [];
  page.on('console', (line) => {
    if (['error', 'warning'].includes(line.type())) problems.push(line.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(`${site.publisher.siteUrl}/sok/`);
  return () => page.close();
});

/** Articles with what is hard to find, by their title. */
const articles = {
  Utland: 'Fra Göteborg via Västerås og Örebro til Malmö, med Löfven og Häagen. Få dem. Rød.',
  Program: 'Hun skriver C++ og liker det.',
  Annet: 'Ca fem skriver C# på vitamin C, åtte nei, og den siste i Kø A/S.',
  Hjemmel: 'Det står i § 4-7 om AT&T, og svaret er 12,5.',
  Tall: 'Det tar 20–25 minutter, side 47, brøken 1/2-3/4 for 10-års.',
  Telefon: 'Ring 815 49 300 eller 22 33 44 55.',
  Sentral: 'Ring 815-49-300.',
  Pris: 'Det koster 50.000-60.000 kroner.',
} as const;

test.each<[query: string, finds: (keyof typeof articles)[], marks?: string[]]>([
  ['Göteborg', ['Utland'], ['Göteborg']],
  ['Gøteborg', ['Utland'], ['Göteborg']],
  ['goteborg', ['Utland'], ['Göteborg']],
  ['Göteborg'.normalize('NFD'), ['Utland'], ['Göteborg']],
  ['Västerås', ['Utland'], ['Västerås']],
  ['vasteras', ['Utland'], ['Västerås']],
  ['Ørebro', ['Utland'], ['Örebro']],
  ['Häagen', ['Utland'], ['Häagen']],
  ['Löfven', ['Utland'], ['Löfven']],
  ['C++', ['Program'], ['C++']],
  ['C#', ['Annet'], ['C#']],
  ['AT&T', ['Hjemmel'], ['AT&T']],
  ['A/S', ['Annet'], ['A/S']],
  ['R&D', []],
  ['§4-7', ['Hjemmel'], ['4-7']],
  ['47', ['Tall'], ['47']],
  ['1234', []],
  ['1/2-3/4', ['Tall'], ['1/2-3/4']],
  ['12,5', ['Hjemmel'], ['12,5']],
  ['2025', []],
  ['81549300', ['Telefon', 'Sentral']],
  ['815 49 300', ['Telefon', 'Sentral']],
  ['+47 815-49-300', ['Telefon', 'Sentral']],
  ['22334455', ['Telefon'], ['22\u00a033\u00a044\u00a055']],
  ['2233 4455', ['Telefon']],
  ['50000', ['Pris'], ['50.000']],
  ['60 000', ['Pris'], ['60.000']],
])('%s finds what it says, and marks that alone', async (query, finds, marks) => {
  const found = await searchFor(page, query);
  expect(found.toSorted()).toEqual(
    finds.map((title) => `/saker/${title.toLowerCase()}/`).toSorted(),
  );
  const marked = await page.locator('.results mark').allTextContents();
  if (marks !== undefined) expect([...new Set(marked)]).toEqual(marks);
});

test('choices count what was found, and tell what is chosen where they are closed', async () => {
  await searchFor(page, 'Göteborg');
  await page.locator('.narrow summary').click();
  const year = page.locator('select[name=aar]');
  await year.getByRole('option', { name: '2026 (1)' }).waitFor({ state: 'attached' });
  expect(await year.locator('option').count()).toBe(2);
  await year.selectOption('2026');
  await page.locator('.narrow summary').click();
  expect(await searchFor(page, 'romferge')).toEqual([]);
  expect(await page.locator('.narrow summary').innerText()).toContain(': 2026');
  expect(await page.locator('search-box [role=status]').innerText()).toContain('(2026)');
});

test.each(['romferge', 'kvistfrii'])(
  'nothing moves on a page that is asked for %s',
  async (query) => {
    await page.goto(`${site.publisher.siteUrl}/sok/?q=${query}`);
    await page.locator('search-box [role=status]').filter({ hasText: query }).waitFor();
    await page.waitForTimeout(300); // what moves late is to be seen: there is no state to wait for
    const moved = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            resolve(
              list
                .getEntries()
                .reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0),
            );
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(0), 300);
        }),
    );
    // A face that comes late under load moves a line by 0.01; what moved for an answer was 0.10.
    expect(moved).toBeLessThan(0.02);
    expect(await page.locator('.meant a').count()).toBe(query === 'kvistfrii' ? 1 : 0);
  },
);

test('a page that is open finds what is there, however often the index is replaced under it', async () => {
  for (let round = 1; round <= 6; round += 1) {
    publish(`Runde${round} er publisert`);
    let isPublished = false;
    const published = site.converge().finally(() => (isPublished = true));
    while (!isPublished) {
      expect(await searchFor(page, 'kvistfri')).toEqual(['/saker/planken-var-kvistfri/']);
      expect((await searchFor(page, 'publisert')).length).toBeGreaterThanOrEqual(round - 1);
    }
    await published;
    const path = `/saker/runde${round}-er-publisert/`;
    expect(await searchFor(page, `runde${round}`)).toEqual([path]);
  }
  expect(problems).toEqual([]);
}, 120_000);

test.each(['pagefind-entry.json', '.pf_meta', 'pagefind.js', '.pf_fragment'])(
  'where %s fails once, the page opens the index anew by itself and shows the result',
  async (name) => {
    let failures = 0;
    await page.route(
      (url) => url.pathname.endsWith(name),
      (route) => (++failures === 1 ? route.fulfill({ status: 404 }) : route.continue()),
    );
    expect(await searchFor(page, 'kvistfri')).toEqual(['/saker/planken-var-kvistfri/']);
    expect(failures).toBeGreaterThan(1);
  },
);

test('where it goes on failing, the page says so and asks no more', async () => {
  let requests = 0;
  await page.route(
    (url) => url.pathname.endsWith('.pf_meta'),
    (route) => {
      requests += 1;
      return route.fulfill({ status: 404 });
    },
  );
  const failed = (await page.locator('search-box').getAttribute('data-failed')) ?? '';
  await page.locator('main input[type=search]').fill('kvistfri');
  await page.locator('search-box [role=status]').filter({ hasText: failed }).waitFor();
  await page.waitForTimeout(500); // nothing is to happen: there is no state to wait for
  expect(requests).toBe(2);
  await page.unrouteAll();
  expect(await searchFor(page, 'kvistfri')).toEqual(['/saker/planken-var-kvistfri/']);
});

test('a title’s long words break at their joints, and are one word to who copies or hears them', async () => {
  await page.setViewportSize({ width: 320, height: 640 });
  await searchFor(page, 'kundebehandlerkonferansen');
  const link = page.locator('.results .title a');
  expect(await link.evaluate((element) => element.textContent)).toBe(
    'Kundebehandlerkonferansen åpnet',
  );
  expect(await link.locator('.shy').count()).toBeGreaterThan(0);
  const isInside = await page.evaluate(() => document.documentElement.scrollWidth <= 320);
  expect(isInside).toBe(true);
});

test('of the years that wait, only those are opened that have the word', async () => {
  const opened = new Set<string>();
  page.on('request', (request) => {
    const [, year] = /\/pagefind\/(\d+)\//.exec(request.url()) ?? [];
    if (year !== undefined) opened.add(year);
  });
  // As if the newest year had so many articles that the others wait.
  await page.route('**/pagefind/years.json', async (route) => {
    const years = z
      .array(z.tuple([z.number(), z.number(), z.string()]))
      .parse(await (await route.fetch()).json());
    await route.fulfill({ json: years.map(([year, , version]) => [year, 5_000, version]) });
  });
  await page.reload();
  expect(await searchFor(page, 'romferge')).toEqual([]);
  expect([...opened]).toEqual(['2026']);
  expect(await searchFor(page, 'skuter')).toEqual(['/saker/seilskuta-kom-fram/']);
  expect([...opened]).toEqual(['2026', '2013']);
  expect(await searchFor(page, 'kull framme')).toEqual([]);
  expect([...opened]).toEqual(['2026', '2013']);
  expect(await searchFor(page, '"hadde kull"')).toEqual(['/saker/lekteren-kom-fram/']);
  expect(problems).toEqual([]);
});

function publish(
  title: string,
  text = 'Mer er det ikke.',
  publishedAt = '2026-11-20T07:00:00.000Z',
): void {
  const slug = title.toLowerCase().replaceAll(' ', '-');
  const document = anArticle({
    ...{ id: slug, slug, title, revision: `r${site.cms.time}` },
    publishedAt,
    body: [{ type: 'paragraph', children: [{ type: 'text', text }] }],
  });
  site.cms.put({ type: 'article', document });
}
