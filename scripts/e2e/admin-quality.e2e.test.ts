import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startNewsroomSession, type NewsroomSession } from './newsroom-session.ts';

/** The newsroom's screens, as an auditor sees them and as somebody who knows no English reads them. */

const instance = inject('instance');
let session: NewsroomSession;
let axe: string;
const ids = { article: '', media: '', author: '', log: '', version: '' };

beforeAll(async () => {
  session = await startNewsroomSession(instance, { bypassCSP: true });
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  for (const [name, collection] of [
    ['article', 'articles'],
    ['media', 'media'],
    ['author', 'authors'],
    ['log', 'log'],
  ] as const)
    ids[name] = (await session.ask('GET', `/${collection}?limit=1`)).docs[0].id;
  const versions = `/articles/versions?where[parent][equals]=${ids.article}&limit=1`;
  ids.version = (await session.ask('GET', versions)).docs[0].id;
});
afterAll(() => session?.browser.close());

const screens: [name: string, path: () => string][] = [
  ['the desk', () => ''],
  ['the articles', () => '/collections/articles'],
  ['an article', () => `/collections/articles/${ids.article}`],
  ['a new article', () => '/collections/articles/create'],
  ['the versions of one', () => `/collections/articles/${ids.article}/versions`],
  ['one version', () => `/collections/articles/${ids.article}/versions/${ids.version}`],
  ['the pictures', () => '/collections/media'],
  ['a picture', () => `/collections/media/${ids.media}`],
  ['a new picture', () => '/collections/media/create'],
  ['an author', () => `/collections/authors/${ids.author}`],
  ['the log', () => '/collections/log'],
  ['a line of the log', () => `/collections/log/${ids.log}`],
  ['the subscribers', () => '/collections/subscribers'],
  ['the mailings', () => '/collections/mailings'],
  ['the publication', () => '/globals/publication'],
  ['the newsletter’s settings', () => '/globals/newsletter-settings'],
  ['one’s own account', () => '/account'],
];

/** What WCAG 2.2 AA and good practice (headings, landmarks, skip link) find fault with, as `rule: element`. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    // why: axe puts itself on the page's window.
    const { axe: audit } = window as unknown as { axe: typeof Axe };
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await audit.run(document, { runOnly });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    );
  });
}

test('a new picture whose file is chosen: no fault, either', async () => {
  const page = await session.opened('/admin/collections/media/create');
  const picture = sharp({ create: { width: 900, height: 900, channels: 3, background: 'teal' } });
  const buffer = await picture
    .withExif({ IFD0: { Artist: 'Kari Foto', ImageDescription: 'En flate' } })
    .jpeg()
    .toBuffer();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'flate.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByText('Bildefilen sier').waitFor();
  await expect.poll(() => faultsOf(page), { timeout: 20_000 }).toEqual([]);
  await page.close();
}, 60_000);

/** Words of English that are none of Norwegian. */
const english =
  /\b(the|and|from|is|saved?|created?|deleted?|loading|select(ed)?|choose|invalid|required|published|uploads?|search|close|cancel|previous|next|you|your|this|with|columns|rows|moved?|removed?|blocks?|failed|please|updated|values?|page|new|view|show|following|fields?\b(?=\s(is|are)))\b/i;

async function englishOn(page: Page): Promise<string[]> {
  const words = await page.evaluate(() => {
    const said = [...document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')]
      .flatMap((element) =>
        ['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name)),
      )
      .filter((each) => each !== null);
    return [...document.body.innerText.split('\n'), ...said];
  });
  return [...new Set(words.map((each) => each.trim()))].filter((each) => english.test(each));
}

test.each(screens)(
  '%s: no fault of WCAG 2.2 AA, and no English',
  async (_, path) => {
    const page = await session.opened(`/admin${path()}`);
    await expect.poll(() => faultsOf(page), { timeout: 20_000 }).toEqual([]);
    expect(await englishOn(page)).toEqual([]);
    await page.close();
  },
  90_000,
);

test.each(screens)(
  '%s on a telephone leads nowhere sideways',
  async (_, path) => {
    const page = await session.opened(`/admin${path()}`);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.waitForTimeout(300);
    const aside = await page.evaluate(() => {
      window.scrollTo(500, 0);
      return window.scrollX;
    });
    expect(aside).toBe(0);
    await page.close();
  },
  60_000,
);

test('refusals are Norwegian, too', async () => {
  const page = await session.opened('/admin/collections/users/create');
  await page.locator('#field-email').fill('ingen adresse');
  await page.getByRole('button', { name: 'Lagre' }).first().click();
  await page.locator('[data-sonner-toast]').first().waitFor();
  expect(await englishOn(page)).toEqual([]);
  await page.close();
}, 60_000);
