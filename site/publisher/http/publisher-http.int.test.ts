import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { samplePublication } from '../../../content/testing/sample-publication.ts';
import { buildStale } from '../../../scripts/instance/build-stale.ts';
import { anArticle } from '../../../content/testing/make-documents.ts';
import { text } from '../../src/text.ts';
import { publishToken } from '../testing/publisher-process.ts';
import { startSite, type StartedSite } from '../testing/start-site.ts';

let site: StartedSite;

beforeAll(async () => {
  await buildStale(() => undefined, 'site');
  site = await startSite(samplePublication(8, { pictures: 0.5 }));
  await site.converge();
}, 300_000);
afterAll(() => site.stop());

const token = (id: string, lifetime = 300, key = publishToken, more = {}) => {
  const exp = Math.floor(Date.now() / 1000) + lifetime;
  const body = Buffer.from(JSON.stringify({ id, exp, ...more })).toString('base64url');
  const signature = createHmac('sha256', key).update(`preview:${body}`).digest('base64url');
  return `${body}.${signature}`;
};
const shared = { share: true };
const look = (path: string) => fetch(`${site.publisher.siteUrl}${path}`, { redirect: 'manual' });

describe('the CMS asks', () => {
  test('only with the shared token', async () => {
    for (const path of ['ping', 'status', 'receipts', 'publish-all']) {
      expect((await look(`/_publisher/${path}`)).status).toBe(401);
    }
  });

  test('what is known of a publication: reported when it is out, and told again when asked', async () => {
    const document = anArticle({ id: 'ny', slug: 'ny', revision: 'r-ny' });
    site.cms.put({ type: 'article', document });
    await site.converge();
    expect(site.cms.reported.at(-1)).toMatchObject({ id: 'ny', revision: 'r-ny' });
    expect(await (await look('/saker/ny/')).text()).toContain('name="revision" content="r-ny"');
    expect(await receipts([{ id: 'ny', revision: 'r-ny' }])).toMatchObject([
      { id: 'ny', revision: 'r-ny', searchAt: expect.stringMatching(/Z$/) },
    ]);
    expect(await receipts([{ id: 'ny', revision: 'another' }])).toEqual([]);
  });

  test('and of a removal: the address answers 410 by the time it is reported', async () => {
    const [article] = site.cms.all('article');
    const path = `/saker/${article?.slug}/`;
    site.cms.remove('article', article?.id ?? '', path);
    await site.converge();
    expect(site.cms.reported.at(-1)).toMatchObject({ id: article?.id, revision: 'removed' });
    expect((await look(path)).status).toBe(410);
    expect(await receipts([{ id: article?.id ?? '', revision: 'removed' }])).toHaveLength(1);
  });

  test('to render everything anew, and follows how far it has come', async () => {
    const answer = await site.publisher.call('/_publisher/publish-all', {});
    const lines = (await answer.text()).trim().split('\n');
    const last: unknown = JSON.parse(lines.at(-1) ?? '');
    expect(last).toMatchObject({ finished: true, done: expect.any(Number) });
  });

  test('also with the CMS off: the own copy is rendered', async () => {
    site.cms.isOff = true;
    const answer = await site.publisher.call('/_publisher/publish-all', {});
    site.cms.isOff = false;
    expect(await answer.text()).toContain('"finished":true');
    expect((await look('/saker/ny/')).status).toBe(200);
  });

  const receipts = async (articles: { id: string; revision: string }[]) => {
    const answer: unknown = await (
      await site.publisher.call('/_publisher/receipts', { articles })
    ).json();
    return answer instanceof Object && 'receipts' in answer ? answer.receipts : undefined;
  };
});

describe('an editor looks at a draft', () => {
  test('with a signed address: the page as it will be, for nobody else and for no cache', async () => {
    const response = await look(`/_preview/article/a4?token=${token('a4')}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-robots-tag')).toContain('noindex');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain(`frame-ancestors ${site.server.url}`);
    const html = await response.text();
    expect(html).toContain('content="draft"');
    expect(html).toContain('noindex');
    expect(html).not.toMatch(/["' ]\/bilder\//);
  });

  test('and what was never published does not say that it was', async () => {
    site.cms.drafts.push(anArticle({ id: 'utkast', slug: 'utkast' }));
    const read = async (id: string) =>
      (await look(`/_preview/article/${id}?token=${token(id)}`)).text();
    expect(await read('a4')).toContain(text.article.published);
    const draft = await read('utkast');
    expect(draft).toContain(text.preview.unpublished);
    expect(draft).not.toContain(text.article.published);
  });

  test('what is typed is shown before it is saved, but to nobody with a link', async () => {
    const type = (given: string) =>
      fetch(`${site.publisher.siteUrl}/_preview/article/a4?token=${given}`, {
        method: 'POST',
        body: JSON.stringify({ title: 'Ikke lagret ennå' }),
      });
    const typed = await type(token('a4'));
    expect([typed.status, await typed.text()]).toEqual([
      200,
      expect.stringContaining('Ikke lagret ennå'),
    ]);
    const given = await type(token('a4', 6 * 86_400, publishToken, shared));
    expect(await given.text()).not.toContain('Ikke lagret ennå');
  });

  test('pictures come through the same token', async () => {
    const address = `/_preview/bilder/${token('a4')}/hero-4.jpg`;
    expect(await (await look(address)).text()).toBe('picture hero-4.jpg');
    expect((await look('/_preview/bilder/x.y/hero-4.jpg')).status).toBe(403);
    expect((await look(`/_preview/bilder/${token('a4')}/..%2f..%2fstore.db`)).status).toBe(404);
  });

  test.each([
    ['bytes=0-6', 206, 'bytes 0-6/18', 'picture'],
    ['bytes=8-', 206, 'bytes 8-17/18', 'hero-4.jpg'],
    ['bytes=-3', 206, 'bytes 15-17/18', 'jpg'],
    ['bytes=18-', 416, 'bytes */18', ''],
    ['lines=1-2', 200, null, 'picture hero-4.jpg'],
  ])('a player that asks for %s of a draft gets it with %s', async (range, status, told, bytes) => {
    const address = `${site.publisher.siteUrl}/_preview/bilder/${token('a4')}/hero-4.jpg`;
    const response = await fetch(address, { headers: { range } });
    const given = [response.status, response.headers.get('content-range'), await response.text()];
    expect(given).toEqual([status, told, bytes]);
  });

  test.each([
    ['expired', () => token('a4', -1)],
    ['too long-lived', () => token('a4', 3_600)],
    ['given away for longer than a week', () => token('a4', 8 * 86_400, publishToken, shared)],
    ['for another article', () => token('a5')],
    ['signed by somebody else', () => token('a4', 300, 'another-key-of-the-same-length-0123456')],
    ['empty', () => ''],
    ['nonsense', () => 'a.b.c'],
  ])('an address that is %s is refused in words', async (_name, make) => {
    const response = await look(`/_preview/article/a4?token=${make()}`);
    expect(response.status).toBe(403);
    expect(await response.text()).not.toBe('');
  });
});

test('a draft that was given away is shown for days', async () => {
  const address = `/_preview/article/a4?token=${token('a4', 6 * 86_400, publishToken, shared)}`;
  const response = await look(address);
  expect(response.status).toBe(200);
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
});

test('a draft that was given away opens its own pictures, and no others that are not out', async () => {
  const given = token('a4', 6 * 86_400, publishToken, shared);
  const other = await look(`/_preview/bilder/${given}/hemmelig-9.jpg`);
  expect([other.status, other.headers.get('location')]).toEqual([302, '/bilder/hemmelig-9.jpg']);
  expect((await look('/bilder/hemmelig-9.jpg')).status).toBe(404);
  expect((await look(`/_preview/bilder/${token('a4')}/hemmelig-9.jpg`)).status).toBe(200);
});

test('a draft that was given away before a restore is shown no more, nor are its pictures', async () => {
  const given = token('a4', 6 * 86_400, publishToken, shared);
  const picture = `/_preview/bilder/${given}/hero-4.jpg`;
  expect((await look(picture)).status).toBe(200);
  site.cms.restoredAt = new Date().toISOString();
  const response = await look(`/_preview/article/a4?token=${given}`);
  expect(response.status).toBe(403);
  expect(await response.text()).toBe(text.preview.expired);
  expect((await look(picture)).status).toBe(403);
});

test('every page carries a policy that allows nothing from elsewhere', async () => {
  const policyOf = async (path: string) =>
    /http-equiv="content-security-policy" content="([^"]*)"/i.exec(
      await (await look(path)).text(),
    )?.[1] ?? '';
  for (const path of ['/', '/saker/derfor-ringer-kundene-sak-4/', '/nyheter/', '/404.html']) {
    const policy = await policyOf(path);
    for (const rule of ["default-src 'self'", "object-src 'none'", 'base-uri ', 'img-src ']) {
      expect(policy, path).toContain(rule);
    }
    expect(policy).toMatch(/script-src 'self'/);
    expect(policy).not.toMatch(/unsafe/);
    expect(policy).toContain(`form-action 'self' ${site.server.url}`);
  }
  expect(await policyOf('/sok/')).toContain("'wasm-unsafe-eval'");
});
