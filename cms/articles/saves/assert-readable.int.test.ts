import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRoom, type Room } from '../../testing/start-room.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

test.each(['Published', 'published ', '', null, ['published']])(
  'an article is a draft or published, not %j',
  async (_status) => {
    const data = { title: 'En sak', kind: 'news', marking: 'editorial', _status };
    // why: what is sent over REST is whatever it is.
    const saved = room.payload.create({ collection: 'articles', data: data as never });
    await expect(saved).rejects.toThrow(/utkast \(draft\) eller publisert/);
  },
);

test.each([
  ['a body that is no rich text', { body: 'bare tekst' }],
  ['a body without a root', { body: {} }],
  ['a root without children', { body: { root: {} } }],
  ['a node the site does not know', { body: { root: { children: [{ type: 'karusell' }] } } }],
])('%s is refused with a sentence when it is published', async (_name, part) => {
  const category = await room.payload.find({ collection: 'categories', limit: 1 });
  const data = { title: 'En sak', lead: 'Ingress.', kind: 'news', marking: 'editorial', ...part };
  const saved = room.payload.create({
    collection: 'articles',
    // why: what is sent over REST is whatever it is.
    data: { ...data, category: category.docs[0]?.id, _status: 'published' } as never,
  });
  await expect(saved).rejects.toMatchObject({
    data: { errors: expect.arrayContaining([expect.objectContaining({ path: 'body' })]) },
  });
});

test.each([
  ['publishedAt', { publishedAt: 'i fjor' }],
  ['the deadline', { deadline: '31.02.2027' }],
  ['a correction', { corrections: [{ at: 'i går', text: 'Rettet.' }] }],
])('the time of %s must be a time, in a draft too', async (_name, part) => {
  const data = { title: 'En sak', kind: 'news', marking: 'editorial', ...part };
  const saved = room.payload.create({ collection: 'articles', draft: true, data: data as never });
  await expect(saved).rejects.toThrow(/kan ikke leses/);
});

test('a date is read day first, and one that nobody can read keeps no draft from being saved', async () => {
  const made = await room.ask('editor', 'POST', '/articles?draft=true', {
    ...{
      title: 'En sak',
      deadline: '1.11.2027',
      publishedAt: '24/12/2026 kl. 6',
      _status: 'draft',
    },
  });
  const { id, deadline, publishedAt } = made.body.doc;
  // A day to be done by is a whole day.
  expect([deadline, publishedAt]).toEqual(['2027-11-01T22:59:00.000Z', '2026-12-24T05:00:00.000Z']);
  const typed = { title: 'Skrevet videre', deadline: '31.02.2027', publishedAt: 'i fjor' };
  const path = `/articles/${String(id)}?draft=true&autosave=true`;
  const saved = await room.ask('editor', 'PATCH', path, { ...typed, _status: 'draft' });
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  expect(saved.body.doc).toMatchObject({ title: 'Skrevet videre', deadline, publishedAt });
});

test('a picture that does not exist is an answer, not a failure', async () => {
  const heroImage = '00000000-0000-4000-8000-000000000000';
  const data = { title: 'En sak', kind: 'news', marking: 'editorial', heroImage, lead: 'Ingress.' };
  const draft = await room.ask('editor', 'POST', '/articles?draft=true', data);
  expect(draft.status).toBeLessThan(500); // MongoDB keeps it until somebody publishes
  const published = await room.ask('editor', 'POST', '/articles', {
    ...data,
    _status: 'published',
  });
  expect(published).toMatchObject({ status: 400 });
});
