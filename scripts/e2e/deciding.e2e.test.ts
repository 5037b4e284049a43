import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { articleScreen, startNewsroomSession, type NewsroomSession } from './newsroom-session.ts';

/** What is asked before something goes out: of whoever is quoted, and of an editor with several articles at once. */

const instance = inject('instance');
let session: NewsroomSession;
beforeAll(async () => {
  session = await startNewsroomSession(instance);
});
afterAll(() => session?.browser.close());

const paragraph = (text: string) => ({
  ...{ type: 'paragraph', version: 1, format: '', indent: 0, direction: 'ltr' },
  children: [{ type: 'text', version: 1, mode: 'normal', style: '', detail: 0, format: 0, text }],
});
const body = (...texts: string[]) => ({
  root: {
    ...{ type: 'root', version: 1, format: '', indent: 0, direction: 'ltr' },
    children: texts.map(paragraph),
  },
});
const draft = async (fields: object) =>
  (await session.ask('POST', '/articles?draft=true&depth=0', { ...fields, _status: 'draft' })).doc;

test('somebody who is quoted approves her words without an account or a script, and the editor sees it', async () => {
  const { id } = await draft({
    ...{ title: 'Hun lot telefonen ringe', lead: 'Ingress.', kind: 'interview' },
    interviewees: [{ name: 'Kari Moe' }],
    body: body('Det begynte i mai.', '– Vi lot den ringe, sier Kari Moe.', 'Så ble det stille.'),
  });
  const page = await session.opened(articleScreen(id));
  await page.locator('#ask-for-quotes').click();
  await page.getByRole('button', { name: 'Lag lenken' }).click();
  await page.getByText('ikke åpnet ennå').waitFor();
  const { checks } = await session.ask('GET', `/desk/quotes/${id}`);

  const reader = await session.browser.newContext({ javaScriptEnabled: false });
  const hers = await reader.newPage();
  await hers.goto(checks[0].url);
  expect(await hers.content()).not.toContain('Vi lot den ringe');
  await hers.getByRole('button', { name: 'Vis sitatene mine' }).click();
  await hers.getByText('Vi lot den ringe').waitFor();
  await hers.getByLabel('Dette stemmer').check();
  await hers.getByRole('button', { name: 'Send svaret' }).click();
  await hers.getByText('Takk!').waitFor();
  expect(await reader.cookies()).toEqual([]);
  await reader.close();

  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await page.getByText('1 av 1 godkjent').waitFor();
}, 90_000);

// Its tabs are not closed: the list loads anew after each act, and a tab that is closed meanwhile may never answer.
test('several at once: what cannot go out is said before, and what is taken off has a reason', async () => {
  const name = `Flere ${String(Date.now())}`;
  const whole = await draft({ title: `${name} hel`, lead: 'Ingress.', sendAlert: false });
  await draft({ title: `${name} uten ingress` });
  const plansOf = async () => (await session.ask('GET', `/desk/plans/${whole.id}`)).plans.length;
  const { updatedAt } = await session.newest(whole.id);
  const at = new Date(Date.now() + 7 * 24 * 3_600_000).toISOString();
  await session.ask('POST', `/desk/plans/${whole.id}`, { type: 'publish', at, seen: updatedAt });
  expect(await plansOf()).toBe(1);
  const list = `/admin/collections/articles?search=${encodeURIComponent(name)}`;
  let page = await session.opened(list);
  // Before the list hears it, a box that is ticked is only a tick.
  const selectAll = () =>
    expect
      .poll(
        async () => {
          await page.locator('th input[type="checkbox"]').first().click();
          const all = page.getByRole('button', { name: 'Slett 2 …' });
          await all.waitFor({ timeout: 2_000 });
          return true;
        },
        { timeout: 20_000 },
      )
      .toBe(true);
  await selectAll();
  await page.getByRole('button', { name: 'Publiser 2 …' }).click();
  await page.getByText('Skriv en ingress før saken publiseres', { exact: false }).waitFor();
  await page.getByText('planen faller bort', { exact: false }).waitFor();
  await page.getByText('publiseres uten e-post', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Publiser 1 sak' }).click();
  const status = async () => (await session.ask('GET', `/articles/${whole.id}`))._status;
  await expect.poll(status, { timeout: 20_000 }).toBe('published');
  await expect.poll(plansOf, { timeout: 20_000 }).toBe(0);

  page = await session.opened(list);
  await selectAll();
  await page.getByRole('button', { name: 'Ta 2 av nett …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ta av nett' }).click();
  await page.getByRole('alert').getByText('Skriv hvorfor', { exact: false }).waitFor();
  await page.getByRole('dialog').getByRole('textbox').fill('Prøve.');
  await page.getByRole('dialog').getByRole('button', { name: 'Ta av nett' }).click();
  await expect.poll(status, { timeout: 20_000 }).toBe('draft');
  const { docs } = await session.ask('GET', `/log?where[document][equals]=${whole.id}&limit=1`);
  expect(docs[0]).toMatchObject({ act: 'unpublished', why: 'Prøve.' });

  await session.ask('PATCH', `/articles/${whole.id}`, { _status: 'published' });
  page = await session.opened(list);
  await selectAll();
  await page.locator('.delete-documents__toggle').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Slett 2 …' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Prøven er slutt.');
  await page.getByRole('dialog').getByRole('button', { name: 'Slett for godt' }).click();
  const left = async () =>
    (await session.ask('GET', `/articles?draft=true&where[title][contains]=${name}`)).totalDocs;
  await expect.poll(left, { timeout: 20_000 }).toBe(0);
  const log = await session.ask('GET', `/log?where[document][equals]=${whole.id}&sort=-at`);
  expect(log.docs.slice(0, 2)).toMatchObject([
    { act: 'deleted' },
    { act: 'unpublished', why: 'Prøven er slutt.' },
  ]);
}, 300_000);

test('published by hand, an article that is planned goes out once, and its plan with it', async () => {
  const { id } = await draft({
    title: 'Planlagt og utålmodig',
    lead: 'Ingress.',
    sendAlert: false,
  });
  const { updatedAt: seen } = await session.newest(id);
  const at = new Date(Date.now() + 3_600_000).toISOString();
  await session.ask('POST', `/desk/plans/${id}`, { type: 'publish', at, seen });
  const page = await session.opened(articleScreen(id));
  await page.locator('#action-save').click();
  const dialogue = page.getByRole('dialog');
  await dialogue.getByText('planen faller bort', { exact: false }).waitFor();
  await dialogue.getByRole('button', { name: 'Publiser nå' }).click();
  const status = async () => (await session.ask('GET', `/articles/${id}`))._status;
  await expect.poll(status, { timeout: 20_000 }).toBe('published');
  const plans = async () => (await session.ask('GET', `/desk/plans/${id}`)).plans;
  await expect.poll(plans, { timeout: 20_000 }).toEqual([]);
  await page.close();
}, 90_000);

test('what is held says so beside its buttons; released, its screen shows it as it is then', async () => {
  const { id } = await draft({ title: 'Saken holdes', lead: 'Ingress.', sendAlert: false });
  const page = await session.opened(articleScreen(id));
  const bar = page.locator('.doc-controls');
  await page.locator('#plan-article').click();
  await page.getByLabel('Hold:').check();
  await page.getByRole('dialog').getByRole('button', { name: 'Planlegg', exact: true }).click();
  await bar.getByText('Holdes til noen slipper den').waitFor();
  await page.locator('#plan-article').click();
  await page.getByRole('button', { name: 'Slipp nå' }).click();
  await bar.getByText('Publisert').waitFor({ timeout: 60_000 });
  expect(await bar.getByText('Planlagt').count()).toBe(0);
}, 120_000);

test('without a connection the button says so, in Norwegian, and nothing is published', async () => {
  const { id } = await draft({ title: 'Uten nett', lead: 'Ingress.', sendAlert: false });
  const page = await session.opened(articleScreen(id));
  await session.context.setOffline(true);
  await page.locator('#action-save').click();
  await page
    .getByText('Får ikke kontakt med redaksjonssystemet', { exact: false })
    .first()
    .waitFor();
  expect(await page.locator('body').innerText()).not.toContain('Failed to fetch');
  await session.context.setOffline(false);
  expect((await session.ask('GET', `/articles/${id}`))._status).toBe('draft');
  await page.close();
}, 90_000);
