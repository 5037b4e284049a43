import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBlock, aBody, anArticle } from '../testing/make-article.ts';
import { startRoom, type Room } from '../testing/start-room.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

/** «På tråden» as a Mac names its files, with what comes along from chats and spreadsheets. */
const sent = '\ufeffPa\u030a\u200b tra\u030aden\u2060';
const kept = 'På tråden';

test('an article is kept without what nobody sees, in every field, box and tag', async () => {
  const box = aBlock('factBox', { title: sent, content: aBody(sent) });
  const fields = { title: sent, lead: sent, place: sent, tags: [sent], body: aBody(sent, box) };
  const { body } = await room.ask('editor', 'POST', '/articles?depth=0', anArticle(fields));
  expect(body.doc).toMatchObject({ title: kept, lead: kept, place: kept, tags: [kept] });
  expect(body.doc.slug).toBe('pa-traden');
  expect(JSON.stringify(body.doc.body)).not.toMatch(/[\u030a\u200b\u2060\ufeff]/);

  const path = `/articles/${body.doc.id}?draft=true&autosave=true&depth=0`;
  const saved = await room.ask('editor', 'PATCH', path, { lead: `${sent}!`, _status: 'draft' });
  expect(saved.body.doc.lead).toBe(`${kept}!`);
});

test.each(['authors', 'categories', 'series', 'organisations'])(
  '%s: so are names and their addresses',
  async (collection) => {
    const { body } = await room.ask('editor', 'POST', `/${collection}`, { name: sent });
    expect(body.doc).toMatchObject({ name: kept, slug: 'pa-traden' });
  },
);

test('so is what stands on all pages', async () => {
  const { body } = await room.ask('admin', 'POST', '/globals/publication', { tagline: sent });
  expect(body.result.tagline).toBe(kept);
});
