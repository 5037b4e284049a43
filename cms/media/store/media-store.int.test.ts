import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { filesOf } from './files-of.ts';
import { aPicture, create, upload } from '../../testing/make-article.ts';
import { startRoom, type Room } from '../../testing/start-room.ts';
import { keepInStep } from './keep-store.ts';
import { findAsked, sweepStore } from './sweep-store.ts';

const day = 86_400_000;
let room: Room;
let store: string;
let nextWidth = 400;

beforeAll(async () => {
  room = await startRoom();
});
beforeEach(async () => {
  store = await mkdtemp(join(tmpdir(), 'media-store-'));
  vi.stubEnv('MEDIA_STORE', `file:${store}`);
});
afterEach(() => rm(store, { recursive: true, force: true }));
afterAll(() => room.stop());

/** A picture that is unlike those of the other tests. */
const aNewOne = async () => upload(room, { data: await aPicture((nextWidth += 10), 300) });
const here = (name: string) => join(room.dataDir, 'media', name);
const stored = async () => (await readdir(store)).filter((name) => !name.startsWith('.')).sort();
const dropCopies = (names: readonly string[]) => Promise.all(names.map((name) => rm(here(name))));
const rowOf = async (id: string) => (await room.ask('editor', 'GET', `/media/${id}`)).body;

test('a picture is in the store with all its sizes, byte for byte, before it is in the database', async () => {
  const files = filesOf(await aNewOne()).sort();
  expect(files.length).toBeGreaterThan(3);
  expect(await stored()).toEqual(files);
  for (const name of files)
    expect(await readFile(join(store, name))).toEqual(await readFile(here(name)));
});

test('another machine serves it, in part too, and to nobody who may not see it', async () => {
  const files = filesOf(await aNewOne());
  const whole = await readFile(here(files[0] ?? ''));
  await dropCopies(files);
  const asked = `/media/file/${files[0] ?? ''}`;
  expect((await room.ask('anonymous', 'GET', asked)).status).toBe(403);
  const answer = await room.ask('editor', 'GET', asked);
  expect(answer.status).toBe(200);
  expect(await readFile(here(files[0] ?? ''))).toEqual(whole);
  expect(answer.headers.get('content-type')).toBe('image/jpeg');
  expect(answer.headers.get('content-length')).toBe(String(whole.length));
});

test('a new credit on another machine is written into the picture from the store', async () => {
  const before = await aNewOne();
  await dropCopies(filesOf(before));
  await room.ask('editor', 'PATCH', `/media/${before.id}`, { credit: 'En annen' });
  const after = await rowOf(before.id);
  expect(after.filename).not.toBe(before.filename);
  expect(await stored()).toEqual(expect.arrayContaining(filesOf(after)));
});

test('no row without its bytes: a store that does not answer refuses the upload, in words', async () => {
  const { totalDocs } = await room.payload.count({ collection: 'media' });
  await rm(store, { recursive: true });
  await writeFile(store, 'no folder');
  await expect(aNewOne()).rejects.toThrow(/svarer ikke.*kan ikke lastes opp/);
  expect(await room.payload.count({ collection: 'media' })).toEqual({ totalDocs });
});

test("another installation's store is refused, and nothing is written into it", async () => {
  await writeFile(join(store, '.installation'), 'somebody else');
  await expect(aNewOne()).rejects.toThrow(/tilhører en annen installasjon/);
  expect(await stored()).toEqual([]);
});

test('what a restore brought, or lay here before there was a store, comes into it; strays do not', async () => {
  vi.stubEnv('MEDIA_STORE', '');
  const files = filesOf(await aNewOne());
  await writeFile(here('ingens-0a1b2c3d.jpg'), 'of no row');
  vi.stubEnv('MEDIA_STORE', `file:${store}`);
  await keepInStep(room.payload);
  const names = await stored();
  expect(names).toEqual(expect.arrayContaining(files));
  expect(names).not.toContain('ingens-0a1b2c3d.jpg');
});

test('a machine sweeps its own copies of what is gone', async () => {
  const old = here('gammelt-0a1b2c3e.jpg');
  await writeFile(old, 'of no row');
  await utimes(old, new Date(0), new Date(0));
  await keepInStep(room.payload);
  await expect(readFile(old)).rejects.toThrow('ENOENT');
});

test('what nothing uses is deleted after 30 days, and a picture that comes back in time stays', async () => {
  await keepInStep(room.payload);
  const strays = ['borte-0a1b2c3d.jpg', 'borte-0a1b2c3d-full640webp.webp', 'film-0a1b2c3d.mp4'];
  for (const name of [...strays, 'fremmed.txt']) await writeFile(join(store, name), 'x');
  const start = Date.now();
  await sweepStore(room.payload, { now: start });
  await sweepStore(room.payload, { now: start + 30 * day - 1000 });
  expect(await stored()).toEqual(expect.arrayContaining(strays));
  expect(await sweepStore(room.payload, { now: start + 30 * day + 1000 })).toEqual({
    ...{ deleted: 2, asks: undefined },
  });
  const names = await stored();
  for (const name of strays) expect(names).not.toContain(name);
  // Not ours to judge, whatever it is; and pictures of rows stay.
  expect(names).toContain('fremmed.txt');
  expect(names.length).toBeGreaterThan(10);
});

test('for as long as backups are kept, when that is longer', async () => {
  vi.stubEnv('BACKUP_TO', 'file:/tmp/never');
  vi.stubEnv('BACKUP_EVERY', '1d');
  vi.stubEnv('BACKUP_KEEP', '90');
  await keepInStep(room.payload);
  await writeFile(join(store, 'borte-0a1b2c3d.jpg'), 'x');
  const start = Date.now();
  await sweepStore(room.payload, { now: start });
  expect((await sweepStore(room.payload, { now: start + 89 * day })).deleted).toBe(0);
  expect((await sweepStore(room.payload, { now: start + 91 * day })).deleted).toBe(1);
  for (const name of ['BACKUP_TO', 'BACKUP_EVERY', 'BACKUP_KEEP']) vi.stubEnv(name, '');
});

test('more than a twentieth of all is deleted when somebody has said so, and not before', async () => {
  await keepInStep(room.payload);
  const strays = [1, 2, 3, 4].map((n) => `borte-0a1b2c3${String(n)}.jpg`);
  for (const name of strays) await writeFile(join(store, name), 'x');
  await sweepStore(room.payload, { now: 0 });
  const { deleted, asks } = await sweepStore(room.payload, { now: 31 * day });
  expect([deleted, asks?.due]).toEqual([0, 4]);
  expect(await stored()).toEqual(expect.arrayContaining(strays));
  expect(await findAsked(room.payload)).toEqual(asks);
  const refused = await room.ask('admin', 'POST', '/media-store/sweep');
  expect(refused.status).toBe(401);
  const answer = await room.ask('publisher', 'POST', '/media-store/sweep');
  expect(answer.body).toEqual({ moved: { deleted: 4 } });
  expect(await findAsked(room.payload)).toBeUndefined();
});

test('a picture that is taken out of everything leaves the store at once', async () => {
  const picture = await aNewOne();
  await create(room, { heroImage: picture.id });
  const kept = filesOf(await aNewOne());
  await room.ask('editor', 'POST', `/desk/pictures/${picture.id}/removal`, { reason: 'Krav' });
  const names = await stored();
  for (const name of filesOf(picture)) expect(names).not.toContain(name);
  expect(names).toEqual(expect.arrayContaining(kept));
});
