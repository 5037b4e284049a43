import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import {
  focused,
  insertBox,
  startNewsroomSession,
  type NewsroomSession,
} from './newsroom-session.ts';

/** What becomes of what somebody types and pastes. */

const instance = inject('instance');
let session: NewsroomSession;

beforeAll(async () => {
  session = await startNewsroomSession(instance);
});
afterAll(() => session?.browser.close());

const opened = () => session.draft({ title: 'Skrevet' });
const editor = (page: Page) => page.locator('[data-lexical-editor]').first();

/** As a browser hands over a clipboard. */
const paste = async (page: Page, html: string) => {
  await editor(page).click();
  await page.evaluate((data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', data);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, html);
};

test('what is pasted can be published, and what stayed behind is said', async () => {
  const { page, id } = await opened();
  await paste(
    page,
    `<p>Ord<br clear=all><hr>og <a href="javascript:x()">lenke</a></p>` +
      `<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·  </span>Punkt</p>` +
      `<img src="https://x.example/havn.jpg"><table><tr><td>1</td><td>2</td></tr></table>`,
  );
  await page.getByText('1 bilde (havn.jpg) ble ikke med.', { exact: false }).waitFor();
  const types = async () => {
    const { body } = await session.newest(id);
    return body?.root.children.map(({ type }: { type: string }) => type);
  };
  await expect
    .poll(types, { timeout: 20_000 })
    .toEqual(['paragraph', 'horizontalrule', 'paragraph', 'list', 'block']);
  const answer = await session.ask('PATCH', `/articles/${id}`, {
    lead: 'Ingress.',
    _status: 'published',
  });
  expect(answer.doc?._status, JSON.stringify(answer)).toBe('published');
}, 60_000);

test('quotes and dashes are Norwegian while typing, and as typed after one Backspace', async () => {
  const { page } = await opened();
  await editor(page).click();
  await page.keyboard.type('Hun sa "ja" -- og "Les "Peer Gynt" nå".', { delay: 15 });
  expect(await editor(page).innerText()).toContain('Hun sa «ja» – og «Les ‘Peer Gynt’ nå».');
  await page.keyboard.type(' "', { delay: 15 });
  await page.keyboard.press('Backspace');
  await page.waitForTimeout(200);
  expect(await editor(page).innerText()).toMatch(/ "$/);
  const lead = page.locator('#field-lead');
  await lead.click();
  await page.keyboard.type('Om "ro" -', { delay: 15 });
  await page.keyboard.type('-', { delay: 15 });
  expect(await lead.inputValue()).toBe('Om «ro» –');
  await page.keyboard.press('Backspace');
  expect(await lead.inputValue()).toBe('Om «ro» --');
}, 60_000);

test('the first sign of a paragraph, a line or a point is set as any other', async () => {
  const { page } = await opened();
  await editor(page).click();
  await page.keyboard.type('"Hei", sa hun.', { delay: 20 });
  await page.keyboard.press('Enter');
  await page.waitForTimeout(400); // a person draws breath; there is no state to wait for
  await page.keyboard.type('"Ja", sa han.', { delay: 20 });
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('"Nei", sa de.', { delay: 20 });
  await page.keyboard.press('Enter');
  await page.keyboard.type('* "Én"', { delay: 20 });
  await page.keyboard.press('Enter');
  await page.keyboard.type('"To"', { delay: 20 });
  await page.keyboard.press('Shift+Home');
  await page.keyboard.type('"Tre"', { delay: 20 });
  expect((await editor(page).innerText()).split(/\n+/).filter(Boolean)).toEqual([
    ...['«Hei», sa hun.', '«Ja», sa han.', '«Nei», sa de.', '«Én»', '«Tre»'],
  ]);
  await page.keyboard.type(' "');
  await page.keyboard.press('Backspace');
  await expect.poll(() => editor(page).innerText()).toMatch(/«Tre» "$/);
}, 60_000);

test('a hyphen at the head of a text is a reply, and a hyphen again after one Backspace', async () => {
  const { page } = await opened();
  await editor(page).click();
  await page.keyboard.type('- Hei', { delay: 25 });
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('- Ha det', { delay: 25 });
  expect(await editor(page).innerText()).toBe('– Hei\n– Ha det');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- ', { delay: 25 });
  await page.keyboard.press('Backspace');
  await page.keyboard.type('mål', { delay: 25 });
  expect(await editor(page).innerText()).toMatch(/- mål$/);
  const title = page.locator('#field-title');
  await title.fill('');
  await title.click();
  await page.keyboard.type('- Bli med', { delay: 25 });
  expect(await title.inputValue()).toBe('– Bli med');
}, 60_000);

test('a plan is read day first, shown as it was read, and is of what was seen', async () => {
  const { id, page } = await opened();
  const planned = async () => (await session.ask('GET', `/desk/plans/${id}`)).plans;
  await page.locator('#plan-article').click();
  await page.locator('#plan-when').fill('01.02.2030 06:00');
  await page.getByText('fredag 1. februar 2030 kl. 06:00').waitFor();
  await page.locator('#plan-when').fill('32.13.');
  await page.locator('#confirm-action').click();
  await page.getByRole('alert').getByText('Skriv dag og klokkeslett', { exact: false }).waitFor();
  expect(await page.locator('#plan-when').inputValue()).toBe('32.13.');
  expect(await planned()).toEqual([]);
  await page.locator('#plan-when').fill('01.02.2030 06:00');
  await page.locator('#confirm-action').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  expect(await planned()).toMatchObject([{ type: 'publish', at: '2030-02-01T05:00:00.000Z' }]);
}, 60_000);

test('a new article begins in its title, and its keys lead through ingress, text and boxes', async () => {
  const page = await session.opened('/admin/collections/articles/create');
  await page.waitForURL(/articles\/[0-9a-f-]{20,}/);
  const id = page.url().split('/').at(-1) ?? '';
  await page.locator('[data-lexical-editor]').waitFor();
  await expect.poll(focused(page)).toBe('field-title');
  await page.keyboard.type('Tittelen');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ingressen');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Avsnittet.');
  await page.keyboard.press('Enter');
  await insertBox(page, ['/sitat', 'Uthevet sitat'], 'field-quote');
  await page.keyboard.type('Sitatet');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Kari');
  await page.keyboard.press('Escape');
  await page.keyboard.type('Etter boksen.');
  await page.keyboard.press('Alt+ArrowUp');
  const parts = async () => {
    const { title, lead, body } = await session.newest(id);
    const texts = body?.root.children.map(
      (part: { children?: { text: string }[]; fields?: Record<string, string> }) =>
        part.fields
          ? `«${String(part.fields['quote'])}» ${String(part.fields['attribution'])}`
          : (part.children ?? []).map(({ text }) => text).join(''),
    );
    return [title, lead, texts?.filter(Boolean)];
  };
  await expect
    .poll(parts, { timeout: 30_000 })
    .toEqual(['Tittelen', 'Ingressen', ['Avsnittet.', 'Etter boksen.', '«Sitatet» Kari']]);
}, 120_000);

test('an interview that is pasted becomes boxes with one press, and text again with one undo', async () => {
  const { page, id } = await opened();
  await paste(
    page,
    '<p>Innledning.</p><p><b>Hvem er du?</b></p><p>Jeg er Kari.</p><p>Fra Bodø.</p>' +
      '<p><b>Hva gjør du</b></p><p>Svarer.</p>',
  );
  await page.getByText('Det ser ut som et intervju med 2 spørsmål.').waitFor();
  const parts = async () => {
    const { body } = await session.newest(id);
    return body?.root.children.map(
      (part: { type: string; fields?: { question: string; answer: typeof body } }) =>
        part.fields
          ? `${part.fields.question} ${String(part.fields.answer.root.children.length)}`
          : part.type,
    );
  };
  await page.getByRole('button', { name: 'Gjør om til bokser' }).click();
  await expect
    .poll(parts, { timeout: 20_000 })
    .toEqual(['paragraph', 'Hvem er du? 2', 'Hva gjør du 1']);
  await editor(page).locator('p').first().click();
  await page.keyboard.press('Control+z');
  await expect.poll(parts, { timeout: 20_000 }).toEqual(Array(6).fill('paragraph'));
}, 120_000);

test('questions and answers that are selected become boxes in one act, and one undo takes them back', async () => {
  const { page } = await opened();
  await editor(page).click();
  const lines = ['Innledning.', 'Hva skjedde?', '– Det vet jeg ikke.', 'Hvorfor ikke?', '– Fordi.'];
  await page.keyboard.type(lines.join('\n'));
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Gjør om til spørsmål og svar' }).click();
  const boxes = editor(page).locator('[data-lexical-decorator="true"]');
  await expect.poll(() => boxes.count()).toBe(2);
  await editor(page).locator('p').first().click();
  await page.keyboard.press('Control+z');
  await expect.poll(() => boxes.count()).toBe(0);
}, 120_000);

test('a date is written day first, and one that cannot be read is not published', async () => {
  const { page, id } = await opened();
  const date = page.getByLabel('Publisert', { exact: false }).first();
  await date.fill('3.2.2026 kl. 6');
  await page.getByText('tirsdag 3. februar 2026 kl. 06:00').waitFor();
  await expect
    .poll(async () => (await session.newest(id)).publishedAt, { timeout: 20_000 })
    .toBe('2026-02-03T05:00:00.000Z');
  await date.fill('en gang i fjor');
  await page.getByText('Datoen kan ikke leses.', { exact: false }).first().waitFor();
  expect(await date.inputValue()).toBe('en gang i fjor');
  await date.fill('');
  await expect
    .poll(async () => (await session.newest(id)).publishedAt, { timeout: 20_000 })
    .toBe(null);
}, 120_000);

test('the preview follows what is typed before it is saved; a click there puts the cursor here', async () => {
  const { page } = await opened();
  const iframe = page.locator('#live-preview-iframe');
  if (!(await iframe.isVisible())) await page.locator('#live-preview-toggler').click();
  const shown = page.frameLocator('#live-preview-iframe').locator('main');
  await shown.waitFor();
  // Nothing is saved from here on.
  await page.route('**/api/articles/**', (route) =>
    route.request().method() === 'GET' ? route.fallback() : route.abort(),
  );
  await editor(page).click();
  await page.keyboard.type('Køen forsvant i mai.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ingen savner den.');
  await shown.getByText('Ingen savner den.').waitFor();

  await shown.getByText('Køen forsvant i mai.').click({ position: { x: 1, y: 8 } });
  await page.waitForFunction(() =>
    window.getSelection()?.anchorNode?.textContent?.startsWith('Køen'),
  );
  await page.keyboard.type('Jo: ');
  await shown.getByText('Jo: Køen forsvant i mai.').waitFor();
  await page.unroute('**/api/articles/**');
}, 60_000);

test('a marker typed where an item begins changes that level of a list, and no other', async () => {
  const { page, id } = await opened();
  await editor(page).click();
  await page.keyboard.type('1. Først', { delay: 15 });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('* Under', { delay: 15 });
  const outer = page.locator('[data-lexical-editor] > ol');
  await outer.locator('ul li', { hasText: 'Under' }).waitFor();
  expect(await outer.locator('ul').innerText()).toBe('Under');
  const lists = async () =>
    JSON.stringify((await session.newest(id)).body).match(/"listType":"\w+"/g);
  await expect
    .poll(lists, { timeout: 20_000 })
    .toEqual(['"listType":"bullet"', '"listType":"number"']);
}, 60_000);
