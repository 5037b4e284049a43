import { execFileSync } from 'node:child_process';
import { appendFile, mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { archiveName } from '../../../content/wire/backup-archives.ts';
import { listCopies, ownDepartures, readDepartures } from '../../../content/wire/departures.ts';
import { epochKey, makeEpoch } from '../../../content/wire/epoch.ts';
import { noteDeparture } from '../../departures/note-departure.ts';
import { reconcileDepartures } from '../../reconcile-departures.ts';
import { settleRestore } from '../../settle-restore.ts';
import { departuresDue, readEpoch, settleDepartures } from '../../shared/epoch.ts';
import type { SubscriberRow } from '../store/rows.ts';
import { eraseSubscriber } from '../subscribers/erase-subscriber.ts';
import { confirmToken, hashToken, linkToken } from '../subscribers/tokens.ts';
import { ask, postForm } from '../testing/ask.ts';
import { sendWebhook } from '../testing/send-webhook.ts';
import {
  aPublishedArticle,
  aSubscriber,
  deliveriesOf,
  startNewsroom,
  untilStatus,
  type Newsroom,
} from '../testing/start-newsroom.ts';

let newsroom: Newsroom;
let target: string;
let email: string;
let subscriber: SubscriberRow;
let count = 0;
beforeAll(async () => {
  newsroom = await startNewsroom();
});
afterAll(() => newsroom.stop());
beforeEach(async () => {
  target = await mkdtemp(join(tmpdir(), 'departures-'));
  vi.stubEnv('BACKUP_TO', `file:${target}`);
  await rm(join(newsroom.dataDir, 'departures'), { recursive: true, force: true });
  await newsroom.payload.db.deleteMany({ collection: 'subscribers', where: {} });
  email = `Kari.${(count += 1)}@eksempel.no`;
  subscriber = await aSubscriber(newsroom, { email, address: email.toLowerCase() });
  return () => rm(target, { recursive: true, force: true });
});

const own = () => readDepartures(ownDepartures(newsroom.dataDir));
const kinds = async () => (await own())?.departures.map(({ kind }) => kind);
const unsubscribe = () =>
  postForm(
    newsroom,
    `/api/newsletter/unsubscribe?token=${linkToken('unsubscribe', subscriber.id)}`,
  );

async function confirm(): Promise<void> {
  const nonce = `nonce-${subscriber.id}`;
  await newsroom.payload.db.updateOne({
    collection: 'subscribers',
    id: subscriber.id,
    data: {
      confirmNonce: nonce,
      confirmTokenHash: hashToken(confirmToken(subscriber.id, nonce)),
      confirmExpiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    },
  });
  await postForm(newsroom, `/api/newsletter/confirm?token=${confirmToken(subscriber.id, nonce)}`);
}

/** The database is as it was before she did anything, in an epoch of its own. */
async function restore(row: SubscriberRow, since = new Date().toISOString()): Promise<void> {
  const { payload } = newsroom;
  await payload.db.deleteMany({ collection: 'subscribers', where: {} });
  await payload.db.create({ collection: 'subscribers', data: { ...row } });
  const [restored] = (await payload.db.find<SubscriberRow>({ collection: 'subscribers' })).docs;
  subscriber = { ...row, id: restored?.id ?? '' };
  await payload.kv.set(epochKey, makeEpoch({ departuresSince: since }));
}

const rows = async () =>
  (await newsroom.payload.db.find<SubscriberRow>({ collection: 'subscribers' })).docs;

test('nothing is mailed before those who left since have left again', async () => {
  await unsubscribe();
  await restore(subscriber);
  await expect(readEpoch(newsroom.payload)).rejects.toThrow('has not left again yet');
  await settleRestore(newsroom.payload);
  expect((await readEpoch(newsroom.payload)).departuresSince).toBeNull();
  expect(await rows()).toMatchObject([
    { state: 'unsubscribed', unsubscribedBy: 'siden for avmelding', address: email.toLowerCase() },
  ]);
});

test('who was erased is erased again, and leaves no address in any of the files', async () => {
  await eraseSubscriber(newsroom.payload, subscriber.id);
  await restore(subscriber);
  await settleRestore(newsroom.payload);
  expect(await rows()).toEqual([]);
  const file = await readFile(ownDepartures(newsroom.dataDir), 'utf8');
  expect(file.toLowerCase()).not.toContain('kari');
});

test('who complained and was erased then stays suppressed, as a hash', async () => {
  const article = await aPublishedArticle(newsroom);
  const [delivery] = await deliveriesOf(newsroom, await untilStatus(newsroom, article.id));
  if (!delivery) throw new Error('no delivery');
  await sendWebhook(newsroom, { type: 'email.complained', delivery });
  await eraseSubscriber(newsroom.payload, subscriber.id);
  expect(await kinds()).toEqual(['suppressed', 'erased']);
  await restore(subscriber);
  await settleRestore(newsroom.payload);
  const [row, ...others] = await rows();
  expect(row).toMatchObject({ state: 'suppressed', email: null });
  expect(row?.address).toMatch(/^erased:/);
  expect(others).toEqual([]);
});

test('the last event wins: who came back is back, as she is in the copy', async () => {
  await unsubscribe();
  await confirm();
  expect(await kinds()).toEqual(['left', 'confirmed']);
  await restore(subscriber);
  await settleRestore(newsroom.payload);
  expect(await rows()).toMatchObject([{ state: 'active' }]);
  await restore({ ...subscriber, state: 'unsubscribed', unsubscribedBy: 'skjemaet' });
  await settleRestore(newsroom.payload);
  expect(await rows()).toMatchObject([{ state: 'active', unsubscribedBy: null }]);
});

test('departures of another secret ask a person: nothing is mailed meanwhile', async () => {
  const at = new Date().toISOString();
  const lines = [
    { id: 'aabbcc', key: 'of another secret', from: at },
    { who: 'whom nobody can tell', kind: 'left', at, how: null },
  ];
  const file = join(target, 'departures-aabbcc.jsonl');
  await writeFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  await restore(subscriber, at);
  await expect(reconcileDepartures(newsroom.payload)).rejects.toThrow(
    /Etter kopien meldte noen seg av \(1\), men departures-aabbcc\.jsonl .*PAYLOAD_SECRET/,
  );
  await expect(readEpoch(newsroom.payload)).rejects.toThrow('has not left again yet');
  await rm(file);
  await reconcileDepartures(newsroom.payload);
  expect((await readEpoch(newsroom.payload)).departuresSince).toBeNull();
});

test('what happened long before the copy is not repeated', async () => {
  await unsubscribe();
  await restore(subscriber, new Date(Date.now() + 3_600_000).toISOString());
  await settleRestore(newsroom.payload);
  expect(await rows()).toMatchObject([{ state: 'active' }]);
});

test('a departure is at the backup target at once, for the account alone; what a fault left out comes later', async () => {
  await unsubscribe();
  const [name = ''] = await listCopies(target);
  const copy = join(target, name);
  const same = async () =>
    expect(await readFile(copy, 'utf8')).toBe(
      await readFile(ownDepartures(newsroom.dataDir), 'utf8'),
    );
  await same();
  expect((await stat(copy)).mode & 0o777).toBe(0o600);
  expect((await stat(ownDepartures(newsroom.dataDir))).mode & 0o777).toBe(0o600);
  const note = () => noteDeparture(newsroom.payload, { address: 'x@eksempel.no', kind: 'left' });
  vi.stubEnv('BACKUP_TO', `file:${copy}/no-folder`);
  await note();
  await expect(reconcileDepartures(newsroom.payload)).rejects.toThrow('ENOTDIR');
  vi.stubEnv('BACKUP_TO', `file:${target}`);
  await reconcileDepartures(newsroom.payload);
  await same();
  await writeFile(copy, (await readFile(copy)).subarray(0, -20));
  await reconcileDepartures(newsroom.payload);
  await same();
});

test('a target that hangs keeps nobody from leaving', async () => {
  await noteDeparture(newsroom.payload, { address: 'x@eksempel.no', kind: 'left' });
  const copy = join(target, (await listCopies(target))[0] ?? '');
  await rm(copy);
  // Who opens it waits until somebody writes into it, as with a file system whose server is gone.
  execFileSync('mkfifo', [copy]);
  expect((await unsubscribe()).status).toBe(303);
  expect(await rows()).toMatchObject([{ state: 'unsubscribed' }]);
  await noteDeparture(newsroom.payload, { address: 'y@eksempel.no', kind: 'left' });
  expect(await kinds()).toEqual(['left', 'left', 'left']);

  const back = await open(copy, 'r+');
  await rm(copy);
  await back.close();
  await reconcileDepartures(newsroom.payload);
  expect(await readFile(copy, 'utf8')).toBe(
    await readFile(ownDepartures(newsroom.dataDir), 'utf8'),
  );
});

test('a restore that begins while another is being settled is not taken for settled', async () => {
  await restore(subscriber);
  const { payload } = newsroom;
  const { epoch = '' } = (await departuresDue(payload)) ?? {};
  await payload.kv.set(epochKey, makeEpoch({ isRestoring: true, departuresSince: '2026-01-01' }));
  await settleDepartures(payload, epoch);
  await expect(readEpoch(payload)).rejects.toThrow('a restore of the database is under way');
  await payload.kv.set(epochKey, makeEpoch({ departuresSince: '2026-01-01' }));
  await expect(readEpoch(payload)).rejects.toThrow('has not left again yet');
  await payload.kv.set(epochKey, makeEpoch());
});

test('a line that a power cut broke off spoils no other', async () => {
  await unsubscribe();
  await appendFile(ownDepartures(newsroom.dataDir), '{"who":"half of');
  await noteDeparture(newsroom.payload, { address: 'x@eksempel.no', kind: 'erased' });
  expect(await kinds()).toEqual(['left', 'erased']);
});

test('what happened before the oldest archive is forgotten, here and at the target', async () => {
  await unsubscribe();
  const { id } = (await own())?.head ?? {};
  const day = 86_400_000;
  const archives = [archiveName(new Date(Date.now() + 3 * day), '.tgz')];
  await writeFile(join(target, archives[0] ?? ''), '');
  // A copy made by hand before BACKUP_TO was set may be older, and is not there.
  await reconcileDepartures(newsroom.payload);
  expect(await kinds()).toEqual(['left']);
  vi.setSystemTime(Date.now() + 31 * day);
  await reconcileDepartures(newsroom.payload);
  vi.useRealTimers();
  expect(await kinds()).toEqual([]);
  const [copy = ''] = await listCopies(target);
  expect(await readDepartures(join(target, copy))).toEqual(await own());
  expect(copy).toBe(`departures-${id}.jsonl`);
});

test('a departure that a stranger asks for is none', async () => {
  await ask(newsroom, '/api/newsletter/unsubscribe?token=x.y', { method: 'POST' });
  await ask(newsroom, `/api/newsletter/unsubscribe?token=${linkToken('unsubscribe', 'nobody')}`, {
    method: 'POST',
  });
  expect(await own()).toBeUndefined();
});
