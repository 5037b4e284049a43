import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { articleScreen, startNewsroomSession, type NewsroomSession } from './newsroom-session.ts';

/** Two people, and two tabs, in one article. */

const instance = inject('instance');
let session: NewsroomSession;
let colleague: BrowserContext;
let serial = 0;

beforeAll(async () => {
  session = await startNewsroomSession(instance);
  const person = { email: 'kari@example.com', password: 'et langt passord til Kari' };
  await session.ask('POST', '/users', { ...person, name: 'Kari Nordmann', role: 'editor' });
  const { token } = await session.ask('POST', '/users/login', person);
  colleague = await session.browser.newContext({ locale: 'nb-NO' });
  const url = new URL(instance.cmsUrl).origin;
  await colleague.addCookies([{ name: 'payload-token', value: token, url }]);
});
afterAll(() => session?.browser.close());
beforeEach(() => {
  serial += 1;
});

const paragraph = (text: string) => ({
  ...{ type: 'paragraph', version: 1, format: '', indent: 0, direction: null },
  ...{ textFormat: 0, textStyle: '' },
  children: [{ type: 'text', version: 1, text, format: 0, style: '', mode: 'normal', detail: 0 }],
});
const body = (...texts: string[]) => ({
  root: {
    ...{ type: 'root', version: 1, format: '', indent: 0, direction: null },
    children: texts.map((text) => paragraph(text)),
  },
});

/** The same article, open with each of the two. */
async function both(fields: object = {}): Promise<{ id: string; mine: Page; hers: Page }> {
  const written = { title: `Sammen ${String(serial)}`, lead: 'Slik begynte det.' };
  const texts = { body: body('Første avsnitt.', 'Andre avsnitt.', 'Tredje avsnitt.') };
  const { id, page: mine } = await session.draft({ ...written, ...texts, ...fields });
  const hers = await colleague.newPage();
  await hers.goto(instance.cmsUrl + articleScreen(id), { waitUntil: 'networkidle' });
  await hers.locator('[data-lexical-editor]').waitFor();
  return { id, mine, hers };
}

const wordsOf = async (id: string): Promise<string[]> =>
  (await session.newest(id)).body.root.children.map(
    ({ children }: { children: { text: string }[] }) => children.map(({ text }) => text).join(''),
  );
const until = (read: () => Promise<unknown>) => expect.poll(read, { timeout: 30_000 });
const field = (page: Page, name: string) => page.locator(`#field-${name}`);
const conflict = (page: Page) => page.getByRole('region', { name: 'Dere har endret det samme' });
/** At the end of a paragraph of the body. */
const typeInto = async (page: Page, text: string, more: string) => {
  await page.locator('[data-lexical-editor] p', { hasText: text }).click();
  await page.keyboard.press('End');
  await page.keyboard.type(more);
};

test('each sees that the other is there, and no more once she has gone', async () => {
  const { mine, hers } = await both();
  await mine.getByText('Kari Nordmann er også i saken nå.').waitFor();
  await hers.close();
  await mine.getByText('Kari Nordmann er også i saken nå.').waitFor({ state: 'detached' });
}, 120_000);

test('different fields, and different paragraphs, are merged while both write', async () => {
  const { id, mine, hers } = await both();
  await field(hers, 'lead').fill('Hennes ingress.');
  await field(mine, 'title').fill('Min tittel');
  await until(async () => {
    const { title, lead } = await session.newest(id);
    return [title, lead];
  }).toEqual(['Min tittel', 'Hennes ingress.']);
  await until(() => field(mine, 'lead').inputValue()).toBe('Hennes ingress.');
  await until(() => field(hers, 'title').inputValue()).toBe('Min tittel');

  await typeInto(hers, 'Tredje avsnitt.', ' Hennes.');
  await typeInto(mine, 'Første avsnitt.', ' Mitt');
  await until(() => wordsOf(id)).toEqual([
    'Første avsnitt. Mitt',
    'Andre avsnitt.',
    'Tredje avsnitt. Hennes.',
  ]);
  await mine.locator('[data-lexical-editor] p', { hasText: 'Hennes.' }).waitFor();
  // The caret stands where it stood, though the text was put together anew around it.
  await mine.waitForTimeout(1_500);
  await mine.keyboard.type(', videre.');
  await until(() => wordsOf(id)).toEqual([
    'Første avsnitt. Mitt, videre.',
    'Andre avsnitt.',
    'Tredje avsnitt. Hennes.',
  ]);
  for (const page of [mine, hers]) expect(await conflict(page).count()).toBe(0);
}, 180_000);

test('the same field is asked about with both texts; what is given up is in a version', async () => {
  const { id, mine, hers } = await both();
  await field(hers, 'lead').fill('Hennes ingress om køen.');
  await field(mine, 'lead').fill('Min ingress om køen.');
  await until(async () => (await conflict(mine).count()) + (await conflict(hers).count())).toBe(1);
  const isMine = (await conflict(mine).count()) === 1;
  const [asked, saved] = isMine ? ['Min', 'Hennes'] : ['Hennes', 'Min'];
  const page = isMine ? mine : hers;
  const ingress = conflict(page).getByRole('group', { name: 'Ingress' });
  await ingress.getByText(`${asked} ingress om køen.`).waitFor();
  await ingress.getByText(`${saved} ingress om køen.`).waitFor();
  expect(await field(page, 'lead').inputValue()).toBe(`${asked} ingress om køen.`);

  await ingress.getByRole('button', { name: 'Bruk det andre' }).click();
  await conflict(page).waitFor({ state: 'detached' });
  await until(() => field(page, 'lead').inputValue()).toBe(`${saved} ingress om køen.`);
  await until(async () => (await session.newest(id)).lead).toBe(`${saved} ingress om køen.`);
  const { docs } = await session.ask(
    'GET',
    `/articles/versions?where[parent][equals]=${id}&limit=50`,
  );
  expect(docs.map(({ version }: { version: { lead: string } }) => version.lead)).toContain(
    `${asked} ingress om køen.`,
  );
}, 180_000);

test('the same paragraph is asked about, and both may be kept', async () => {
  const { id, mine, hers } = await both();
  await typeInto(hers, 'Andre avsnitt.', ' Hennes.');
  await typeInto(mine, 'Andre avsnitt.', ' Mitt.');
  await until(async () => (await conflict(mine).count()) + (await conflict(hers).count())).toBe(1);
  const page = (await conflict(mine).count()) === 1 ? mine : hers;
  await conflict(page).getByRole('button', { name: 'Behold begge' }).click();
  await conflict(page).waitFor({ state: 'detached' });
  await until(async () => (await wordsOf(id)).toSorted()).toEqual([
    'Andre avsnitt. Hennes.',
    'Andre avsnitt. Mitt.',
    'Første avsnitt.',
    'Tredje avsnitt.',
  ]);
}, 180_000);
