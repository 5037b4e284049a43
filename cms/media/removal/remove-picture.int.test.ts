import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runScheduledPublishing } from '../../articles/plans/scheduled-publishing.ts';
import { breakWrites } from '../../testing/break-writes.ts';
import { aBlock, aBody, anArticle, create, upload } from '../../testing/make-article.ts';
import { startRoom, type Room } from '../../testing/start-room.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

type Row = Record<string, unknown> & { id: string };

const remove = (id: string, who: 'editor' | 'writer' | 'admin' | 'anonymous' = 'editor') =>
  room.ask(who, 'POST', `/desk/pictures/${id}/removal`, { reason: 'Den avbildede ba om det.' });
const uses = async (id: string) =>
  (await room.ask('editor', 'GET', `/desk/pictures/${id}/removal`)).body.uses;
const main = async (id: string): Promise<Row> => {
  const row = await room.payload.db.findOne<Row>({
    collection: 'articles',
    where: { id: { equals: id } },
  });
  return JSON.parse(JSON.stringify(row));
};
const draft = async (id: string): Promise<Row> =>
  (await room.ask('editor', 'GET', `/articles/${id}?draft=true&depth=0`)).body;
const versions = async (id: string) => {
  const where = `where[parent][equals]=${id}&limit=100&depth=0`;
  return (await room.ask('editor', 'GET', `/articles/versions?${where}`)).body.docs as Row[];
};
const logged = async (where: object) =>
  (await room.payload.find({ collection: 'log', where: where as never, pagination: false })).docs;
const files = async () => readdir(join(room.dataDir, 'media'));

const without = (row: Row, ...names: string[]) =>
  Object.fromEntries(
    Object.entries(row).filter(([name]) => ![...names, 'updatedAt', 'savedFrom'].includes(name)),
  );

/** One of everything that shows a picture. */
async function everywhere() {
  const picture = await upload(room);
  const other = await upload(room);
  const id: string = picture.id;
  const author = await room.ask('editor', 'POST', '/authors', {
    ...{ name: `Kari ${Math.random()}`, photo: id, role: 'Redaktør', bio: 'Om Kari.' },
    links: [{ label: 'Her', url: 'https://kari.example/' }],
  });
  const body = aBody(
    'Før.',
    aBlock('image', { media: id, caption: 'Ut' }),
    aBlock('image', { media: other.id }),
    'Etter.',
  );
  const fields = {
    heroImage: id,
    body,
    authors: [author.body.doc.id],
    tags: ['kø', 'svar'],
    kind: 'interview',
    interviewees: [
      { name: 'Ola', role: 'Kunde', portrait: id },
      { name: 'Kari', role: 'Kunde', portrait: other.id },
    ],
    sendAlert: true,
    corrections: [{ at: '2026-01-02T10:00:00.000Z', text: 'Tallet var feil.' }],
  };
  const out: string = (await create(room, fields)).id;
  const both: string = (await create(room, { heroImage: id, lead: 'Ute.' })).id;
  await room.ask('editor', 'PATCH', `/articles/${both}?draft=true`, {
    ...{ lead: 'Skrives om.', body, _status: 'draft' },
  });
  const behind: string = (await create(room, { heroImage: id, lead: 'Ute med bildet.' })).id;
  await room.ask('editor', 'PATCH', `/articles/${behind}?draft=true`, {
    ...{ heroImage: null, lead: 'Utkastet har det ikke.', _status: 'draft' },
  });
  const make = async (more: object): Promise<string> => {
    const data = anArticle({ ...more, _status: 'draft' });
    return (await room.ask('editor', 'POST', '/articles?draft=true&depth=0', data)).body.doc.id;
  };
  const written = await make({ heroImage: id, lead: 'Bare utkast.' });
  const planned = await make({
    ...{ heroImage: id, lead: 'Planlagt.', body: aBody(aBlock('image', { media: id })) },
  });
  const job = await room.payload.jobs.queue({
    task: 'schedulePublish',
    input: { type: 'publish', doc: { relationTo: 'articles', value: planned } },
    waitUntil: new Date(Date.now() + 3_600_000),
  });
  await room.ask('writer', 'PATCH', `/articles/${planned}?draft=true`, {
    ...{ heroImage: null, body: aBody('Uten.'), lead: 'Skribentens.', _status: 'draft' },
  });
  return {
    ...{ picture, id, other: String(other.id), author: String(author.body.doc.id) },
    ...{ out, both, behind, written, planned, job: String(job.id) },
  };
}
type Made = Awaited<ReturnType<typeof everywhere>>;

async function expectGone({ id, picture, out, both, behind, written, author }: Made) {
  expect((await room.ask('editor', 'GET', `/media/${id}`)).status).toBe(404);
  const file = await room.ask('editor', 'GET', `/media/file/${picture.filename}`);
  expect(file.status).not.toBe(200);
  const stem = String(picture.filename).replace(/\.jpg$/, '');
  expect((await files()).filter((name) => name.startsWith(stem))).toEqual([]);
  const rows = await Promise.all([out, both, behind].map(main));
  expect(rows.map(({ _status }) => _status)).toEqual(['published', 'published', 'published']);
  const drafts = await Promise.all([out, both, behind, written].map(draft));
  const all = (await Promise.all([out, both, behind, written].map(versions))).flat();
  const person = (await room.ask('editor', 'GET', `/authors/${author}?depth=0`)).body;
  expect(JSON.stringify([rows, drafts, all, person])).not.toContain(id);
}

test('a picture goes out of everything in one act, and nothing else changes', async () => {
  const made = await everywhere();
  const { id, out, both, behind, written, planned, job, author, other } = made;
  const seen = await uses(id);
  expect(seen.map((use: { id: string }) => use.id).toSorted()).toEqual(
    [out, both, behind, written, planned, author].toSorted(),
  );
  const ids = [out, both, behind, written];
  const before = await Promise.all(ids.map(async (each) => [await main(each), await draft(each)]));
  const counts = await Promise.all(ids.map(async (each) => (await versions(each)).length));

  expect((await remove(id)).status).toBe(200);

  await expectGone(made);
  const after = await Promise.all(ids.map(async (each) => [await main(each), await draft(each)]));
  const told = ['heroImage', 'body', 'bodyUses', 'published', 'interviewees'];
  const kept = (pair: Row[]) => pair.map((row) => without(row, ...told));
  expect(after.map((pair) => kept(pair))).toEqual(before.map((pair) => kept(pair)));
  expect(await Promise.all(ids.map(async (each) => (await versions(each)).length))).toEqual(counts);
  const people = [await main(out), await draft(out)].map(({ interviewees }) => interviewees);
  for (const named of people)
    expect(named).toMatchObject([
      { name: 'Ola', role: 'Kunde', portrait: null },
      { name: 'Kari', role: 'Kunde', portrait: other },
    ]);
  const text = JSON.stringify((await main(out))['body']);
  expect([text.includes('Før.'), text.includes('Etter.'), text.includes(other)]).toEqual([
    ...[true, true, true],
  ]);
  expect(await draft(both)).toMatchObject({ lead: 'Skrives om.', _status: 'draft' });
  expect(await draft(behind)).toMatchObject({ lead: 'Utkastet har det ikke.', _status: 'draft' });

  // A release of its own, and nobody is mailed for it.
  for (const [index, each] of [out, both, behind].entries()) {
    const [was, is] = [before[index]?.[0], await main(each)];
    const [one, two] = [was, is].map((row) => row?.['published'] as Record<string, string>);
    expect(two).toMatchObject({ slug: one?.['slug'], firstAt: one?.['firstAt'] });
    expect(two?.['revision']).not.toBe(one?.['revision']);
    expect(String(two?.['lastAt']) > String(one?.['lastAt'])).toBe(true);
    expect(is['alert']).toEqual(was?.['alert']);
    const public_ = await room.ask('anonymous', 'GET', `/articles/${each}?depth=0`);
    expect(public_.body.heroImage ?? null).toBeNull();
  }
  const newest = (await versions(out))[0]?.['version'] as Row;
  expect(newest['published']).toEqual((await main(out))['published']);

  const person = (await room.ask('editor', 'GET', `/authors/${author}?depth=0`)).body;
  expect(person).toMatchObject({ role: 'Redaktør', bio: 'Om Kari.', links: [{ label: 'Her' }] });

  // What was planned goes out without it.
  await room.payload.db.updateOne({
    collection: 'payload-jobs',
    id: job,
    data: { waitUntil: new Date(Date.now() - 1000).toISOString() },
  });
  await runScheduledPublishing(room.payload);
  const live = (await room.ask('anonymous', 'GET', `/articles/${planned}?depth=0`)).body;
  expect(live).toMatchObject({ lead: 'Planlagt.' });
  expect(live.heroImage ?? null).toBeNull();
  expect((await draft(planned))['lead']).toBe('Skribentens.');

  const lines = await logged({ document: { equals: id } });
  expect(lines).toMatchObject([
    { act: 'picture-removed', who: 'editor', why: 'Den avbildede ba om det.' },
  ]);
  const where = { and: [{ document: { equals: out } }, { act: { equals: 'updated' } }] };
  expect(await logged(where)).toMatchObject([{ why: 'Den avbildede ba om det.' }]);
  // Every document that the site knew is told anew, the picture as gone.
  const { docs } = await room.payload.db.find({
    collection: 'tombstones',
    where: { documentId: { equals: id } },
  });
  expect(docs).toMatchObject([{ type: 'media', isConfirmed: true }]);
  expect((await remove(id)).status).toBe(200);
  expect(await logged({ document: { equals: id } })).toHaveLength(1);
});

test.each([['articles'], ['authors'], ['tombstones']])(
  'stopped half-way at %s, a second press does the rest',
  async (table) => {
    const made = await everywhere();
    const mend = await breakWrites(room.payload, [table]);
    try {
      expect((await remove(made.id)).status).toBeGreaterThanOrEqual(500);
    } finally {
      await mend();
    }
    expect((await room.ask('editor', 'GET', `/media/${made.id}`)).status).toBe(200);
    expect((await remove(made.id)).status).toBe(200);
    await expectGone(made);
    expect(await draft(made.both)).toMatchObject({ lead: 'Skrives om.', _status: 'draft' });
    expect(await logged({ document: { equals: made.id } })).toHaveLength(1);
  },
);

test('what could not be published anew does not keep a picture out there', async () => {
  const { id } = await upload(room);
  const gone = await create(room);
  const link = { type: 'link', version: 3, fields: { linkType: 'internal', newTab: false } };
  const body = aBody('Tekst.', {
    ...{ type: 'paragraph', version: 1, direction: null, format: '', indent: 0 },
    children: [
      {
        ...link,
        fields: { ...link.fields, doc: { relationTo: 'articles', value: gone.id } },
        ...{ direction: null, format: '', indent: 0 },
        children: [
          {
            type: 'text',
            version: 1,
            text: 'dit',
            detail: 0,
            format: 0,
            mode: 'normal',
            style: '',
          },
        ],
      },
    ],
  });
  const article = await create(room, { heroImage: id, body });
  await room.ask('editor', 'DELETE', `/articles/${gone.id}`);
  const again = await room.ask('editor', 'PATCH', `/articles/${article.id}`, {
    ...{ heroImage: null, _status: 'published' },
  });
  expect(again.status).toBe(400);
  expect((await remove(id)).status).toBe(200);
  expect(await main(article.id)).toMatchObject({ _status: 'published', heroImage: null });
});

test('an open form with the picture is told, and can go on after loading', async () => {
  const { id } = await upload(room);
  const data = anArticle({ heroImage: id, _status: 'draft' });
  const { body } = await room.ask('editor', 'POST', '/articles?draft=true&depth=0', {
    ...{ ...data, savedFrom: 'tab' },
  });
  expect((await remove(id)).status).toBe(200);
  const path = `/articles/${body.doc.id}?draft=true&depth=0`;
  const save = (more: object) =>
    room.ask('editor', 'PATCH', path, { ...more, savedFrom: 'tab', lead: 'Videre.' });
  expect((await save(body.doc)).status).toBe(409);
  expect((await save(await draft(body.doc.id))).status).toBe(200);
});

test('writers and strangers are refused, and so is an act without a reason', async () => {
  const { id } = await upload(room);
  await create(room, { heroImage: id });
  for (const who of ['writer', 'anonymous'] as const) {
    expect((await remove(id, who)).status).toBe(401);
    expect((await room.ask(who, 'GET', `/desk/pictures/${id}/removal`)).status).toBe(401);
  }
  const path = `/desk/pictures/${id}/removal`;
  expect((await room.ask('editor', 'POST', path, { reason: ' ' })).status).toBe(400);
  expect(await uses(id)).toHaveLength(1);
  expect(
    (await room.ask('editor', 'POST', `/desk/pictures/nobody/removal`, { reason: 'x' })).status,
  ).toBe(404);
  expect((await remove(id, 'admin')).status).toBe(200);
});

test('articles and authors are all that points at pictures', () => {
  const { collections, globals } = room.payload.config;
  const pointing = [...collections, ...globals].flatMap(({ slug, flattenedFields }) =>
    JSON.stringify(
      flattenedFields.map((field) =>
        'relationTo' in field ? [field.name, field.relationTo] : field,
      ),
    ).includes('"media"')
      ? [slug]
      : [],
  );
  // Payload's own tables point at every document.
  expect(pointing.filter((slug) => !slug.startsWith('payload-'))).toEqual(['articles', 'authors']);
});
