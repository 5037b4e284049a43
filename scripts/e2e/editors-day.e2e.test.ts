import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import sharp from 'sharp';
import {
  articleScreen,
  focused,
  startNewsroomSession,
  type NewsroomSession,
} from './newsroom-session.ts';

/** One article from the first word to the last correction, pressed and typed as an editor does it. */

const instance = inject('instance');
let session: NewsroomSession;
let page: Page;
let id = '';
beforeAll(async () => {
  session = await startNewsroomSession(instance, { viewport: { width: 1440, height: 1000 } });
  page = await session.opened('/admin/collections/articles/create');
});
afterAll(() => session?.browser.close());

const title = `Dagen ${String(Date.now())}`;
const editor = () => page.locator('[data-lexical-editor]').first();
const newest = async () => session.newest(id);
const publicText = async () => {
  const { slug } = await newest();
  const answer = await fetch(`${instance.siteUrl}/saker/${slug}/`);
  return answer.status === 200 ? answer.text() : String(answer.status);
};
const reload = async () => {
  await page.goto(instance.cmsUrl + articleScreen(id), {
    waitUntil: 'networkidle',
  });
  await editor().waitFor();
};

test('she writes: the cursor is in the title, Enter leads on', async () => {
  await expect.poll(focused(page)).toBe('field-title');
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Slik gikk det da køen ble borte.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Det begynte i mai.');
  await expect.poll(() => page.url(), { timeout: 20_000 }).toMatch(/articles\/[0-9a-f-]{20,}/);
  id = /articles\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? '';
  await expect
    .poll(async () => JSON.stringify((await newest()).body), { timeout: 20_000 })
    .toContain('Det begynte i mai.');
}, 60_000);

test('she pastes, and is asked about the picture that came along', async () => {
  const picture = await sharp({
    create: { width: 1300, height: 800, channels: 3, background: '#0c5a49' },
  })
    .png()
    .toBuffer();
  await editor().click();
  await page.keyboard.press('Control+End');
  await page.evaluate(
    (source) => {
      const clipboardData = new DataTransfer();
      const html = `<p>Så kom svaret.</p><p><img alt="Et skjema" src="${source}"></p>`;
      clipboardData.setData('text/html', html);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    },
    `data:image/png;base64,${picture.toString('base64')}`,
  );
  await page.locator('#field-alt').last().fill('Et skjema over køen');
  await page.locator('#field-credit').last().fill('Ola Foto');
  await page.getByRole('button', { name: 'Lagre' }).last().click();
  const boxes = async () =>
    (await newest()).body.root.children.flatMap(
      ({ fields }: { fields?: { blockType?: string } }) => fields?.blockType ?? [],
    );
  await expect.poll(boxes, { timeout: 30_000 }).toEqual(['image']);
}, 90_000);

test('she plans it; a writer goes on; she sees both texts, and approves', async () => {
  await reload();
  await page.locator('#plan-article').click();
  await page.locator('#plan-when').fill('i morgen kl. 6');
  await page.locator('dialog #confirm-action').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  const changed = { lead: 'Slik gikk det da køen ble kort.', _status: 'draft' };
  await session.ask('PATCH', `/articles/${id}?draft=true`, changed);
  await reload();
  await page.getByRole('button', { name: 'Godkjenn endringen' }).click();
  const dialogue = page.getByRole('dialog');
  await dialogue.locator('del', { hasText: 'borte' }).waitFor();
  await dialogue.locator('ins', { hasText: 'kort' }).waitFor();
  await dialogue.getByRole('button', { name: 'Godkjenn endringen' }).click();
  await expect
    .poll(async () => (await session.ask('GET', `/desk/changes/${id}`)).changes, {
      timeout: 20_000,
    })
    .toEqual([]);
  expect((await session.ask('GET', `/desk/plans/${id}`)).plans).toHaveLength(1);
}, 90_000);

test('she publishes now instead, and readers have it', async () => {
  await reload();
  await page.locator('#action-save').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publiser nå' }).click();
  await expect.poll(publicText, { timeout: 30_000 }).toContain('Slik gikk det da køen ble kort.');
}, 60_000);

test('she corrects it, and readers see that she has', async () => {
  await reload();
  await page.getByRole('button', { name: 'Rett saken' }).click();
  await page.locator('#field-corrections__0__text').fill('Det var i april, ikke i mai.');
  await page.locator('#action-save').click();
  await expect.poll(publicText, { timeout: 30_000 }).toContain('Det var i april, ikke i mai.');
}, 60_000);

test('she takes it off the site, and says why', async () => {
  await reload();
  await page.locator('.doc-controls__popup .popup-button').click();
  // What is out is taken off first, and that asks why.
  expect(await page.locator('#action-delete').isVisible()).toBe(false);
  await page.locator('#action-unpublish').click();
  await page.getByRole('dialog').locator('textarea').fill('Prøven er over.');
  await page.getByRole('dialog').getByRole('button', { name: 'Ta av nett' }).click();
  await expect.poll(publicText, { timeout: 30_000 }).toBe('410');
}, 60_000);
