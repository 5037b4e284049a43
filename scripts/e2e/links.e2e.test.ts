import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { focused, startNewsroomSession, type NewsroomSession } from './newsroom-session.ts';

/** Links in the text, by the keyboard. */

const instance = inject('instance');
let session: NewsroomSession;
beforeAll(async () => {
  session = await startNewsroomSession(instance);
});
afterAll(() => session?.browser.close());

async function written(words: string): Promise<{ id: string; page: Page }> {
  const { id, page } = await session.draft({ title: `Lenker ${words}` });
  await page.locator('[data-lexical-editor]').first().click();
  await page.keyboard.type(words);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+k');
  await expect.poll(focused(page), { timeout: 10_000 }).toBe('field-url');
  return { id, page };
}

const linksOf = async (id: string) => {
  const { body } = await session.newest(id);
  return JSON.stringify(body ?? {}).match(/"url":"[^"]*"/g) ?? [];
};

test('Ctrl+K asks where the words lead, in the address at once, and mends what is typed', async () => {
  const { id, page } = await written('Skriv til Nav');
  await page.keyboard.type('post@nav.no');
  await page.keyboard.press('Enter');
  await expect.poll(() => linksOf(id), { timeout: 20_000 }).toEqual(['"url":"mailto:post@nav.no"']);
  await page.close();
}, 60_000);

test('a link that was given up leads nowhere, and is none', async () => {
  const { id, page } = await written('Gikk bort');
  await page.keyboard.type('javascript:alert(1)');
  await page.keyboard.press('Enter');
  const refusal = page.locator('.lexical-link-edit-drawer .field-error').first();
  await refusal.waitFor();
  await expect.poll(focused(page), { timeout: 10_000 }).toBe('field-url');
  await page
    .locator('.lexical-link-edit-drawer')
    .getByRole('button', { name: 'Lukk' })
    .last()
    .click();
  await page.locator('[data-lexical-editor] a').waitFor({ state: 'detached' });
  await expect
    .poll(async () => JSON.stringify((await session.newest(id)).body ?? {}), { timeout: 20_000 })
    .toContain('Gikk bort');
  expect(await linksOf(id)).toEqual([]);
  await page.close();
}, 60_000);
