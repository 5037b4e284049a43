import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import {
  focused,
  insertBox,
  startNewsroomSession,
  type NewsroomSession,
} from './newsroom-session.ts';

/** The text by the keyboard: in, out and past everything. */

const instance = inject('instance');
let session: NewsroomSession;

beforeAll(async () => {
  session = await startNewsroomSession(instance);
});
afterAll(() => session?.browser.close());

const opened = () => session.draft({ title: 'Taster' });
const editor = (page: Page) => page.locator('[data-lexical-editor]').first();
const partsOf = async (id: string): Promise<string[]> => {
  const { body } = await session.newest(id);
  type Part = { type: string; children?: Part[]; text?: string; fields?: { blockType?: string } };
  const said = ({ text, children, fields }: Part): string =>
    fields?.blockType ?? text ?? (children ?? []).map(said).join('');
  return (body?.root.children ?? []).map((part: Part) => `${part.type}: ${said(part)}`);
};
const until = (read: () => Promise<unknown>) => expect.poll(read, { timeout: 20_000 });

/** The paragraph that the caret is in. */
const caretIn = (page: Page) => () =>
  page.evaluate(() => {
    const root = document.querySelector('[data-lexical-editor]');
    const node = getSelection()?.anchorNode;
    return root === document.activeElement && node && root?.contains(node) ? node.textContent : '';
  });

test('a date begins a sentence, and 1. a list', async () => {
  const { id, page } = await opened();
  await editor(page).click();
  await page.keyboard.type('17. mai er en fredag.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('2024. Det var et år.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('1. Først');
  await until(() => partsOf(id)).toEqual([
    ...['paragraph: 17.\u00a0mai er en fredag.', 'paragraph: 2024. Det var et år.', 'list: Først'],
  ]);
}, 60_000);

test('Tab leads on and writes nothing, but in lists; Escape stays in the text', async () => {
  const { id, page } = await opened();
  await editor(page).click();
  await page.keyboard.type('Før');
  await page.keyboard.press('Escape');
  await page.keyboard.type(' og etter.');
  await page.keyboard.press('Tab');
  await expect
    .poll(() => editor(page).evaluate((root) => root.contains(document.activeElement)))
    .toBe(false);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('* En');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Under');
  await editor(page).locator('ul ul', { hasText: 'Under' }).waitFor();
  await until(() => partsOf(id)).toEqual(['paragraph: Før og etter.', 'list: EnUnder']);
}, 60_000);

test('in a list a marker is not said twice, and Tab leads out where there is no level', async () => {
  const { id, page } = await opened();
  await editor(page).click();
  await page.keyboard.type('1. Først');
  await page.keyboard.press('Enter');
  await page.keyboard.type('2. Så');
  await page.keyboard.press('Enter');
  await page.keyboard.type('17. mai');
  await until(() => partsOf(id)).toEqual(['list: FørstSå17. mai']);
  await page.keyboard.press('Shift+Tab');
  await expect
    .poll(() => editor(page).evaluate((root) => root.contains(document.activeElement)))
    .toBe(false);
}, 60_000);

test('arrows lead through a box, both ways; a box that links to an article is left by Escape', async () => {
  const { id, page } = await opened();
  await editor(page).click();
  await page.keyboard.type('Over');
  await page.keyboard.press('Enter');
  // Found by plain letters, too.
  await insertBox(page, ['/uthevet', 'Uthevet sitat'], 'field-quote');
  await page.keyboard.type('Sitat');
  await page.keyboard.press('Escape');
  await page.keyboard.type('Under');
  await expect.poll(caretIn(page)).toBe('Under');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  // Chosen whole; a person sees it before she goes on.
  await page.waitForTimeout(300);
  await page.keyboard.press('ArrowUp');
  await expect.poll(focused(page)).toBe('field-attribution');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Escape');
  await expect.poll(caretIn(page)).toBe('Under');
  await page.waitForTimeout(300);
  await page.keyboard.press('End');
  await page.waitForTimeout(300);
  await page.keyboard.press('Enter');
  await page.keyboard.type('/sporsmal');
  await page.locator('.slash-menu-popup__item', { hasText: 'Spørsmål' }).waitFor();
  for (let n = 0; n < '/sporsmal'.length; n += 1) await page.keyboard.press('Backspace');
  await page.keyboard.type('/lenke');
  await page.locator('.slash-menu-popup__item', { hasText: 'Lenke til sak' }).waitFor();
  await page.keyboard.press('Enter');
  await editor(page).locator('.rs__control--is-focused').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.type('Helt til slutt.');
  await until(() => partsOf(id)).toEqual([
    ...['paragraph: Over', 'block: pullQuote', 'paragraph: Under', 'block: articleLink'],
    'paragraph: Helt til slutt.',
  ]);
}, 90_000);

test('the week by keys: a day is given, changed and taken away; what stays says so, and nothing leaves the page', async () => {
  const { id, page: draft } = await session.draft({ title: 'Ukens prøve' });
  await draft.close();
  await session.ask('POST', '/articles', {
    ...{ title: 'Ukens utgave', lead: 'Ingress.', kind: 'news', sendAlert: false },
    _status: 'published',
  });
  const page = await session.opened('/admin');
  const item = page
    .locator('section[aria-label="Uken"]')
    .getByRole('link', { name: 'Ukens prøve' });
  const deadline = async () => (await session.newest(id)).deadline as string | null;
  await item.press('Alt+ArrowRight');
  await until(deadline).toMatch(/^\d{4}-/);
  const first = await deadline();
  await page.getByRole('status').getByText('er flyttet til').waitFor();
  await item.press('Alt+ArrowDown');
  await until(deadline).not.toBe(first);
  // A week later: it is shown there.
  expect(Date.parse((await deadline()) ?? '') - Date.parse(first ?? '')).toBe(7 * 86_400_000);
  await item.press('Alt+Delete');
  await until(deadline).toBe(null);
  const url = page.url();
  await page.getByRole('button', { name: 'Denne uken' }).click();
  await page.locator('[data-kind="out"]').getByText('Ukens utgave').press('Alt+ArrowLeft');
  await page.getByRole('alert').getByText('Denne flyttes ikke her').waitFor();
  expect(page.url()).toBe(url);
  await page.close();
}, 60_000);
