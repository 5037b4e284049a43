import { epochKey, makeEpoch } from '../../../content/wire/epoch.ts';
import { readPreviewToken } from '../../../content/wire/preview-token.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { anArticle } from '../../testing/make-article.ts';
import { publishToken, startRoom, type Room } from '../../testing/start-room.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

/** What the publisher gets to see with a link that was given away. */
const openedBy = async (id: string, link: string) => {
  const read = readPreviewToken(new URL(link).searchParams.get('token') ?? '', publishToken);
  const sharedAt = read.ok ? (read.sharedAt ?? '') : '';
  const address = `/publish/draft/${id}?sharedAt=${encodeURIComponent(sharedAt)}`;
  return (await room.ask('publisher', 'GET', address)).status;
};

test('whoever works here may give a draft away for a week, and the log says who did', async () => {
  const draft = anArticle({ title: 'Til gjennomsyn', _status: 'draft' });
  const { id } = (await room.ask('writer', 'POST', '/articles?draft=true', draft)).body.doc;
  const { status, body } = await room.ask('writer', 'POST', `/desk/share/${id}`);
  expect(status).toBe(200);
  expect(body.url).toContain(`/_preview/article/${id}?token=`);
  expect(Date.parse(body.until) - Date.now()).toBeGreaterThan(6.9 * 24 * 3_600_000);
  const log = await room.ask('editor', 'GET', `/log?where[document][equals]=${id}`);
  expect(log.body.docs).toMatchObject([{ act: 'draft-shared', what: 'Til gjennomsyn' }]);
  expect((await room.ask('anonymous', 'POST', `/desk/share/${id}`)).status).toBe(401);
  expect((await room.ask('writer', 'POST', '/desk/share/nobody')).status).toBe(404);
});

test('a person ends the links that were given away, and new ones work', async () => {
  const { id } = (await room.ask('writer', 'POST', '/articles?draft=true', anArticle())).body.doc;
  const share = async () =>
    String((await room.ask('writer', 'POST', `/desk/share/${id}`)).body.url);
  const before = await share();
  expect(await openedBy(id, before)).toBe(200);
  expect((await room.ask('anonymous', 'POST', `/desk/share/${id}/end`)).status).toBe(401);
  expect((await room.ask('writer', 'POST', `/desk/share/${id}/end`)).status).toBe(200);
  expect(await openedBy(id, before)).toBe(410);
  expect(await openedBy(id, await share())).toBe(200);
});

test('a restore ends the links that were given away before it, and none of those after it', async () => {
  const { id } = (await room.ask('writer', 'POST', '/articles?draft=true', anArticle())).body.doc;
  const share = async () =>
    String((await room.ask('writer', 'POST', `/desk/share/${id}`)).body.url);
  const before = await share();
  expect(await openedBy(id, before)).toBe(200);
  const restoredAt = new Date(Date.now() + 2_000).toISOString();
  await room.payload.kv.set(epochKey, makeEpoch({ restoredAt }));
  expect(await openedBy(id, before)).toBe(410);
  vi.setSystemTime(Date.now() + 60_000);
  expect(await openedBy(id, await share())).toBe(200);
});
