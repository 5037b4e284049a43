import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRoom, type Room } from '../../testing/start-room.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const screen = '/moving/screen';
const pageOf = async () => String((await room.ask('admin', 'GET', screen)).body);
const act = (name: string, body?: FormData, who: 'admin' | 'editor' = 'admin') =>
  room.ask(who, 'POST', `${screen}/${name}`, body);
const markdown = (name: string, text: string) => new File([text], name, { type: 'text/markdown' });

const toldInLog = async () =>
  (await room.payload.count({ collection: 'log', where: { act: { equals: 'archive-imported' } } }))
    .totalDocs;

/** Until it is no longer under way; the page is asked, as a person does. */
async function settled(): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const page = await pageOf();
    if (!/Ser over …|Flytter inn …/.test(page)) return page;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it never ended');
}

test('is for administrators', async () => {
  const page = await room.ask('editor', 'GET', screen);
  expect([page.status, String(page.body)]).toEqual([
    403,
    expect.stringContaining('administratorer'),
  ]);
  expect((await act('start', undefined, 'editor')).status).toBe(403);
});

test('an archive is looked over, what becomes what is decided, and then it is moved in', async () => {
  expect(await pageOf()).toContain('name="file"');
  const empty = await act('look', new FormData());
  expect([empty.status, String(empty.body)]).toEqual([400, expect.stringContaining('Velg en fil')]);

  const form = new FormData();
  form.append(
    'file',
    markdown(
      'kø.md',
      '---\ntitle: Køen\ndate: 2022-03-04\ncategories: [Diverse]\nauthor: admin\n---\nIngress.\n\nTekst.',
    ),
  );
  form.append('file', markdown('../luke.md', '---\ntitle: Luka\ndate: 2022-03-05\n---\nIngress.'));
  await act('look', form);
  const looked = await settled();
  expect(looked).toContain('Dette ville skje');
  expect(looked).toContain('2 nye saker');
  expect(looked).toContain('«Diverse» blir');
  const count = async () => (await room.payload.count({ collection: 'articles' })).totalDocs;
  expect(await count()).toBe(0);

  const decided = new FormData();
  for (const [name, value] of Object.entries({
    ...{ 'category-0': 'Diverse', 'target-0': 'tag', 'name-0': 'Blandet' },
    ...{ 'author-0': 'admin', 'byline-0': '', series: '', kind: 'post' },
  }))
    decided.set(name, value);
  await act('decide', decided);
  expect(await settled()).toContain('value="Blandet"');
  expect(await count()).toBe(0);

  await act('start');
  expect(await settled()).toContain('Ferdig. Dette er gjort');
  const { docs } = await room.payload.find({ collection: 'articles', sort: 'title', depth: 0 });
  expect(docs).toMatchObject([
    { title: 'Køen', kind: 'post', tags: ['Blandet'], authors: [], slug: 'ko' },
    { title: 'Luka', kind: 'post' },
  ]);
  const log = await room.ask('admin', 'GET', '/log?where[act][equals]=archive-imported');
  expect(log.body.totalDocs).toBe(1);

  await act('start');
  expect(await settled()).toContain('2 saker som er like');
  await act('forget');
  expect(await pageOf()).toContain('name="file"');
  expect(await count()).toBe(2);
});

test('what is no archive is said', async () => {
  const form = new FormData();
  form.append('file', new File(['{}'], 'x.json', { type: 'application/json' }));
  await act('look', form);
  expect(await settled()).toContain('Fant ikke noe arkiv');
  await act('forget');
});

test('a look that was stopped goes on as a look, and moves nothing in', async () => {
  const before = (await room.payload.count({ collection: 'articles' })).totalDocs;
  const told = await toldInLog();
  const form = new FormData();
  for (let n = 0; n < 60; n++)
    form.append(
      'file',
      markdown(
        `sak-${String(n)}.md`,
        `---\ntitle: Sak ${String(n)}\ndate: 2022-03-04\n---\nTekst.`,
      ),
    );
  await act('look', form);
  await act('pause');
  const page = await settled();
  // It may have been faster than whoever stopped it.
  if (page.includes('Stanset på vei')) {
    await act('start');
    expect(await settled()).toContain('Dette ville skje');
  }
  expect((await room.payload.count({ collection: 'articles' })).totalDocs).toBe(before);
  expect(await toldInLog()).toBe(told);
  await act('forget');
});
