import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { runScheduledPublishing } from './scheduled-publishing.ts';
import { anArticle } from '../../testing/make-article.ts';
import { startRoom, type Room } from '../../testing/start-room.ts';
import { isOnMongo } from '../../testing/test-database.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const work = (how: 'die' | 'live') =>
  spawn(process.execPath, ['cms/testing/scheduled-worker.ts', how], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: process.env,
  });

async function plan(type: 'publish' | 'unpublish', id: string, waitUntil: Date): Promise<void> {
  const { docs } = await room.payload.find({
    collection: 'users',
    where: { role: { equals: 'editor' } },
  });
  await room.payload.jobs.queue({
    task: 'schedulePublish',
    input: {
      type,
      doc: { relationTo: 'articles', value: id },
      user: { relationTo: 'users', value: docs[0]?.id ?? '' },
    },
    waitUntil,
  });
}

const read = (id: string) =>
  room.payload.db.findOne<{
    id: string;
    _status: string;
    publishedAt?: string;
    published?: { revision?: string };
  }>({
    collection: 'articles',
    where: { id: { equals: id } },
  });

async function aDraft(): Promise<string> {
  const draft = anArticle({ _status: 'draft' });
  const { body } = await room.ask('editor', 'POST', '/articles?draft=true&depth=0', draft);
  return body.doc.id;
}

test('publishes when the time has come, and stamps it then', async () => {
  const id = await aDraft();
  const due = new Date(Date.now() + 1500);
  await plan('publish', id, due);
  const { body } = await room.ask('editor', 'GET', `/publish/receipt/${id}`);
  expect(body.plan).toMatchObject({ type: 'publish', at: due.toISOString() });
  await runScheduledPublishing(room.payload);
  expect((await read(id))?._status).toBe('draft');
  await vi.waitFor(
    async () => {
      await runScheduledPublishing(room.payload);
      expect((await read(id))?._status).toBe('published');
    },
    { timeout: 20_000, interval: 300 },
  );
  const article = await read(id);
  expect(Date.parse(article?.publishedAt ?? '')).toBeGreaterThanOrEqual(due.getTime() - 5);
  expect(article?.published?.revision).toBeTruthy();
  await plan('unpublish', id, new Date(Date.now() - 1));
  await runScheduledPublishing(room.payload);
  expect((await read(id))?._status).toBe('draft');
});

test('a plan that is carried out late asks for its mail as of its own time', async () => {
  const draft = anArticle({ _status: 'draft', sendAlert: true });
  const { body } = await room.ask('editor', 'POST', '/articles?draft=true&depth=0', draft);
  const due = new Date(Date.now() - 3 * 24 * 3_600_000);
  await plan('publish', body.doc.id, due);
  await runScheduledPublishing(room.payload);
  expect(await read(body.doc.id)).toMatchObject({
    _status: 'published',
    alert: { requestedAt: due.toISOString() },
  });
});

test('a plan that cannot be carried out is told on the article, until it is published', async () => {
  const draft = anArticle({ _status: 'draft', marking: 'advert', sponsor: '' });
  const { body } = await room.ask('editor', 'POST', '/articles?draft=true&depth=0', draft);
  const { id } = body.doc;
  await plan('publish', id, new Date(Date.now() - 1));
  await runScheduledPublishing(room.payload);
  expect((await read(id))?._status).toBe('draft');
  const receipt = async () => (await room.ask('editor', 'GET', `/publish/receipt/${id}`)).body;
  expect((await receipt()).missedPlan).toMatch(
    /^Den planlagte publiseringen .*: Sponsor\. .*publiser nå\.$/,
  );
  await room.ask('editor', 'PATCH', `/articles/${id}`, {
    sponsor: 'Ring AS',
    _status: 'published',
  });
  expect((await receipt()).missedPlan).toBe('');
});

// On MongoDB another process may be at work on it: there a plan is released after two minutes.
test.skipIf(isOnMongo)(
  'a process that is killed while it publishes does not lose the plan',
  { timeout: 240_000 },
  async () => {
    const id = await aDraft();
    await plan('publish', id, new Date(Date.now() - 1));
    const killed = work('die');
    const [, signal] = await once(killed, 'exit');
    expect(signal).toBe('SIGKILL');
    const { docs } = await room.payload.db.find<{ id: string; processing: boolean }>({
      collection: 'payload-jobs',
      where: { completedAt: { exists: false } },
    });
    expect(docs.map(({ processing }) => processing)).toContain(true);
    expect((await read(id))?._status).toBe('draft');

    const next = work('live');
    try {
      // Its first look at the jobs: what the killed process held is released and done.
      await once(next.stdout, 'data');
      expect((await read(id))?._status).toBe('published');
    } finally {
      next.kill('SIGKILL');
      await once(next, 'exit');
    }
  },
);
