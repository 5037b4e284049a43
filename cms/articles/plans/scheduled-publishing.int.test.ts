import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { epochKey, makeEpoch } from '../../../content/wire/epoch.ts';
import { findPlans } from './plans.ts';
import { reviveFailedPlans } from './retry-plans.ts';
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

async function plan(
  type: 'publish' | 'unpublish',
  id: string,
  waitUntil: Date,
  planner?: string,
): Promise<void> {
  const { docs } = await room.payload.find({
    collection: 'users',
    where: { role: { equals: 'editor' } },
  });
  await room.payload.jobs.queue({
    task: 'schedulePublish',
    input: {
      type,
      doc: { relationTo: 'articles', value: id },
      user: { relationTo: 'users', value: planner ?? docs[0]?.id ?? '' },
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

describe('a plan survives', () => {
  const asEditor = async (then: (id: string) => Promise<unknown>) => {
    const data = {
      email: `plan-${Math.random()}@example.com`,
      password: 'en lang nok setning',
      name: 'Planlegger',
      role: 'editor' as const,
    };
    const { id: planner } = await room.payload.create({ collection: 'users', data });
    const [out, off] = [await aDraft(), await aDraft()];
    await room.ask('editor', 'PATCH', `/articles/${off}`, { _status: 'published' });
    await plan('publish', out, new Date(Date.now() - 1), planner);
    await plan('unpublish', off, new Date(Date.now() - 1), planner);
    await then(planner);
    await runScheduledPublishing(room.payload);
    expect([(await read(out))?._status, (await read(off))?._status]).toEqual([
      'published',
      'draft',
    ]);
  };

  test('that the account which made it is deleted', () =>
    asEditor((id) => room.payload.delete({ collection: 'users', id })));

  test('that its maker may not publish any more', () =>
    asEditor((id) => room.payload.update({ collection: 'users', id, data: { role: 'writer' } })));

  test('a passing error: it is tried again after a pause, until it works', async () => {
    const id = await aDraft();
    await plan('publish', id, new Date(Date.now() - 1));
    const update = vi.spyOn(room.payload, 'update').mockRejectedValue(new Error('away'));
    try {
      await runScheduledPublishing(room.payload);
      const [failed] = await findPlans(room.payload, id);
      expect(failed).toMatchObject({
        failure: expect.stringContaining('away'),
        retry: { count: 1 },
      });
      await reviveFailedPlans(room.payload, new Date(Date.now() + 120_000));
      await runScheduledPublishing(room.payload);
      const [again] = await findPlans(room.payload, id);
      expect(again).toMatchObject({ retry: { count: 2 } });
    } finally {
      update.mockRestore();
    }
    await reviveFailedPlans(room.payload, new Date(Date.now() + 600_000));
    await runScheduledPublishing(room.payload);
    expect((await read(id))?._status).toBe('published');
    expect(await findPlans(room.payload, id)).toEqual([]);
  });

  test('a writer makes none', async () => {
    const id = await aDraft();
    const { docs } = await room.payload.find({
      collection: 'users',
      where: { role: { equals: 'writer' } },
    });
    await expect(plan('publish', id, new Date(), docs[0]?.id)).rejects.toThrow(/Skribenter/);
  });
});

test('what a restored copy had planned for a time before the restore asks a person', async () => {
  const [overdue, off, later] = [await aDraft(), await aDraft(), await aDraft()];
  await room.ask('editor', 'PATCH', `/articles/${off}`, { _status: 'published' });
  await plan('publish', overdue, new Date(Date.now() - 60_000));
  await plan('unpublish', off, new Date(Date.now() - 60_000));
  await plan('publish', later, new Date(Date.now() + 2_000));
  await room.payload.kv.set(epochKey, makeEpoch({ restoredAt: new Date().toISOString() }));
  await vi.waitFor(
    async () => {
      await runScheduledPublishing(room.payload);
      expect((await read(later))?._status).toBe('published');
    },
    { timeout: 20_000, interval: 300 },
  );
  expect([(await read(overdue))?._status, (await read(off))?._status]).toEqual([
    'draft',
    'published',
  ]);
  for (const id of [overdue, off])
    expect(await findPlans(room.payload, id)).toMatchObject([
      { failure: expect.stringContaining('kom med sikkerhetskopien'), retry: null },
    ]);
  // Planned anew, it is carried out.
  await plan('publish', overdue, new Date(Date.now() - 1));
  await runScheduledPublishing(room.payload);
  expect((await read(overdue))?._status).toBe('published');
  expect(await findPlans(room.payload, overdue)).toEqual([]);
});

test('what waits for its next try is not lost by another plan, nor carried out after a later one', async () => {
  const id = await aDraft();
  await plan('publish', id, new Date(Date.now() - 60_000));
  const update = vi.spyOn(room.payload, 'update').mockRejectedValue(new Error('away'));
  await runScheduledPublishing(room.payload);
  update.mockRestore();
  await plan('unpublish', id, new Date(Date.now() + 3_600_000));
  expect(await findPlans(room.payload, id)).toMatchObject([
    { type: 'publish', retry: { count: 1 } },
    { type: 'unpublish' },
  ]);
  // An autosave changes nothing about it either.
  await room.ask('editor', 'PATCH', `/articles/${id}?draft=true&autosave=true`, { place: 'Oslo' });
  expect(await findPlans(room.payload, id)).toHaveLength(2);
  await room.payload.db.updateMany({
    collection: 'payload-jobs',
    where: { 'input.type': { equals: 'unpublish' } },
    data: { waitUntil: new Date(Date.now() - 1).toISOString() },
  });
  await runScheduledPublishing(room.payload);
  await reviveFailedPlans(room.payload, new Date(Date.now() + 600_000));
  await runScheduledPublishing(room.payload);
  expect((await read(id))?._status).toBe('draft');
  expect(await findPlans(room.payload, id)).toEqual([]);
});

test('several that are due at once are carried out in the order of their times', async () => {
  const id = await aDraft();
  const minutesAgo = (n: number) => new Date(Date.now() - n * 60_000);
  await plan('unpublish', id, minutesAgo(1));
  await plan('publish', id, minutesAgo(2));
  await runScheduledPublishing(room.payload);
  expect((await read(id))?._status).toBe('draft');
});

test('a plan that failed goes when its article is published, planned anew, or a person lets it go', async () => {
  const failed = async () => {
    const draft = anArticle({ _status: 'draft', marking: 'advert', sponsor: '' });
    const { body } = await room.ask('editor', 'POST', '/articles?draft=true&depth=0', draft);
    await plan('publish', body.doc.id, new Date(Date.now() - 1));
    await runScheduledPublishing(room.payload);
    expect(await findPlans(room.payload, body.doc.id)).toMatchObject([{ retry: null }]);
    return String(body.doc.id);
  };
  const published = await failed();
  const change = { sponsor: 'Ring AS', _status: 'published' };
  await room.ask('editor', 'PATCH', `/articles/${published}`, change);
  expect(await findPlans(room.payload, published)).toEqual([]);
  const anew = await failed();
  await plan('publish', anew, new Date(Date.now() + 3_600_000));
  expect(await findPlans(room.payload, anew)).toMatchObject([{ failure: null }]);
  const dismissed = await failed();
  const path = `/desk/plans/${dismissed}/dismiss`;
  expect((await room.ask('writer', 'POST', path)).status).toBe(401);
  expect((await room.ask('editor', 'POST', path)).status).toBe(200);
  expect(await findPlans(room.payload, dismissed)).toEqual([]);
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
