import { afterAll, beforeAll, expect, test } from 'vitest';
import { create, upload } from '../testing/make-article.ts';
import { startRoom, type Room } from '../testing/start-room.ts';
import { fingerprint } from './fingerprint.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

test('removes the examples, and keeps what somebody worked on with what it shows', async () => {
  const shown = await upload(room, { fields: { alt: 'Bilde som vises' } });
  const example = await create(room, { title: 'Eksempel' });
  const edited = await create(room, { title: 'Endret', heroImage: shown.id });
  const own = await create(room, { title: 'Vår egen' });
  const series = (await room.ask('editor', 'POST', '/series', { name: 'Eksempelserie' })).body.doc;
  await room.ask('editor', 'PATCH', `/articles/${edited.id}`, { lead: 'Vår ingress.' });
  const used = (await room.ask('editor', 'POST', '/series', { name: 'Brukt av vår egen' })).body
    .doc;
  const draft = { title: 'Utkastet vårt', series: used.id, _status: 'draft' };
  await room.ask('editor', 'POST', '/articles?draft=true', draft);
  await room.payload.updateGlobal({
    slug: 'front-page',
    data: { lead: example.id, picked: [own.id, example.id, edited.id] },
  });
  await room.payload.updateGlobal({ slug: 'publication', data: { notice: 'Eksempel' } });
  const sentence = { notice: 'Eksempel' };
  const documents = [
    { collection: 'publication', id: 'notice', ...asMade(sentence, ['notice']) },
    ...[example, edited].map(({ id }) => ({ collection: 'articles', id })),
    { collection: 'series', id: series.id },
    { collection: 'series', id: used.id },
    { collection: 'media', id: shown.id },
  ];
  await room.payload.updateGlobal({ slug: 'starter', data: { documents } });

  expect((await room.ask('editor', 'POST', '/desk/starter/remove')).status).toBe(401);
  const answer = await room.ask('admin', 'POST', '/desk/starter/remove');
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  expect(answer.body.message).toMatch(/1 sak og 2 til som er endret siden/);

  const statusOf = async (path: string) => (await room.ask('editor', 'GET', path)).status;
  expect(await statusOf(`/articles/${example.id}`)).toBe(404);
  expect(await statusOf(`/articles/${edited.id}`)).toBe(200);
  expect(await statusOf(`/articles/${own.id}`)).toBe(200);
  expect(await statusOf(`/series/${series.id}`)).toBe(404);
  expect(await statusOf(`/media/${shown.id}`)).toBe(200);
  expect(await statusOf(`/series/${used.id}`)).toBe(200);
  const front = (await room.ask('editor', 'GET', '/globals/front-page?depth=0')).body;
  expect(front).toMatchObject({ lead: null, picked: [own.id, edited.id] });
  expect((await room.ask('editor', 'GET', '/globals/publication')).body.notice).toBe('');
});

test('what somebody made her own stays: an author written anew, a sentence of the publication', async () => {
  const make = async (name: string) =>
    (await room.ask('editor', 'POST', '/authors?depth=0', { name, title: 'Skribent' })).body.doc;
  const [untouched, rewritten] = [await make('Ola Eksempel'), await make('Kari Eksempel')];
  const fields = ['name', 'title'];
  const documents = [
    ...[untouched, rewritten].map((author) => ({
      ...{ collection: 'authors', id: author.id },
      ...asMade(author, fields),
    })),
    { collection: 'publication', id: 'notice', ...asMade({ notice: 'Eksempel' }, ['notice']) },
  ];
  await room.payload.updateGlobal({ slug: 'starter', data: { documents } });
  await room.ask('editor', 'PATCH', `/authors/${rewritten.id}`, { name: 'Kari Virkelig' });
  await room.payload.updateGlobal({ slug: 'publication', data: { notice: 'Vi flytter.' } });

  const { body } = await room.ask('admin', 'POST', '/desk/starter/remove');
  expect(body.message).toBe(
    '1 eksempel er fjernet. 1 eksempel som er endret siden eller er i bruk, står igjen.',
  );
  const statusOf = async (path: string) => (await room.ask('editor', 'GET', path)).status;
  expect(await statusOf(`/authors/${untouched.id}`)).toBe(404);
  expect(await statusOf(`/authors/${rewritten.id}`)).toBe(200);
  expect((await room.ask('editor', 'GET', '/globals/publication')).body.notice).toBe('Vi flytter.');
});

const asMade = (document: object, fields: string[]) => ({
  fields,
  fingerprint: fingerprint(document, fields),
});
