import { readFile, readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type Axe from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from './launch-browser.ts';

/** Every page of the starter publication, as a validator, an auditor and a scale see it. */

const instance = inject('instance');
let browser: Browser;
let pages: string[];

const article = 'saker/etter-klokka-to-er-det-ingen-som-ringer-for-moro-skyld/index.html';
const kinds = [
  ...['/', '/nyheter/', '/intervjuer/', '/blogg/', '/serier/', '/serier/servicehverdag/'],
  ...['/tema/kundesenter/', '/skribenter/torunn-kleppe/', '/arkiv/', '/arkiv/2026/'],
  ...['/sok/', '/sok/?q=indeks', '/nyhetsbrev/', '/nyhetsbrev/bekreftet/', '/om/', '/finnes-ikke/'],
  '/saker/medarbeiderindeksen-flere-trives-men-faerre-ser-for-seg-a-bli/',
  '/saker/etter-klokka-to-er-det-ingen-som-ringer-for-moro-skyld/',
  '/saker/siste-kunde-for-stengetid/',
  '/saker/slik-henter-sma-kundesentre-telefonene-hjem/',
];

const publicFile = (name: string) => join(instance.dataDir, 'public', name);
const compressed = async (name: string) =>
  brotliCompressSync(await readFile(publicFile(name))).length;

beforeAll(async () => {
  browser = await launchBrowser();
  const names = await readdir(publicFile('.'), { recursive: true });
  pages = names.filter((name) => name.endsWith('.html'));
});

afterAll(async () => {
  await browser?.close();
});

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    // It counts `&lt;` as four letters; `page-title.test.ts` counts as readers do.
    rules: { 'long-title': 'off' },
  });
  const wrong: string[] = [];
  for (const name of pages) {
    const { results } = await validator.validateString(await readFile(publicFile(name), 'utf8'));
    for (const { messages } of results) {
      for (const { ruleId, message } of messages) wrong.push(`${name}: ${ruleId}: ${message}`);
    }
  }
  expect(pages.length).toBeGreaterThan(40);
  expect(wrong).toEqual([]);
}, 120_000);

test('every link of every page leads somewhere', async () => {
  const found = new Map<string, string>();
  const anchors = new Map<string, Set<string>>();
  for (const name of pages) {
    const html = await readFile(publicFile(name), 'utf8');
    const path = `/${name.replace(/index\.html$/, '')}`;
    anchors.set(path, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id)));
    const addresses = [
      ...html.matchAll(/\s(?:href|src)="([^"]+)"/g),
      ...html.matchAll(/property="og:image" content="([^"]+)"/g),
      ...[...html.matchAll(/srcset="([^"]+)"/g)].flatMap(([, set = '']) => [
        ...set.matchAll(/(\S+) \d+w/g),
      ]),
    ];
    for (const [, address = ''] of addresses) {
      const url = new URL(address.replaceAll('&amp;', '&'), instance.siteUrl + path);
      if (url.origin === instance.siteUrl) found.set(url.pathname + url.hash, path);
    }
  }
  const dead: string[] = [];
  for (const [address, from] of found) {
    const [path = '', anchor] = address.split('#');
    const { status } = await fetch(instance.siteUrl + path, { redirect: 'manual' });
    const isThere = anchor === undefined || anchors.get(path)?.has(decodeURIComponent(anchor));
    if (status !== 200 || isThere === false) dead.push(`${from} → ${address}: ${String(status)}`);
  }
  expect(found.size).toBeGreaterThan(100);
  expect([...found.keys()].filter((address) => address.startsWith('/deling/'))).not.toEqual([]);
  expect(dead).toEqual([]);
}, 120_000);

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each([320, 1280])(
    'no page breaks a rule of WCAG 2.2 AA at %d px, or is wider',
    async (width) => {
      const axe = await readFile(
        createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
        'utf8',
      );
      const viewport = { width, height: 900 };
      const context = await browser.newContext({ colorScheme, viewport, bypassCSP: true });
      const page = await context.newPage();
      const wrong: string[] = [];
      for (const path of kinds) {
        await page.goto(instance.siteUrl + path);
        if (path.includes('?q=')) await page.locator('.results a').first().waitFor();
        await page.evaluate(axe);
        // why: axe puts itself on the page's window.
        const violations = await page.evaluate(async () => {
          const { axe: audit } = window as unknown as { axe: typeof Axe };
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          return (await audit.run({ runOnly: tags })).violations.map(
            ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120) ?? ''}`,
          );
        });
        wrong.push(...violations.map((violation) => `${path} ${violation}`));
        const tooWide = await page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        );
        if (tooWide > 0) wrong.push(`${path} is ${String(tooWide)} px too wide`);
      }
      await context.close();
      expect(wrong).toEqual([]);
    },
    180_000,
  );
});

test.each([
  ['an article', article, 16_000],
  ['a list', 'nyheter/index.html', 10_000],
])('%s weighs no more in HTML and CSS than it may', async (_, page, most) => {
  const html = await readFile(publicFile(page), 'utf8');
  const named = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, name = '']) => name);
  let weight = await compressed(page);
  for (const name of named(/<link rel="stylesheet" href="([^"]+)"/g))
    weight += await compressed(name);
  expect(weight).toBeLessThanOrEqual(most);
});

test('the first picture and the first words of every page are in the first screen', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${instance.siteUrl}/${article.replace('index.html', '')}`);
  const top = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((each) => each.getBoundingClientRect().top);
  expect(await top('.hero img')).toBeLessThan(900);
  expect(await top('.hero img')).toBeLessThan(await top('.body'));
  await page.close();
});

describe('an article page', () => {
  test('loads at most 2 kB of script and 60 kB of fonts before anybody touches it, and nothing moves', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const loaded: string[] = [];
    page.on('response', (response) => loaded.push(new URL(response.url()).pathname));
    await page.goto(`${instance.siteUrl}/${article.replace('index.html', '')}`);
    await page.waitForLoadState('networkidle');
    const inline = await page.evaluate(() =>
      [...document.scripts]
        .filter(({ type, src }) => src === '' && type !== 'application/ld+json')
        .map(({ text }) => text)
        .join(''),
    );
    let scripts = brotliCompressSync(inline).length;
    for (const path of loaded.filter((each) => each.endsWith('.js')))
      scripts += await compressed(path);
    expect(scripts).toBeLessThanOrEqual(2_000);
    let fonts = 0;
    for (const path of loaded.filter((each) => each.endsWith('.woff2')))
      fonts += (await stat(publicFile(path))).size;
    expect(fonts).toBeGreaterThan(0);
    expect(fonts).toBeLessThanOrEqual(60_000);
    expect(await shiftOf(page)).toBe(0);
    await page.close();
  });

  test.each(['/', '/nyheter/', '/sok/', '/sok/?q=kunde'])(
    '%s: nothing moves when scripts come late, on a phone',
    async (path) => {
      const page = await browser.newPage({ viewport: { width: 412, height: 823 } });
      await page.route('**/*.js', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 400));
        await route.continue();
      });
      await page.goto(instance.siteUrl + path);
      await page.waitForLoadState('networkidle');
      expect(await shiftOf(page)).toBe(0);
      await page.close();
    },
  );
});

/** Cumulative layout shift (W3C Layout Instability) until now. */
const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const entries = list.getEntries() as unknown as { value: number }[]; // LayoutShift (W3C)
          resolve(entries.reduce((sum, { value }) => sum + value, 0));
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(0), 500);
      }),
  );
