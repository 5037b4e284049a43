import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { articleAsText } from '../mapping/article-as-text.ts';
import { aPicture } from '../testing/make-article.ts';
import { startRoom, type Room } from '../testing/start-room.ts';
import { idOf } from './load/choose-ids.ts';
import type { MovedIn, MoveIn } from './move-in.ts';

const exports = new URL('../testing/fixtures/exports/', import.meta.url).pathname;
const key = (id: number) => `wordpress/gamle.example.no/post/${id}`;
let room: Room;
let folder: string;
let file: string;

beforeAll(async () => {
  room = await startRoom();
  folder = await mkdtemp(join(tmpdir(), 'moving-'));
  await cp(join(exports, 'norsk'), folder, { recursive: true });
  file = join(folder, 'export.xml');
  await mkdir(join(folder, 'uploads/2023/05'), { recursive: true });
  await writeFile(join(folder, 'uploads/2023/05/koen.jpg'), await aPicture(1200, 800));
});
afterAll(async () => {
  await room.stop();
  await rm(folder, { recursive: true });
});

async function move(asked: Partial<MoveIn> = {}): Promise<MovedIn> {
  const answer = await room.ask('publisher', 'POST', '/moving/import', { paths: [file], ...asked });
  expect(answer.status).toBe(200);
  const last = JSON.parse(String(answer.body).trim().split('\n').at(-1) ?? '') as {
    moved?: MovedIn;
    error?: string;
  };
  if (last.moved === undefined) throw new Error(last.error);
  return last.moved;
}
const find = async (id: number, draft = false) =>
  room.payload.findByID({
    collection: 'articles',
    id: idOf(key(id)),
    draft,
    depth: 0,
    disableErrors: true,
  });

test('a dry run says what would become of it, and writes nothing', async () => {
  const { report, archives } = await move({ isDryRun: true });
  expect(report.counts).toMatchObject({ made: 2, published: 2, pages: 1, pictures: 1, people: 1 });
  expect(report.warnings).toMatchObject({
    leftover: ['Køen i mai: [contact-form-7 id="5" title="Kontakt"]'],
    pictureMissing: [expect.stringContaining('luke-1024x1024.jpg')],
    page: ['Om oss'],
    film: ['Køen i mai'],
    deadLink: [expect.stringContaining('/finnes-ikke/')],
  });
  expect(archives[0]?.plan?.categories).toEqual({
    Arbeidsliv: { tema: 'Arbeidsliv' },
    Serviceferd: 'series',
  });
  for (const collection of ['articles', 'media', 'authors', 'redirects', 'categories'] as const)
    expect((await room.payload.count({ collection })).totalDocs, collection).toBe(0);
});

test('posts become articles, with their pictures, people, dates and old addresses; nobody is mailed', async () => {
  const { report } = await move();
  expect(report.counts).toMatchObject({ made: 2, published: 2, redirects: 12 });
  const article = await find(10);
  expect(article).toMatchObject({
    ...{
      title: 'Køen i mai',
      slug: 'koen-i-mai',
      _status: 'published',
      kind: 'news',
      tags: ['kø'],
    },
    lead: 'Ventetiden økte i mai, og ingen vet helt hvorfor.',
    publishedAt: '2023-05-12T06:00:00.000Z',
    published: { lastAt: '2023-05-13T06:00:00.000Z' },
    sendAlert: false,
  });
  const text = articleAsText({ ...article });
  expect(text).toContain('Fordi de må [sic], sier hun [...].');
  expect(text).not.toContain('contact-form');
  expect(JSON.stringify(article?.body)).toContain('[["År","Minutter"],["2022","12"]]');
  const body = JSON.stringify(article?.body);
  expect(body).toContain(`"value":"${idOf(key(20))}"`);
  expect(body).toContain('https://www.youtube.com/watch?v=abc123');
  const picture = await room.payload.findByID({
    collection: 'media',
    id: String(article?.heroImage),
  });
  expect(picture).toMatchObject({
    alt: 'Mennesker i kø',
    credit: 'Ola Foto / NTB',
    caption: 'Køen i mai.',
  });
  expect(await find(20)).toMatchObject({
    title: 'Luka',
    kind: 'post',
    seriesNumber: 3,
    place: 'Bergen',
  });
  const { docs } = await room.payload.find({
    collection: 'redirects',
    pagination: false,
    depth: 0,
  });
  const leads = Object.fromEntries(docs.map(({ from, to, article: id }) => [from, to ?? id]));
  expect(leads).toMatchObject({
    '/2023/05/12/koen-i-mai/': idOf(key(10)),
    '/?p=10': idOf(key(10)),
    '/2023/05/12/koen-i-mai/koen/': idOf(key(10)),
    '/category/serviceferd/': '/serier/serviceferd/',
    '/author/kari/': '/skribenter/kari-skribent/',
  });
  // A page has no place here, and its address says so.
  expect(docs.find(({ from }) => from === '/om/')).toMatchObject({ gone: true });
  expect((await room.payload.count({ collection: 'mailings' })).totalDocs).toBe(0);
});

test('once more changes nothing; a newer export changes what changed there, never what was edited here', async () => {
  expect((await move()).report.counts).toMatchObject({ same: 2 });
  const newer = (await readFile(file, 'utf8'))
    .replace('Vi svarer.', 'Vi svarer nå.')
    .replace('Andre avsnitt', 'Siste avsnitt');
  await writeFile(file, newer);
  await room.ask('editor', 'PATCH', `/articles/${idOf(key(20))}`, { lead: 'Vår egen ingress.' });
  const { report } = await move();
  expect(report.counts).toMatchObject({ changed: 1, editedHere: 1 });
  expect(report.warnings.editedHere).toEqual(['#3 | BERGEN Luka']);
  expect(articleAsText({ ...(await find(10)) })).toContain('Vi svarer nå.');
  expect((await find(20))?.lead).toBe('Vår egen ingress.');
});

test('sounds and documents that lie beside the archive are offered here', async () => {
  const whole = await readFile(file, 'utf8');
  const uploads = join(folder, 'uploads/2023/05');
  const frames = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0]), Buffer.alloc(400)]);
  await writeFile(join(uploads, 'Køen.mp3'), frames);
  await writeFile(
    join(uploads, 'rapport.pdf'),
    '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\nxref\ntrailer<<>>\nstartxref\n9\n%%EOF\n',
  );
  await writeFile(
    file,
    whole.replace(
      'Vi svarer',
      '</p>[audio mp3="https://gamle.example.no/wp-content/uploads/2023/05/K%C3%B8en.mp3"]<p><a href="/wp-content/uploads/2023/05/rapport.pdf">Hele rapporten</a></p><p>Vi svarer',
    ),
  );
  expect((await move()).report.counts).toMatchObject({ files: 2, changed: 1 });
  const body = JSON.stringify((await find(10))?.body);
  expect(body).toContain('"blockType":"sound"');
  expect(body).toContain('"title":"Hele rapporten"');
  const { docs } = await room.payload.find({ collection: 'files', depth: 0, sort: 'filename' });
  expect(docs).toMatchObject([
    { kind: 'sound', isPublic: true },
    { kind: 'document', isPublic: true, title: 'Hele rapporten' },
  ]);
  await writeFile(file, whole);
  await move();
});

test('«Hva er X?» at the end is a fact box with the organisation of that name, and is told', async () => {
  const whole = await readFile(file, 'utf8');
  const organisation = await room.payload.create({
    collection: 'organisations',
    data: { name: 'Fonn', interest: 'none' },
  });
  const end = 'siden som forsvant</a>.';
  const box = `${end}\n\n<strong>Hva er Fonn?</strong>\n\nFonn er et kundesenter i Bodø.`;
  await writeFile(file, whole.replace(end, box));
  expect((await move()).report.warnings.factBox).toEqual(['Køen i mai']);
  const nodes = (await find(10))?.body?.root.children ?? [];
  expect(nodes.at(-1)).toMatchObject({
    fields: { blockType: 'factBox', title: 'Hva er Fonn?', organisation: organisation.id },
  });
  await writeFile(file, whole);
  await move();
});

test('who owns the publication is noted on the owner, and shown by itself', async () => {
  const whole = await readFile(file, 'utf8');
  const end = 'siden som forsvant</a>.';
  const name = /<title>([^<]+)<\/title>/.exec(whole)?.[1] ?? '';
  await writeFile(file, whole.replace(end, `${end}\n\n<em>Brygga Drift AS eier ${name}</em>`));
  expect((await move()).report.warnings.ownership).toEqual(['Køen i mai']);
  const { docs } = await room.payload.find({
    collection: 'organisations',
    where: { name: { equals: 'Brygga Drift AS' } },
  });
  expect(docs).toMatchObject([{ interest: 'owner', disclosure: `Brygga Drift AS eier ${name}.` }]);
  const article = await find(10);
  expect(article?.organisations).toEqual([docs[0]?.id]);
  expect(JSON.stringify(article?.body)).not.toContain('Brygga');
  await writeFile(file, whole);
  await move();
});

test('what is a draft in a newer export is taken off here; its old address says so until it is out', async () => {
  const whole = await readFile(file, 'utf8');
  const at = whole.indexOf('<wp:post_id>10</wp:post_id>');
  const status = '<wp:status>publish</wp:status>';
  const found = whole.indexOf(status, at);
  expect([at, found].every((each) => each > 0)).toBe(true);
  await writeFile(
    file,
    whole.slice(0, found) + status.replace('publish', 'draft') + whole.slice(found + status.length),
  );
  expect((await move({ isDryRun: true })).report.warnings.takenOff).toEqual(['Køen i mai']);
  expect((await move()).report.warnings.takenOff).toEqual(['Køen i mai']);
  expect((await find(10))?._status).toBe('draft');
  await writeFile(file, whole);
  await move();
  expect((await find(10))?._status).toBe('published');
});

test('what was deleted here does not come back', async () => {
  await room.ask('editor', 'DELETE', `/articles/${idOf(key(20))}`);
  expect((await move()).report.warnings.deletedHere).toEqual(['#3 | BERGEN Luka']);
  expect(await find(20)).toBeNull();
});

test('killed between an article and the note of it, it is gone on with, and nothing is there twice', async () => {
  await room.payload.kv.delete(`arrived:${idOf(key(10))}`);
  expect((await move()).report.counts).toMatchObject({ same: 1, deletedHere: 1 });
  await room.payload.kv.delete(`arrived:${idOf(key(20))}`);
  expect((await move()).report.counts).toMatchObject({ same: 1, made: 1 });
  expect((await room.payload.count({ collection: 'articles' })).totalDocs).toBe(2);
  expect((await room.payload.count({ collection: 'media' })).totalDocs).toBe(1);
});

test('an address is nobody’s to choose but an archive’s', async () => {
  const made = await room.ask('editor', 'POST', '/authors', { id: idOf('mine'), name: 'Ola' });
  expect(made.status).toBe(201);
  expect(made.body.doc.id).not.toBe(idOf('mine'));
  expect((await room.ask('admin', 'POST', '/moving/import', { paths: [file] })).status).toBe(401);
});

test('a list of subscribers comes in as on its own screen, with who had left; nobody is mailed', async () => {
  const list = join(folder, 'liste.csv');
  const rows = [
    'email,state,confirmed_at,consent_text,consent_page',
    'a@eksempel.no,active,2025-03-01T08:00:00Z,Ja takk,/nyhetsbrev/',
    'b@eksempel.no,unsubscribed,,,',
    'c@eksempel.no,active,,,',
  ];
  await writeFile(list, rows.join('\n'));
  const { report } = await move({ paths: [list] });
  expect(report.counts).toMatchObject({ subscribers: 1, departed: 1 });
  expect(report.warnings.subscriberRefused).toEqual([
    expect.stringMatching(/^linje 4, c@eksempel.no: /),
  ]);
  expect((await room.payload.count({ collection: 'mailings' })).totalDocs).toBe(0);
  await writeFile(list, 'navn,by\nKari,Bodø');
  const { archives, report: none } = await move({ paths: [list] });
  expect([archives, none.warnings.unreadable?.length]).toEqual([[], 1]);
});

test.each([
  ['wordpress/sample.xml', 'wordpress', 5],
  ['wordpress/multiple', 'wordpress', 5],
  ['wordpress/co-authors-plus.xml', 'wordpress', 4],
  ['squarespace.xml', 'wordpress', 5],
  ['ghost.json', 'ghost', 1],
  ['medium', 'medium', 9],
])('%s is known by its content, and comes in', async (path, system, posts) => {
  const { archives, report } = await move({ paths: [join(exports, path)] });
  expect(archives).toMatchObject([{ system, posts }]);
  expect(report.counts.failed).toBeUndefined();
});
