import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBlock, aBody, anArticle, create, upload } from '../../testing/make-article.ts';
import * as lexical from '../../testing/make-lexical.ts';
import { startRoom, type Room } from '../../testing/start-room.ts';
import { changesView } from './changes-view.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const changesOf = async (id: string) =>
  changesView.parse((await room.ask('writer', 'GET', `/desk/changes/${id}`)).body);
const save = (id: string, fields: object) =>
  room.ask('editor', 'PATCH', `/articles/${id}?draft=true`, { ...fields, _status: 'draft' });
const named = async (collection: string, name: string) =>
  (await room.ask('editor', 'POST', `/${collection}`, { name })).body.doc.id;

test('what a draft changes of what readers see is told in words, by the names of the fields', async () => {
  const [before, after] = [
    await named('categories', 'Arbeidsliv'),
    await named('categories', 'Kø'),
  ];
  const box = (content: string) => aBlock('factBox', { title: 'Fakta', content: aBody(content) });
  const { id } = await create(room, {
    ...{ category: before, tags: ['kø', 'telefon'] },
    body: aBody('Først.', box('Ti svarte.')),
  });
  expect(await changesOf(id)).toEqual({ since: 'out', changes: [] });
  await save(id, { category: after, tags: ['kø'], body: aBody('Først.', box('Elleve svarte.')) });
  expect(await changesOf(id)).toEqual({
    since: 'out',
    changes: [
      {
        label: 'Tekst',
        before: ['Først.', 'Faktaboks:\nFakta\nTi svarte.'],
        after: ['Først.', 'Faktaboks:\nFakta\nElleve svarte.'],
        isSameWords: false,
      },
      { label: 'Tema', before: ['Arbeidsliv'], after: ['Kø'], isSameWords: false },
      { label: 'Stikkord', before: ['kø, telefon'], after: ['kø'], isSameWords: false },
    ],
  });
});

test('what was approved with a plan counts, and what was never out has nothing beside it', async () => {
  const draft = anArticle({ lead: 'Godkjent.', _status: 'draft' });
  const { id, updatedAt } = (await room.ask('editor', 'POST', '/articles?draft=true', draft)).body
    .doc;
  expect((await changesOf(id)).since).toBe('nothing');
  const at = new Date(Date.now() + 3_600_000).toISOString();
  await room.ask('editor', 'POST', `/desk/plans/${id}`, { type: 'publish', at, seen: updatedAt });
  await save(id, { lead: 'Ikke godkjent.' });
  expect(await changesOf(id)).toEqual({
    since: 'approved',
    changes: [
      { label: 'Ingress', before: ['Godkjent.'], after: ['Ikke godkjent.'], isSameWords: false },
    ],
  });
});

test('the ids that the editor gives boxes and rows, and what it notes of typing, are no change', async () => {
  const state = (ids: boolean) => ({
    body: aBody(lexical.box('pullQuote', { quote: 'Ja.', ...(ids ? {} : { id: undefined }) }), {
      ...lexical.paragraph(lexical.words('Ord.')),
      ...(ids && { textFormat: 0, textStyle: '' }),
    }),
  });
  const { id } = await create(room, state(false));
  await save(id, { ...state(true), title: 'Ny tittel' });
  expect((await changesOf(id)).changes.map(({ label }) => label)).toEqual(['Tittel']);
});

test('nobody without an account is told', async () => {
  const { id } = await create(room);
  expect((await room.ask('anonymous', 'GET', `/desk/changes/${id}`)).status).toBe(401);
  expect((await room.ask('writer', 'GET', '/desk/changes/nobody')).status).toBe(404);
});

test('another picture, another target of a link and other marks are told, too', async () => {
  const [one, other] = [
    await upload(room, { fields: { alt: 'En kø' } }),
    await upload(room, { fields: { alt: 'En telefon' } }),
  ];
  const state = (media: string, url: string, format: number) =>
    aBody(
      aBlock('image', { media }),
      lexical.paragraph(lexical.webLink(url, lexical.words('her'))),
      lexical.paragraph(lexical.words('Fet?', format)),
    );
  const { id } = await create(room, { body: state(one.id, 'https://a.no/', 0) });
  await save(id, { body: state(other.id, 'https://b.no/', 0) });
  expect((await changesOf(id)).changes).toMatchObject([
    {
      before: ['Bilde:\nEn kø', 'her (https://a.no/)', 'Fet?'],
      after: ['Bilde:\nEn telefon', 'her (https://b.no/)', 'Fet?'],
    },
  ]);
  await save(id, { body: state(one.id, 'https://a.no/', 1) });
  expect((await changesOf(id)).changes).toMatchObject([{ label: 'Tekst', isSameWords: true }]);
});
