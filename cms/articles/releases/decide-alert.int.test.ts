import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anArticle } from '../../testing/make-article.ts';
import { startRoom, type Room } from '../../testing/start-room.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3600 * 1000).toISOString();
/** As a form or a program sends it that says nothing of the mail. */
const silent = (some: Record<string, unknown>) => anArticle({ ...some, sendAlert: undefined });
const post = async (article: object) =>
  (await room.ask('editor', 'POST', '/articles', article)).body.doc;
const patch = async (id: string, change: object) =>
  (await room.ask('editor', 'PATCH', `/articles/${id}`, change)).body.doc;
const asksForMail = async (id: string) => {
  const row = await room.payload.db.findOne<{ id: string; alert: { requestedAt: string | null } }>({
    collection: 'articles',
    where: { id: { equals: id } },
  });
  return Boolean(row?.alert.requestedAt);
};

test('what somebody said of an advertisement, nobody has said of its copy', async () => {
  const advert = { marking: 'advert', sponsor: 'Nordlys Kaffe', sendAlert: true };
  const { id } = await post(anArticle({ ...advert, _status: 'published' }));
  expect(await asksForMail(id)).toBe(true);
  const copy = (await room.ask('editor', 'POST', `/articles/${id}/duplicate`, {})).body.doc;
  await patch(copy.id, { slug: 'kopien', _status: 'published' });
  expect(await asksForMail(copy.id)).toBe(false);
});

describe('an article mails nobody by itself', () => {
  test.each([
    ['dated eight days back', { publishedAt: daysAgo(8) }],
    ['an advertisement', { marking: 'advert', sponsor: 'Nordlys Kaffe' }],
    ['sponsored', { marking: 'sponsored', sponsor: 'Nordlys Kaffe' }],
  ])('%s, unless somebody says so', async (_, some) => {
    const made = await post(silent({ ...some, _status: 'published' }));
    expect(made.sendAlert).toBe(false);
    expect(await asksForMail(made.id)).toBe(false);
    await patch(made.id, { sendAlert: true, _status: 'published' });
    expect(await asksForMail(made.id)).toBe(true);
    const asked = await post(anArticle({ ...some, sendAlert: true, _status: 'published' }));
    expect(await asksForMail(asked.id)).toBe(true);
  });

  test('the box follows marking and date of a draft, until somebody sets it', async () => {
    const { id, ...draft } = await post(silent({ _status: 'draft' }));
    expect(draft.sendAlert).toBe(true);
    // A form sends every field, the box as it was, too.
    expect(await patch(id, { marking: 'advert', sendAlert: true })).toMatchObject({
      sendAlert: false,
    });
    expect(await patch(id, { marking: 'editorial', sendAlert: false })).toMatchObject({
      sendAlert: true,
    });
    expect(await patch(id, { publishedAt: daysAgo(8) })).toMatchObject({ sendAlert: false });
    expect(await patch(id, { sendAlert: true })).toMatchObject({ sendAlert: true });
    expect(await patch(id, { marking: 'advert' })).toMatchObject({ sendAlert: true });
  });

  test('a box that was taken off before this was written down stays off', async () => {
    const { id } = await post(silent({ _status: 'draft' }));
    const data = { sendAlert: false, isAlertChosen: null };
    await room.payload.db.updateOne({ collection: 'articles', id, data });
    await room.payload.db.updateVersion({
      collection: 'articles',
      where: { parent: { equals: id } },
      versionData: { version: data } as never, // why: only what an earlier version kept
    });
    await patch(id, { title: 'Endret', sendAlert: false, _status: 'published' });
    expect(await asksForMail(id)).toBe(false);
  });

  test('dated six days back it is news, and goes out', async () => {
    const made = await post(silent({ publishedAt: daysAgo(6), _status: 'published' }));
    expect(await asksForMail(made.id)).toBe(true);
  });
});
