import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { administrator, administratorToken, enterNewsroom } from './enter-newsroom.ts';
import { bodyWithLink, hostileArticle } from './hostile-article.ts';
import { launchBrowser } from './launch-browser.ts';
import { searchFor } from './search-for.ts';
import { startInstance } from '../instance/start-instance.ts';

/** The whole job, as the three kinds of people do it, on `npm start` with its starter publication. */

const instance = inject('instance');
let browser: Browser;
const reader = 'leser@eksempel.no';

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

test('the first user makes herself an administrator, in Norwegian', async () => {
  const page = await newPage();
  await enterNewsroom(page, instance);
  const words = await page.locator('body').innerText();
  expect(words).toContain('Saker');
  expect(words).not.toMatch(/\b(Dashboard|Create new|Log out|Collections)\b/);
});

test('an editor writes and publishes in the admin, and the page is out', async () => {
  const page = await newPage();
  await enterNewsroom(page, instance);
  await page.goto(`${instance.cmsUrl}/admin/collections/articles/create`);
  await page.locator('#field-title').fill('Køen på Ørland er borte');
  await page.locator('#field-lead').fill('En prøve på at alt henger sammen.');
  await page.locator('.editor-container [contenteditable=true]').first().click();
  await page.keyboard.type('Slik lyder den første setningen.');
  await page.getByRole('button', { name: 'Publiser', exact: false }).first().click();

  const address = `${instance.siteUrl}/saker/koen-pa-orland-er-borte/`;
  await expectSoon(async () => (await fetch(address)).status, 200);
  const article = await newPage();
  await article.goto(address);
  expect(await article.locator('h1').innerText()).toBe('Køen på Ørland er borte');
  expect(await article.locator('main').innerText()).toContain('Slik lyder den første setningen.');
  const isListed = async (path: string) => (await text(path)).includes('Køen på Ørland er borte');
  await expectSoon(() => isListed('/nyheter/'), true);
  await expectSoon(() => isListed('/rss.xml'), true);
}, 180_000);

test('the checklist leads to what is missing; taking a story off asks why', async () => {
  const page = await newPage();
  await enterNewsroom(page, instance);
  await page.goto(`${instance.cmsUrl}/admin/collections/articles/create`);
  await page.locator('#field-title').fill('Ute for tidlig');
  await page.getByRole('button', { name: 'Gå til «Ingress»' }).click({ timeout: 20_000 });
  await page.keyboard.type('Ingressen kom til slutt.');
  await page.getByText('Kan publiseres.', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Publiser', exact: false }).first().click();
  const address = `${instance.siteUrl}/saker/ute-for-tidlig/`;
  await expectSoon(async () => (await fetch(address)).status, 200);

  await page.reload();
  await page.locator('.doc-controls__dots').click();
  await page.locator('#action-unpublish').click();
  await page.locator('textarea[name=reason]').fill('Kilden hadde ikke godkjent den.');
  await page.locator('#confirm-action').click();
  await expectSoon(async () => (await fetch(address)).status, 410);
  const log = await page.context().newPage();
  await log.goto(`${instance.cmsUrl}/admin/collections/log`);
  await log.getByText('Kilden hadde ikke godkjent den.').waitFor();
}, 120_000);

test('what cannot be published is refused over the net with the field and what to do', async () => {
  const answer = await saveArticle({ title: 'Uten ingress', lead: '' });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({
    errors: [{ data: { errors: [{ path: 'lead', message: expect.stringContaining('ingress') }] } }],
  });
});

test('a reader signs up, confirms by a button, gets one mail per article, and leaves', async () => {
  const page = await newPage();
  await page.goto(`${instance.siteUrl}/nyhetsbrev/`);
  await page.locator('main input[type=email]').first().fill(reader);
  await page.waitForTimeout(3_000); // a person takes longer than the form's minimum time
  await page.locator('main form button[type=submit], main form button:not([type])').first().click();

  const confirmation = await mailTo(reader, 1);
  const link = /https?:\/\/\S*\/api\/newsletter\/confirm\?token=[\w.-]+/.exec(
    confirmation.text,
  )?.[0];
  expect(link).toBeDefined();
  await page.goto(link ?? '');
  await page.getByRole('button').first().click();
  await page.waitForURL('**/nyhetsbrev/bekreftet/');

  await publish('Ett brev til hver');
  const alert = await mailTo(reader, 2);
  expect(alert.subject).toContain('Ett brev til hver');
  expect(alert.text).toContain('/saker/ett-brev-til-hver/');
  const unsubscribe = /<(.+)>/.exec(alert.headers['List-Unsubscribe'] ?? '')?.[1] ?? '';
  const answer = await fetch(unsubscribe, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
    redirect: 'manual',
  });
  expect([answer.status, await answer.text(), answer.headers.get('set-cookie')]).toEqual([
    200,
    '',
    null,
  ]);

  const other = 'annen@eksempel.no';
  await subscribe(other);
  await publish('Nummer to går til de andre');
  await mailTo(other, 2);
  expect((await mailsTo(reader)).length).toBe(2);
}, 240_000);

test('nothing that an editor writes can run', async () => {
  // A link that could run is refused with the whole article: then the rest is tried without it.
  const answer = await saveArticle({
    ...hostileArticle,
    body: bodyWithLink('javascript:hacked()'),
  });
  expect(answer.status).toBe(400);
  const saved = await saveArticle(hostileArticle);
  expect(saved.status).toBe(201);
  const { doc: article } = (await saved.json()) as { doc: { slug: string } }; // Payload's answer
  const path = `/saker/${article.slug}/`;
  await expectSoon(async () => (await fetch(instance.siteUrl + path)).status, 200);
  const page = await newPage();
  const problems: string[] = [];
  page.on('console', (line) => line.type() === 'error' && problems.push(line.text()));
  await page.goto(`${instance.siteUrl}/sok/`); // The index follows the page, not the other way.
  await expectSoon(async () => (await searchFor(page, 'Fiendtlig')).includes(path), true);
  for (const address of [path, '/', '/nyheter/', `/sok/?q=Fiendtlig`]) {
    await page.goto(instance.siteUrl + address);
    if (address.includes('?q=')) await page.locator('.results a').first().waitFor();
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(await page.locator('body').innerText()).toContain('window.hacked');
  }
  expect(problems).toEqual([]);
  for (const feed of ['/rss.xml', '/atom.xml', '/sitemap.xml', '/news-sitemap.xml']) {
    const wrong = await page.evaluate(
      (xml) =>
        new DOMParser().parseFromString(xml, 'text/xml').querySelector('parsererror') !== null,
      await text(feed),
    );
    expect([feed, wrong]).toEqual([feed, false]);
  }
}, 120_000);

test('a search page that is open finds what is published meanwhile', async () => {
  const page = await newPage();
  await page.goto(`${instance.siteUrl}/sok/`);
  expect(await searchFor(page, 'kvistfri')).toEqual([]);
  await publish('Planken fra Ågotnes var kvistfri');
  const found = async () => (await searchFor(page, 'kvistfri')).join();
  await expectSoon(found, '/saker/planken-fra-agotnes-var-kvistfri/');
});

test('publish:all mends the public folder', async () => {
  const file = join(instance.dataDir, 'public/om/index.html');
  const page = await readFile(file);
  await writeFile(file, 'ødelagt');
  expect(await runScript('scripts/publish-all.ts', [])).toMatch(/Ferdig: \d+ sider på/);
  expect(await readFile(file)).toEqual(page);
}, 120_000);

test('a backup taken while it runs brings everything back, and mails nobody', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'backup-'));
  const file = join(folder, 'kopi.tgz');
  const dataDir = join(folder, 'data');
  const front = await text('/');
  await runScript('scripts/backup.ts', [file]);
  await runScript('scripts/restore.ts', [file], { DATA_DIR: dataDir });
  const restored = await startInstance({ dataDir });
  try {
    await expectSoon(
      async () => (await fetch(`${restored.siteUrl}/saker/koen-pa-orland-er-borte/`)).status,
      200,
    );
    const [picture = ''] = /\/bilder\/[^" ]+/.exec(front) ?? [];
    await expectSoon(async () => (await fetch(restored.siteUrl + picture)).status, 200);
    const credentials = JSON.stringify(administrator);
    const login = await fetch(`${restored.cmsUrl}/api/users/login`, {
      ...{ method: 'POST', body: credentials },
      headers: { 'content-type': 'application/json' },
    });
    expect(login.status).toBe(200);
    const journal = await fetch(`${restored.mailUrl}/_control/journal`);
    expect(await journal.json()).toMatchObject({ mails: [] });
    await expect(runScript('scripts/restore.ts', [file], { DATA_DIR: dataDir })).rejects.toThrow(
      'kjører alt med datamappen',
    );
  } finally {
    await restored.stop();
    await rm(folder, { recursive: true, force: true });
  }
}, 240_000);

/** What a command printed; throws with its output when it fails. */
async function runScript(
  script: string,
  parameters: string[],
  environment: Record<string, string> = {},
): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...parameters], {
    env: { ...process.env, ...instance.environment, ...environment },
  });
  return stdout;
}

async function newPage(): Promise<Page> {
  const context = await browser.newContext({ locale: 'nb-NO' });
  return context.newPage();
}

async function publish(title: string): Promise<void> {
  const answer = await saveArticle({ title, lead: 'Kort og greit.', sendAlert: true });
  expect(answer.status).toBe(201);
}

async function saveArticle(article: Record<string, unknown>): Promise<Response> {
  const token = await administratorToken(instance);
  const body = { kind: 'news', _status: 'published', ...article };
  return post('/api/articles', body, { authorization: `JWT ${token}` });
}

async function subscribe(email: string): Promise<void> {
  const answer = await post('/api/newsletter/subscribe', { email, frequency: 'each', page: '/' });
  expect(answer.status).toBe(202);
  const { text: body } = await mailTo(email, 1);
  const token = /confirm\?token=([\w.-]+)/.exec(body)?.[1] ?? '';
  const confirmed = await fetch(`${instance.cmsUrl}/api/newsletter/confirm?token=${token}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token }),
  });
  expect(confirmed.status).toBe(303);
}

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(instance.cmsUrl + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const text = async (path: string) => (await fetch(instance.siteUrl + path)).text();

interface Mail {
  to: string[];
  subject: string;
  text: string;
  headers: Record<string, string>;
}

async function mailsTo(address: string): Promise<Mail[]> {
  const answer = await fetch(`${instance.mailUrl}/_control/journal`);
  const { mails } = (await answer.json()) as { mails: Mail[] }; // our own stand-in's journal
  return mails.filter(({ to }) => to.includes(address));
}

/** The n-th mail to an address, once it is accepted. */
async function mailTo(address: string, count: number): Promise<Mail> {
  await expectSoon(async () => (await mailsTo(address)).length, count);
  const mail = (await mailsTo(address))[count - 1];
  if (mail === undefined) throw new Error(`no mail ${count} to the address`);
  return mail;
}

async function expectSoon<T>(look: () => Promise<T>, wanted: T): Promise<void> {
  await expect.poll(look, { timeout: 60_000, interval: 200 }).toBe(wanted);
}
