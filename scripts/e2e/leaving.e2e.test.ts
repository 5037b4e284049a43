import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { articleScreen, startNewsroomSession, type NewsroomSession } from './newsroom-session.ts';

/** What becomes of what was typed last, when the net or the tab goes, or the page is left. */

const instance = inject('instance');
let session: NewsroomSession;

beforeAll(async () => {
  session = await startNewsroomSession(instance);
});
afterAll(() => session?.browser.close());

const opened = () => session.draft({ title: 'Forlatt' });
test('typed without a net: the page says so, keeps it, and saves it when the net is back', async () => {
  const { id, page } = await opened();
  await session.context.setOffline(true);
  try {
    await page.locator('#field-lead').fill('Skrevet uten nett.');
    await page.getByText(/^Ikke lagret siden \d\d:\d\d – prøver igjen\./).waitFor();
  } finally {
    await session.context.setOffline(false);
  }
  await expect
    .poll(async () => (await session.newest(id)).lead, { timeout: 40_000 })
    .toBe('Skrevet uten nett.');
  await page.getByText('Ikke lagret siden', { exact: false }).waitFor({ state: 'detached' });
}, 90_000);

test('what is written in two fields while a save is under way stays in both', async () => {
  const { id, page } = await opened();
  const isSave = (request: { method: () => string }) => request.method() === 'PATCH';
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/articles/**', async (route) => {
    if (isSave(route.request())) await released;
    await route.continue();
  });
  const [title, lead] = [page.locator('#field-title'), page.locator('#field-lead')];
  const isUnderway = page.waitForRequest(isSave);
  await title.fill('Forlatt en gang');
  await isUnderway;
  await lead.fill('Skrevet under lagringen.');
  await title.fill('Forlatt to ganger');
  const answers: number[] = [];
  page.on('response', (response) => {
    if (isSave(response.request())) answers.push(response.status());
  });
  release();
  await expect.poll(() => answers, { timeout: 30_000 }).toEqual([200, 200]);
  expect([await title.inputValue(), await lead.inputValue()]).toEqual([
    ...['Forlatt to ganger', 'Skrevet under lagringen.'],
  ]);
  expect(await session.newest(id)).toMatchObject({
    ...{ title: 'Forlatt to ganger', lead: 'Skrevet under lagringen.' },
  });
}, 90_000);

test('a row that is added without a net is drawn when it is back, and can be written in', async () => {
  const { doc } = await session.ask('POST', '/articles?draft=true&depth=0', {
    ...{ title: 'Uten nett', kind: 'interview', _status: 'draft' },
  });
  const page = await session.opened(articleScreen(doc.id));
  await page.locator('[data-lexical-editor]').waitFor();
  const list = page.locator('#field-interviewees');
  await session.context.setOffline(true);
  try {
    await list.locator('.array-field__add-row').click();
    await list.locator('.shimmer-effect').first().waitFor();
    await page.waitForTimeout(1_500);
  } finally {
    await session.context.setOffline(false);
  }
  await page.locator('#field-interviewees__0__name').fill('Per Moe', { timeout: 20_000 });
  await expect
    .poll(async () => (await session.newest(doc.id)).interviewees, { timeout: 20_000 })
    .toMatchObject([{ name: 'Per Moe' }]);
}, 90_000);

test('one field that is refused holds up the others, and the page says so until it is mended', async () => {
  const { id, page } = await opened();
  await page.locator('#field-lead').fill('Skrevet mens tittelen er for lang.');
  await page.locator('#field-title').fill('å'.repeat(301));
  const notice = page.getByText(/^Ikke lagret siden .* Rett dette, så lagres alt: Tittel: /);
  await notice.waitFor();
  await page.waitForTimeout(11_000); // longer than the form's own message stands
  await notice.waitFor();
  await page.locator('#field-title').fill('Kort nok');
  await expect
    .poll(() => session.newest(id), { timeout: 20_000 })
    .toMatchObject({ title: 'Kort nok', lead: 'Skrevet mens tittelen er for lang.' });
  await notice.waitFor({ state: 'detached' });
}, 90_000);

test('an article that somebody deletes while it is written in becomes another', async () => {
  const { id, page } = await opened();
  await session.ask('DELETE', `/articles/${id}`);
  await page.locator('#field-lead').fill('Skrevet i en sak som er borte.');
  await page.getByText('Saken er slettet av noen andre.').waitFor({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Lag en ny sak av teksten' }).click();
  await page.waitForURL((url) => !url.pathname.includes(id), { timeout: 20_000 });
  const made = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  expect(await session.newest(made)).toMatchObject({
    ...{ title: 'Forlatt', lead: 'Skrevet i en sak som er borte.', _status: 'draft' },
  });
}, 60_000);

test('typed and lost with the tab: the next one offers it', async () => {
  const { id, page } = await opened();
  await page.route('**/api/articles/**', (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  );
  await page.locator('#field-lead').fill('Skrevet før fanen lukket seg.');
  await page.getByText('Ikke lagret siden', { exact: false }).waitFor();
  await page.close({ runBeforeUnload: false });
  const again = await session.opened(articleScreen(id));
  await again.getByRole('button', { name: 'Hent den frem' }).click({ timeout: 45_000 });
  await expect
    .poll(async () => (await session.newest(id)).lead, { timeout: 20_000 })
    .toBe('Skrevet før fanen lukket seg.');
}, 120_000);

test('the last words before the page is left are saved, and are there on coming back', async () => {
  const { id, page } = await opened();
  await page.locator('[data-lexical-editor]').first().click();
  await page.keyboard.type('Skrevet før klikk i menyen, og klikket kom med det samme.', {
    delay: 20,
  });
  await page.locator('a[href="/admin"]').first().click();
  await page.waitForURL(/\/admin\/?$/);
  const words = async () => JSON.stringify((await session.newest(id)).body ?? null);
  await expect.poll(words, { timeout: 10_000 }).toContain('kom med det samme.');
  await page.goBack();
  await page.locator('[data-lexical-editor]').first().getByText('kom med det samme.').waitFor();
}, 60_000);

test('the last words before the tab is gone are kept, and offered at once', async () => {
  const { id, page } = await opened();
  await page.route('**/api/articles/**', (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  );
  page.on('dialog', (dialog) => void dialog.accept());
  await page.locator('[data-lexical-editor]').first().click();
  await page.keyboard.type('Midt i en setning uten pause, og så var alt borte.', { delay: 20 });
  await page.goto('about:blank');
  const again = await session.opened(articleScreen(id));
  await again.getByRole('button', { name: 'Hent den frem' }).click({ timeout: 10_000 });
  await expect
    .poll(async () => JSON.stringify((await session.newest(id)).body ?? null), { timeout: 20_000 })
    .toContain('og så var alt borte.');
}, 90_000);
