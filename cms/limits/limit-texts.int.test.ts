import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBody, anArticle } from '../testing/make-article.ts';
import { startRoom, type Room } from '../testing/start-room.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const tooLong = expect.stringMatching(/: (Teksten er for lang|Det er for mange): høyst/) as unknown;
const long = (length: number) => 'x'.repeat(length);

test.each([
  ['a title', { title: long(301) }],
  ['a title of megabytes', { title: long(3_000_000) }],
  ['a lead', { lead: long(2_001) }],
  ['a tag', { tags: ['kort', long(2_001)] }],
  ['tags without an end', { tags: Array.from({ length: 1_001 }, (_, n) => `t${n}`) }],
  ['many long tags', { tags: Array.from({ length: 20 }, (_, n) => `${n} ${long(1_900)}`) }],
  ['a choice', { kind: long(2_001) }],
  ['a stage of megabytes', { stage: long(3_000_000) }],
  ['a relationship', { category: long(2_001) }],
  ['a row', { interviewees: [{ name: long(2_001) }] }],
  ['a sponsor', { sponsor: long(2_001) }],
  ['a body', { body: aBody(long(3_500_001)) }],
])('%s that is too long is refused in drafts and autosave too', async (_, fields) => {
  const draft = anArticle({ ...fields, _status: 'draft' });
  const made = await room.ask('writer', 'POST', '/articles?draft=true', draft);
  expect([made.status, made.body.message]).toEqual([400, tooLong]);
  const { body } = await room.ask('writer', 'POST', '/articles?draft=true', {
    ...anArticle({ _status: 'draft' }),
  });
  const query = 'draft=true&autosave=true';
  const path = `/articles/${body.doc.id}?${query}`;
  const saved = await room.ask('writer', 'PATCH', path, { ...fields, _status: 'draft' });
  expect(saved.status).toBe(400);
});

test.each([
  ['POST', '/authors', { name: long(2_001) }],
  ['POST', '/organisations', { name: 'A', about: long(20_001) }],
  ['POST', '/categories', { name: long(2_001) }],
  ['POST', '/globals/publication', { notice: long(2_001) }],
  ['POST', '/globals/publication', { socialLinks: [{ label: long(2_001), url: '/x/' }] }],
  ['POST', '/users', { email: 'a@b.no', password: 'a long password', name: long(2_001) }],
])('%s %s is limited like everything else', async (method, path, fields) => {
  expect((await room.ask('admin', method, path, { ...fields })).status).toBe(400);
});

test('what is older than its limit can be kept, and taken off the site', async () => {
  const made = await room.ask('editor', 'POST', '/articles', anArticle());
  const { id } = made.body.doc;
  const collection = 'articles';
  await room.payload.db.updateOne({ collection, id, data: { lead: long(2_500) } });
  await room.payload.db.deleteVersions({
    collection: 'articles',
    where: { parent: { equals: id } },
  });
  const off = await room.ask('editor', 'POST', `/desk/unpublish/${id}`, { reason: 'Feil.' });
  expect(off.status).toBe(200);
  const change = { title: 'En annen tittel', _status: 'draft' };
  expect((await room.ask('editor', 'PATCH', `/articles/${id}?draft=true`, change)).status).toBe(
    200,
  );
});

test('a long article, and texts just within their limits, are taken', async () => {
  const paragraphs = Array.from({ length: 2_000 }, () =>
    'Et avsnitt på åtte ord om kunder. '.repeat(4),
  );
  const fields = { title: long(300), lead: long(2_000), body: aBody(...paragraphs) };
  const made = await room.ask('editor', 'POST', '/articles', anArticle(fields));
  expect(made.status).toBe(201);
});
