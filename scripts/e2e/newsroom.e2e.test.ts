import { request } from 'node:http';
import { TOTP } from 'otpauth';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { administratorToken } from './enter-newsroom.ts';
import { articleScreen, startNewsroomSession, type NewsroomSession } from './newsroom-session.ts';

/** What people in the newsroom press, and what they must not be able to do to each other or to readers. */

const instance = inject('instance');
let session: NewsroomSession;
let serial = 0;
const ask: NewsroomSession['ask'] = (...asked) => session.ask(...asked);
const opened: NewsroomSession['opened'] = (path) => session.opened(path);
const newest: NewsroomSession['newest'] = (id) => session.newest(id);

beforeAll(async () => {
  session = await startNewsroomSession(instance);
});
afterAll(() => session?.browser.close());
beforeEach(() => {
  serial += 1;
});

test('the dashboard says that no mail leaves the machine', async () => {
  const page = await opened('/admin');
  await page.getByText('Ingen e-post forlater denne maskinen.').waitFor();
});

test('a test of the letter is sent when the button is pressed', async () => {
  const { id } = await anArticle({ title: `Prøv brevet ${serial}` });
  const page = await opened(`/api/newsletter/letter/${id}`);
  await page.getByRole('button', { name: /^Send en prøve til/ }).click();
  await page.getByRole('status').waitFor();
  const answer = await fetch(`${instance.mailUrl}/_control/journal`);
  const { mails } = (await answer.json()) as { mails: { subject: string }[] }; // ours
  expect(mails.map(({ subject }) => subject).join()).toContain(`Prøv brevet ${serial}`);
});

test('a file of subscribers is taken in when the button is pressed', async () => {
  const page = await opened('/api/newsletter/import');
  const csv =
    'email,state,confirmed_at,consent_text,consent_page\n' +
    'fra-fil@eksempel.no,active,2026-01-01T10:00:00Z,Ja takk,/nyhetsbrev/\n';
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: 'Hent inn' }).click();
  await page.getByText('Hentet inn: 1 aktive', { exact: false }).waitFor();
});

test('an old version that is brought back is a draft, and readers notice nothing', async () => {
  const title = `Rettet sak ${serial}`;
  const { id, slug } = await anArticle({
    title,
    lead: 'Den første ingressen.',
    _status: 'published',
  });
  const corrections = [{ at: new Date().toISOString(), text: 'Det var i mai, ikke i april.' }];
  await ask('PATCH', `/articles/${id}`, { lead: 'Rettet.', corrections, _status: 'published' });
  const address = `${instance.siteUrl}/saker/${slug}/`;
  const text = async () => (await fetch(address)).text();
  await expect.poll(text, { timeout: 30_000 }).toContain('Det var i mai');

  const { docs } = await ask(
    'GET',
    `/articles/versions?where[parent][equals]=${id}&sort=updatedAt&limit=1`,
  );
  const page = await opened(`/admin/collections/articles/${id}/versions/${docs[0].id}`);
  await page.getByRole('button', { name: 'Hent frem som utkast' }).first().click();
  await page.getByText('Leserne ser ingen forskjell', { exact: false }).waitFor();
  await page.locator('#confirm-action, .confirmation-modal button').last().click();
  await expect.poll(async () => (await newest(id)).lead).toBe('Den første ingressen.');
  expect(await newest(id)).toMatchObject({ _status: 'draft', corrections: [{}] });
  expect(await text()).toContain('Det var i mai');
  expect(await text()).not.toContain('Den første ingressen.');
}, 120_000);

test('the admin runs its own scripts, and none that was smuggled into a page', async () => {
  const { id } = await anArticle({ title: `Innenfor ${serial}` });
  const page = await session.context.newPage();
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  for (const path of ['/admin', articleScreen(id), '/admin/account']) {
    const answer = await page.goto(instance.cmsUrl + path, { waitUntil: 'networkidle' });
    const policy = answer?.headers()['content-security-policy'] ?? '';
    expect(/script-src ([^;]*)/.exec(policy)?.[1]).toMatch(/^'self' 'nonce-\S+' 'strict-dynamic'$/);
  }
  expect(refused).toEqual([]);
  await page.evaluate(() => {
    const smuggled = '<img src="/x" onerror="window.smuggled = true">';
    document.body.insertAdjacentHTML('beforeend', smuggled);
  });
  await expect.poll(() => refused).toHaveLength(1);
  expect(await page.evaluate(() => 'smuggled' in window)).toBe(false);
});

test('the code is asked for after the password, and what was typed stays', async () => {
  const person = { email: `faktor-${serial}@kundefront.example`, password: 'en lang nok setning' };
  const { doc } = await ask('POST', '/users', { ...person, name: 'Faktor', role: 'writer' });
  const { token: own } = await ask('POST', '/users/login', person);
  const change = (act: string, body: object) =>
    ask('POST', `/users/${doc.id}/second-factor/${act}`, body, own);
  const { secret } = await change('begin', { currentPassword: person.password });
  const { recoveryCodes } = await change('confirm', { code: new TOTP({ secret }).generate() });

  const stranger = await session.browser.newContext({ locale: 'nb-NO' });
  const page = await stranger.newPage();
  await page.goto(`${instance.cmsUrl}/admin/login`, { waitUntil: 'networkidle' });
  await page.locator('#field-email').fill(person.email);
  await page.locator('#field-password').fill(person.password);
  await page.keyboard.press('Enter');
  const code = page.locator('#field-code');
  await code.waitFor();
  await expect.poll(() => code.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await page.locator('#field-password').inputValue()).toBe(person.password);
  await code.fill('000000');
  await page.keyboard.press('Enter');
  await page.getByText('Koden er feil eller brukt', { exact: false }).waitFor();
  await code.fill(String(recoveryCodes[0]));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/admin');
  await stranger.close();
});

test.each(['/api/newsletter/subscribe', '/api/users/login', '/api/users/forgot-password'])(
  '%s stops reading a body without an end',
  async (path) => {
    const { status, sent } = await sendWithoutEnd(path, 40 * 1024 * 1024);
    expect(status).toBe(413);
    expect(sent).toBeLessThan(20 * 1024 * 1024); // what lay in the machine's own buffers included
    expect((await fetch(`${instance.cmsUrl}/api/health`)).status).toBe(200);
  },
);

/** Does something, and waits until a save of it was answered with that status. */
async function anArticle(fields: Record<string, unknown>): Promise<{ id: string; slug: string }> {
  const draft = {
    lead: 'En ingress.',
    kind: 'news',
    sendAlert: false,
    _status: 'draft',
    ...fields,
  };
  const isDraft = draft._status === 'draft';
  return (await ask('POST', `/articles${isDraft ? '?draft=true' : ''}`, draft)).doc;
}

/** A chunked POST that goes on until it is answered or cut off, at most to `most` bytes. */
function sendWithoutEnd(path: string, most: number): Promise<{ status: number; sent: number }> {
  return new Promise((resolve, reject) => {
    let sent = 0;
    let status = 0;
    const post = request(instance.cmsUrl + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    });
    const done = () => resolve({ status, sent });
    post.on('response', (answer) => {
      status = answer.statusCode ?? 0;
      answer.resume();
      answer.on('end', () => {
        post.destroy();
        done();
      });
    });
    post.on('error', (error) => (status === 0 ? reject(error) : done()));
    const chunk = Buffer.alloc(64 * 1024, 97);
    const write = () => {
      while (sent < most && !post.destroyed) {
        sent += chunk.length;
        if (!post.write(chunk)) {
          post.once('drain', write);
          return;
        }
      }
      if (!post.destroyed) post.end();
    };
    write();
  });
}

test('what XMP says of who made a picture is read in the built CMS, too, before EXIF', async () => {
  const xmp =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    '<dc:creator><rdf:Seq><rdf:li>Åse Ødegård</rdf:li></rdf:Seq></dc:creator>' +
    '</rdf:Description></rdf:RDF></x:xmpmeta>';
  const picture = await sharp({
    create: { width: 40, height: 30, channels: 3, background: '#777' },
  })
    .withExif({ IFD0: { Artist: 'Kamera' } })
    .withXmp(xmp)
    .jpeg()
    .toBuffer();
  const form = new FormData();
  form.set('file', new File([new Uint8Array(picture)], 'xmp.jpg', { type: 'image/jpeg' }));
  form.set('_payload', JSON.stringify({ alt: 'En prøve', credit: 'NTB' }));
  const answer = await fetch(`${instance.cmsUrl}/api/media`, {
    method: 'POST',
    headers: { authorization: `JWT ${await administratorToken(instance)}` },
    body: form,
  });
  const { doc } = (await answer.json()) as { doc?: { creator?: string } };
  expect(doc?.creator).toBe('Åse Ødegård');
});
