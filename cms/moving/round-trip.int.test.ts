import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { MovedIn } from './move-in.ts';
import type { MovedOut } from './out/move-out.ts';
import { readArchives } from './sources/read-archives.ts';
import { aBlock, aBody, create, upload } from '../testing/make-article.ts';
import { startRoom, type Answer, type Room } from '../testing/start-room.ts';

const folder = await mkdtemp(join(tmpdir(), 'export-'));
afterAll(() => rm(folder, { recursive: true }));

/** What the last line of an answer says was moved, or the error. */
const last = <Moved>({ body }: Answer) =>
  JSON.parse(String(body).trim().split('\n').at(-1) ?? '') as { moved?: Moved; error?: string };

/** All that the site is made of: the whole pull of the publisher, without its cursor. */
async function everything(room: Room): Promise<unknown> {
  const { body } = await room.ask('publisher', 'POST', '/publish/changes', { cursor: null });
  return body.changes;
}

async function write(room: Room) {
  const make = async (path: string, data: object) =>
    (await room.ask('editor', 'POST', `${path}?depth=0`, data)).body.doc;
  const [category, series, author] = [
    await make('/categories', { name: 'Arbeidsliv' }),
    await make('/series', { name: 'Serviceferd' }),
    await make('/authors', { name: 'Kari Skribent' }),
  ];
  const picture = await upload(room, { fields: { caption: 'Køen', focalX: 20 } });
  const frames = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0]), Buffer.alloc(400)]);
  const form = new FormData();
  form.set('file', new File([Uint8Array.from(frames)], 'kø.mp3', { type: 'audio/mpeg' }));
  form.set('_payload', JSON.stringify({ title: 'Kø', transcript: 'Sukk.' }));
  const sound = (await room.ask('editor', 'POST', '/files', form)).body.doc;
  const first = await create(room, {
    category: category.id,
    authors: [author.id],
    heroImage: picture.id,
    tags: ['kø'],
  });
  const second = await create(room, {
    ...{ kind: 'post', series: series.id, seriesNumber: 1, place: 'Bodø', related: [first.id] },
    body: aBody(
      'Om køen.',
      aBlock('articleLink', { article: first.id }),
      aBlock('pullQuote', { quote: 'Ja.', attribution: 'Kari' }),
      aBlock('sound', { file: sound.id, title: 'Køen' }),
      aBlock('timeline', { items: [{ when: 'I mai', text: 'Det begynte.' }] }),
    ),
    corrections: [{ at: '2026-01-02T08:00:00.000Z', text: 'Rettet.' }],
  });
  // It refers to one that comes after it in the order of ids, whichever that is.
  await room.ask('editor', 'PATCH', `/articles/${first.id}`, { related: [second.id] });
  await room.ask('editor', 'PATCH', `/articles/${second.id}`, { slug: 'ny-adresse' });
  await room.ask('editor', 'PATCH', `/articles/${second.id}?draft=true`, {
    title: 'Ikke ute ennå',
    _status: 'draft',
  });
  await room.ask('editor', 'POST', '/articles?draft=true', {
    title: 'Bare et utkast',
    _status: 'draft',
  });
  const gone = await create(room, { title: 'Slettes' });
  await room.ask('editor', 'DELETE', `/articles/${gone.id}`);
  await room.ask('admin', 'POST', '/globals/front-page', { lead: first.id, picked: [second.id] });
  return { first, second };
}

test('everything out, and into an empty installation: the site is the same, and nobody is mailed', async () => {
  const from = await startRoom();
  const { first, second } = await write(from);
  const asked = { folder, withPeople: true };
  const out = last<MovedOut>(await from.ask('publisher', 'POST', '/moving/export', asked));
  expect(out.error).toBeUndefined();
  expect(out.moved?.counts).toMatchObject({
    articles: 3,
    media: 1,
    files: 1,
    authors: 1,
    redirects: 1,
    tombstones: 1,
  });
  const before = await everything(from);
  expect(JSON.stringify(before)).toContain('ny-adresse');
  const pictures = (await readdir(join(from.dataDir, 'media'))).sort();
  const bytes = await Promise.all(
    pictures.map((name) => readFile(join(from.dataDir, 'media', name))),
  );
  const idsBefore = [first.id, second.id];
  await from.stop();

  const markdown = await readFile(join(folder, 'articles', 'ny-adresse.md'), 'utf8');
  expect(markdown).toContain('series: Serviceferd');
  expect(markdown).toContain('> Ja.\n>\n> — Kari');
  expect(await readFile(join(folder, 'redirects.csv'), 'utf8')).toContain(',/saker/ny-adresse/');
  expect((await stat(join(folder, 'people', 'subscribers.csv'))).mode & 0o777).toBe(0o600);
  expect(await readFile(join(folder, 'people', 'users.csv'), 'utf8')).toContain(
    'editor@example.com',
  );

  // What other systems read says the same, as far as they have words for it.
  for (const name of ['wordpress.xml', 'ghost.json']) {
    const { archives, unreadable } = await readArchives([join(folder, name)]);
    expect([name, unreadable, archives.length]).toEqual([name, [], 1]);
    const posts = archives[0]?.posts ?? [];
    expect(posts).toHaveLength(3);
    const told = posts.find(({ slug }) => slug === 'ny-adresse');
    // WordPress knows whole seconds.
    const toSecond = String(second.publishedAt).slice(0, 19);
    expect(told).toMatchObject({
      state: 'published',
      publishedAt: expect.stringMatching(toSecond),
    });
    expect(told?.html).toContain('<p>Om køen.</p>');
    expect(told?.html).toContain('<strong>I mai</strong> Det begynte.');
    const other = posts.find(({ slug }) => slug === first.slug);
    expect(other).toMatchObject({
      ...{ title: first.title, excerpt: first.lead, tags: ['kø'], categories: ['Arbeidsliv'] },
      hero: { alt: 'En rådgiver i telefonen' },
    });
    expect(archives[0]?.people.map((person) => person.name)).toEqual(['Kari Skribent']);
  }

  const to = await startRoom({ isEmpty: true });
  await to.payload.updateGlobal({
    slug: 'publication',
    data: { owner: '', responsibleEditor: '' },
  });
  const back = async () =>
    last<MovedIn>(await to.ask('publisher', 'POST', '/moving/import', { paths: [folder] }));
  const moved = await back();
  expect(moved.error).toBeUndefined();
  expect(moved.moved?.report.counts).toMatchObject({ made: 3, published: 2 });
  const after = await everything(to);
  expect(after).toEqual(before);
  expect((await readdir(join(to.dataDir, 'media'))).sort()).toEqual(pictures);
  const same = await Promise.all(pictures.map((name) => readFile(join(to.dataDir, 'media', name))));
  expect(same.every((each, index) => bytes[index]?.equals(each))).toBe(true);
  const draft = await to.payload.findByID({
    collection: 'articles',
    id: idsBefore[1],
    draft: true,
    depth: 0,
  });
  expect(draft).toMatchObject({ title: 'Ikke ute ennå' });
  expect((await to.payload.count({ collection: 'mailings' })).totalDocs).toBe(0);
  // Killed before the last of an article was written, it is gone on with.
  await to.payload.db.deleteVersions({
    collection: 'articles',
    where: { parent: { equals: first.id } },
  });
  expect((await back()).moved?.report.counts).toMatchObject({ same: 3 });
  expect(
    (
      await to.payload.countVersions({
        collection: 'articles',
        where: { parent: { equals: first.id } },
      })
    ).totalDocs,
  ).toBe(1);
  expect(await everything(to)).toEqual(before);
  await to.stop();
}, 120_000);

test('a folder with other things in it is left alone', async () => {
  const room = await startRoom();
  const other = await mkdtemp(join(tmpdir(), 'export-'));
  await writeFile(join(other, 'brev.txt'), 'mitt');
  const answer = last<MovedOut>(
    await room.ask('publisher', 'POST', '/moving/export', { folder: other }),
  );
  expect(answer.error).toContain('brev.txt');
  expect(await readdir(other)).toEqual(['brev.txt']);
  await rm(other, { recursive: true });
  await room.stop();
});
