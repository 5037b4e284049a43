import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { goldenSearches } from './golden-searches.ts';
import { launchBrowser } from './launch-browser.ts';
import { searchFor } from './search-for.ts';

/** What a reader does, with the keyboard alone, and what the site does not do to her. */

const instance = inject('instance');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

test('no page sets a cookie, stores anything or asks another host', async () => {
  const page = await newPage();
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  const map = await (await fetch(`${instance.siteUrl}/sitemap.xml`)).text();
  const addresses = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address);
  expect(addresses.length).toBeGreaterThan(40);
  const kept: string[] = [];
  for (const address of [...addresses, `${instance.siteUrl}/sok/?q=kunde`]) {
    await page.goto(address);
    const stored = await page.evaluate(
      async () =>
        localStorage.length + sessionStorage.length + (await indexedDB.databases()).length,
    );
    if (stored > 0) kept.push(address);
  }
  expect([...hosts]).toEqual([new URL(instance.siteUrl).host]);
  expect(await page.context().cookies(instance.siteUrl)).toEqual([]);
  expect(kept).toEqual([]);
}, 120_000);

test('a reader finds an article with the keyboard alone', async () => {
  const page = await newPage();
  await page.goto(`${instance.siteUrl}/sok/`);
  await page.locator('main input[type=search]').focus();
  await page.keyboard.type('medarbeiderindeks');
  await page.locator('main .results a').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/saker/**');
});

test('a reader signs up with the keyboard alone, and is told what is wrong beside the field', async () => {
  const page = await newPage();
  await page.goto(`${instance.siteUrl}/saker/siste-kunde-for-stengetid/`);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('name') ?? '');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(
    'Hopp til innholdet',
  );
  await page.keyboard.press('Enter');
  for (let stops = 0; (await focused()) !== 'email'; stops++) {
    expect(stops).toBeLessThan(60);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('tastatur@eksempel');
  await page.keyboard.press('Enter');
  const problem = page.locator('newsletter-form .problem').first();
  await problem.filter({ hasText: 'navn@eksempel.no' }).waitFor();
  expect(await focused()).toBe('email');
  const field = page.locator('[name=email]').first();
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  expect(await field.getAttribute('aria-describedby')).toBe(await problem.getAttribute('id'));
  await page.keyboard.press('End');
  await page.keyboard.type('.no');
  await page.keyboard.press('Enter');
  await page.locator('newsletter-form [role=status]').first().filter({ hasText: 'Takk' }).waitFor();
  expect(await field.isVisible()).toBe(false);
});

test.each([
  ['gone', (route: Route) => route.abort()],
  ['failing', (route: Route) => route.fulfill({ status: 500, body: '<h1>Internal</h1>' })],
  ['silent', () => undefined],
])(
  'with a newsletter that is %s the reader keeps her page and her address',
  async (_, answer) => {
    const page = await newPage();
    await page.goto(`${instance.siteUrl}/nyhetsbrev/`);
    let asked = 0;
    await page.route('**/api/newsletter/subscribe', (route) => {
      asked += 1;
      return answer(route);
    });
    const field = page.locator('[name=email]').first();
    await field.fill('\u200b leser@eksempel.no\u00a0');
    const button = page.locator('newsletter-form button').first();
    await button.evaluate((element) => {
      for (let press = 0; press < 3; press++) (element as HTMLButtonElement).click(); // the form's own
    });
    await page.locator('.problem', { hasText: 'Vi får ikke svar akkurat nå' }).waitFor();
    expect([asked, await field.inputValue()]).toEqual([1, 'leser@eksempel.no']);
    expect(page.url()).toBe(`${instance.siteUrl}/nyhetsbrev/`);
    await page.unroute('**/api/newsletter/subscribe');
    await page.getByRole('button', { name: 'Prøv igjen' }).click();
    await page
      .locator('newsletter-form [role=status]')
      .first()
      .filter({ hasText: 'Takk' })
      .waitFor();
  },
  60_000,
);

test('the search finds what it should and invents nothing', async () => {
  const page = await newPage();
  await page.goto(`${instance.siteUrl}/sok/`);
  const wrong: string[] = [];
  for (const { query, finds, first, not, none } of goldenSearches) {
    const hits = await searchFor(page, query);
    for (const path of finds) if (!hits.includes(path)) wrong.push(`${query} misses ${path}`);
    for (const path of not) if (hits.includes(path)) wrong.push(`${query} finds ${path}`);
    if (first !== null && hits[0] !== first) wrong.push(`${query} has ${hits[0]} first`);
    if (none && hits.length > 0) wrong.push(`${query} finds ${hits.join(', ')}`);
  }
  expect(wrong).toEqual([]);
}, 240_000);

test('a misspelled search is asked back, a name leads to its page, what is paid for says so and comes last', async () => {
  const page = await newPage();
  await page.goto(`${instance.siteUrl}/sok/`);
  expect(await searchFor(page, 'kundesentter')).toEqual([]);
  await page.locator('.meant a').click();
  await page.getByText('treff på «kundesenter»').waitFor();
  expect(await page.locator('.results li').count()).toBeGreaterThan(2);
  expect(await page.locator('.results mark').count()).toBeGreaterThan(2);
  expect(await page.locator('.results li').last().locator('.label').innerText()).toMatch(
    /^Annonsørinnhold · Betalt av Klarlinje AS · /,
  );
  await searchFor(page, 'kleppe');
  await page.locator('.pages').getByRole('link', { name: 'Torunn Kleppe' }).click();
  await page.waitForURL(/\/skribenter\/torunn-kleppe\/$/);
});

async function newPage(): Promise<Page> {
  const context = await browser.newContext({ locale: 'nb-NO' });
  return context.newPage();
}
