import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import {
  focused,
  insertBox,
  startNewsroomSession,
  type NewsroomSession,
} from './newsroom-session.ts';

/** What becomes of what somebody writes in a box. */

const instance = inject('instance');
let session: NewsroomSession;

beforeAll(async () => {
  session = await startNewsroomSession(instance);
});
afterAll(() => session?.browser.close());

const opened = () => session.draft({ title: 'Bokser' });
const factBox = ['/fakta', 'Faktaboks'] as const;
const editor = (page: Page) => page.locator('[data-lexical-editor]').first();

test('what is typed in a box is saved, also when the server does not answer the form of the box', async () => {
  const { page, id } = await opened();
  await editor(page).click();
  await insertBox(page, factBox, 'field-title');
  await page.locator('.LexicalEditorTheme__block [data-lexical-editor]').waitFor();
  await page.route('**/admin/collections/articles/**', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await page.keyboard.type('Slik går det');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Innholdet i boksen.');
  const saved = async () => JSON.stringify((await session.newest(id)).body ?? {});
  await expect.poll(saved, { timeout: 20_000 }).toContain('Innholdet i boksen.');
  expect(await saved()).toContain('Slik går det');
  await page.close();
}, 90_000);

test('what was undone with a box in it comes back whole', async () => {
  const { page, id } = await opened();
  await editor(page).click();
  await page.keyboard.type('Før.');
  await page.keyboard.press('Enter');
  await insertBox(page, factBox, 'field-title');
  await page.keyboard.type('Slik går det');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Innholdet i boksen.');
  await page.keyboard.press('Escape');
  await page.keyboard.type('Etter boksen.');
  const saved = async () => JSON.stringify((await session.newest(id)).body ?? {});
  const whole = ['Før.', 'Slik går det', 'Innholdet i boksen.', 'Etter boksen.'];
  const missing = async () => {
    const text = await saved();
    return whole.filter((words) => !text.includes(words));
  };
  await expect.poll(missing, { timeout: 20_000 }).toEqual([]);
  const box = page.locator('.LexicalEditorTheme__block');
  for (let n = 0; n < 30 && (await box.count()) > 0; n++) {
    await page.keyboard.press('Control+z');
    await page.waitForTimeout(150);
  }
  expect(await box.count()).toBe(0);
  await expect.poll(saved, { timeout: 20_000 }).not.toContain('Slik går det');
  for (let n = 0; n < 30; n++) {
    await page.keyboard.press('Control+Shift+z');
    await page.waitForTimeout(150);
  }
  await expect.poll(missing, { timeout: 20_000 }).toEqual([]);
  expect(await box.locator('input').first().inputValue()).toBe('Slik går det');
  await page.close();
}, 90_000);

test('the checklist leads to the field of the box that is not filled in', async () => {
  const { page } = await opened();
  await editor(page).click();
  for (const title of ['Ferdig', 'Uferdig']) {
    await insertBox(page, factBox, 'field-title');
    await page.keyboard.type(title);
    await page.keyboard.press('Tab');
    if (title === 'Ferdig') await page.keyboard.type('Innholdet.');
    await page.keyboard.press('Escape');
  }
  const item = page.locator('li', { hasText: 'Fyll ut «Innhold»' });
  await item.getByRole('button', { name: 'Gå til «Tekst»' }).click();
  const entered = () =>
    page.evaluate(
      () =>
        document.activeElement
          ?.closest('.LexicalEditorTheme__block')
          ?.querySelector<HTMLInputElement>('#field-title')?.value,
    );
  await expect.poll(entered).toBe('Uferdig');
  await page.close();
}, 90_000);

test('after an undo the cursor stays in the box, and in a new row it is there, on a slow line too', async () => {
  const { page, id } = await opened();
  await editor(page).click();
  await insertBox(page, ['/sitat', 'Uthevet sitat'], 'field-quote');
  await page.route('**/admin/collections/articles/**', async (route) => {
    if (route.request().method() === 'POST') await new Promise((go) => setTimeout(go, 800));
    await route.continue();
  });
  for (const words of ['Ett to tre', ' fire']) {
    await page.keyboard.type(words);
    await page.waitForTimeout(2_500);
  }
  await page.keyboard.press('Control+z');
  await page.waitForTimeout(300);
  await page.keyboard.type(' fem');
  expect(await page.locator('#field-quote').inputValue()).toBe('Ett to tre fem');
  await page.keyboard.press('Escape');
  await page.keyboard.type('/tidslinje');
  await page.locator('.slash-menu-popup__item', { hasText: 'Tidslinje' }).waitFor();
  await page.keyboard.press('Enter');
  const rows = page.locator('.LexicalEditorTheme__block .array-field');
  await rows.locator('.array-field__add-row').focus();
  await page.keyboard.press('Enter');
  await expect.poll(focused(page), { timeout: 15_000 }).toMatch(/^field-items__0__/);
  const saved = async () => JSON.stringify((await session.newest(id)).body ?? {});
  await expect.poll(saved, { timeout: 20_000 }).toContain('Ett to tre fem');
  await page.close();
}, 90_000);
