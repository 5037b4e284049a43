import { afterAll, beforeAll, expect, test } from 'vitest';
import { create } from '../../testing/make-article.ts';
import { startRoom, type Room } from '../../testing/start-room.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const unpublishArticle = (
  id: string,
  body: object,
  who: 'editor' | 'writer' | 'anonymous' = 'editor',
) => room.ask(who, 'POST', `/desk/unpublish/${id}`, body);
const statusOf = async (id: string) =>
  (await room.ask('editor', 'GET', `/articles/${id}?depth=0`)).body._status;

test('asks why, keeps it in the log, and leaves a draft', async () => {
  const { id } = await create(room, { title: 'For tidlig' });
  const silent = await unpublishArticle(id, { reason: '  ' });
  expect([silent.status, silent.body.errors[0].message]).toEqual([
    ...[400, 'Skriv hvorfor saken tas av nett. Begrunnelsen står i loggen.'],
  ]);
  expect(await statusOf(id)).toBe('published');
  expect((await unpublishArticle(id, { reason: 'Ikke godkjent.' })).status).toBe(200);
  expect(await statusOf(id)).toBe('draft');
  const { body } = await room.ask('editor', 'GET', `/log?where[document][equals]=${id}&sort=-at`);
  expect(body.docs[0]).toMatchObject({ act: 'unpublished', why: 'Ikke godkjent.' });
  expect((await unpublishArticle(id, { reason: 'Igjen.' })).status).toBe(404);
});

test('what was planned for it goes, since it would be refused when its time came', async () => {
  const { id } = await create(room, { title: 'Ute og planlagt' });
  const draft = { lead: 'Endret ingress.', _status: 'draft' };
  const { body } = await room.ask('editor', 'PATCH', `/articles/${id}?draft=true&depth=0`, draft);
  const plan = { type: 'publish', at: '2031-01-01T06:00:00.000Z', seen: body.doc.updatedAt };
  const made = await room.ask('editor', 'POST', `/desk/plans/${id}`, plan);
  expect(made.body.plans).toHaveLength(1);
  expect((await unpublishArticle(id, { reason: 'Feil.' })).status).toBe(200);
  expect((await room.ask('editor', 'GET', `/desk/plans/${id}`)).body.plans).toEqual([]);
  const log = await room.ask('editor', 'GET', `/log?where[document][equals]=${id}&limit=20`);
  const acts = (log.body.docs as { act: string }[]).map(({ act }) => act);
  expect(acts).toEqual(expect.arrayContaining(['unpublished', 'plan-dropped']));
});

test('sends the readers on when asked to', async () => {
  const { id, slug } = await create(room);
  const wrong = await unpublishArticle(id, { reason: 'x', to: 'javascript:alert(1)' });
  expect(wrong.status).toBe(400);
  for (const to of ['/saker/finnes-ikke/', `/saker/${String(slug)}/`, '/saker/finnes-ikke']) {
    const refused = await unpublishArticle(id, { reason: 'x', to });
    expect([to, refused.status, refused.body.errors[0].message]).toEqual([
      ...[to, 400, expect.stringMatching(/ingen side på den adressen/)],
    ]);
  }
  expect(await statusOf(id)).toBe('published');
  await create(room, { title: 'Den andre' });
  await unpublishArticle(id, { reason: 'Slått sammen.', to: '/saker/den-andre/' });
  const from = encodeURIComponent(`/saker/${slug}/`);
  const { body } = await room.ask('editor', 'GET', `/redirects?where[from][equals]=${from}`);
  expect(body.docs).toMatchObject([{ to: '/saker/den-andre/' }]);
});

test('is an editor’s act', async () => {
  const { id } = await create(room);
  expect((await unpublishArticle(id, { reason: 'x' }, 'writer')).status).toBe(401);
  expect((await unpublishArticle(id, { reason: 'x' }, 'anonymous')).status).toBe(401);
  expect(await statusOf(id)).toBe('published');
});
