import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { anArticle, upload } from '../../testing/make-article.ts';
import { startRoom, type Room } from '../../testing/start-room.ts';
import { findPlans } from './plans.ts';
import { reviveFailedPlans } from './retry-plans.ts';
import { runScheduledPublishing } from './scheduled-publishing.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

async function aDraft(fields: object = {}): Promise<string> {
  const draft = anArticle({ lead: 'Godkjent.', _status: 'draft', ...fields });
  return (await room.ask('editor', 'POST', '/articles?draft=true&depth=0', draft)).body.doc.id;
}
const change = (id: string, data: object, query = '?draft=true') =>
  room.ask('editor', 'PATCH', `/articles/${id}${query}`, { _status: 'draft', ...data });
const out = async (id: string) => (await room.ask('anonymous', 'GET', `/articles/${id}`)).body;

/** Plans the article as it is now; the id of the plan. */
async function plan(id: string, type: 'publish' | 'unpublish' = 'publish'): Promise<string> {
  const known = new Set((await findPlans(room.payload, id)).map((each) => each.id));
  const { updatedAt: seen } = (await room.ask('editor', 'GET', `/articles/${id}?draft=true`)).body;
  const at = new Date(Date.now() + 3_600_000).toISOString();
  const made = await room.ask('editor', 'POST', `/desk/plans/${id}`, { type, at, seen });
  const ids: string[] = made.body.plans.map((each: { id: string }) => each.id);
  return ids.find((each) => !known.has(each)) ?? '';
}

async function due(job: string): Promise<void> {
  await room.payload.db.updateOne({
    collection: 'payload-jobs',
    id: job,
    data: { waitUntil: new Date(Date.now() - 1000).toISOString() },
  });
  await runScheduledPublishing(room.payload);
}

test('two plans of one article each publish what was approved with them', async () => {
  const id = await aDraft();
  const first = await plan(id);
  await change(id, { lead: 'Sperret til i morgen.' });
  const second = await plan(id);
  await due(first);
  expect(await out(id)).toMatchObject({ lead: 'Godkjent.' });
  await due(second);
  expect(await out(id)).toMatchObject({ lead: 'Sperret til i morgen.' });
  expect(await findPlans(room.payload, id)).toEqual([]);
});

test('what somebody took off the site is not brought back by an older plan, which asks a person', async () => {
  const id = await aDraft();
  await change(id, { _status: 'published' }, '');
  await change(id, { lead: 'Planlagt endring.' });
  const job = await plan(id);
  // By a program, or killed before the plan was dropped: «Ta av nett» takes the plan along.
  await change(id, { _status: 'draft' }, '');
  await due(job);
  expect(await findPlans(room.payload, id)).toMatchObject([
    { failure: expect.stringContaining('tatt av nett') },
  ]);
  expect(await out(id)).not.toHaveProperty('lead');
  // Planning anew says that it is wanted after all.
  await due(await plan(id));
  expect(await out(id)).toMatchObject({ lead: 'Planlagt endring.' });
});

test('planned off and planned out again: the later plan knows of the first', async () => {
  const id = await aDraft();
  await change(id, { _status: 'published' }, '');
  const again = await plan(id);
  await due(await plan(id, 'unpublish'));
  expect(await out(id)).not.toHaveProperty('lead');
  await due(again);
  expect(await out(id)).toMatchObject({ lead: 'Godkjent.' });
});

test('a plan to take it off that failed in passing is over once somebody publishes it', async () => {
  const id = await aDraft();
  await change(id, { _status: 'published' }, '');
  const job = await plan(id, 'unpublish');
  const update = vi.spyOn(room.payload, 'update').mockRejectedValue(new Error('away'));
  await due(job);
  update.mockRestore();
  expect(await findPlans(room.payload, id)).toMatchObject([{ retry: { count: 1 } }]);
  await change(id, { lead: 'På nytt.', _status: 'published' }, '');
  await reviveFailedPlans(room.payload, new Date(Date.now() + 600_000));
  await runScheduledPublishing(room.payload);
  expect(await out(id)).toMatchObject({ lead: 'På nytt.' });
});

test('what another process saves while a plan is carried out does not go out with it', async () => {
  const id = await aDraft();
  const job = await plan(id);
  const { payload } = room;
  const update = payload.update.bind(payload) as (args: object) => Promise<unknown>;
  let isSaved = false;
  const spy = vi.spyOn(payload, 'update').mockImplementation((async (args: { data?: object }) => {
    if (!isSaved && args.data && '_status' in args.data && args.data._status === 'published') {
      isSaved = true;
      const data = { lead: 'Usette ord.', _status: 'draft' };
      await update({ collection: 'articles', id, draft: true, autosave: true, data });
    }
    return update(args);
  }) as never);
  await due(job);
  spy.mockRestore();
  expect(isSaved).toBe(true);
  expect(await out(id)).toMatchObject({ lead: 'Godkjent.' });
});

test('a picture that is removed from everything takes no planned change along', async () => {
  const { id: heroImage } = await upload(room);
  const id = await aDraft({ heroImage });
  await change(id, { _status: 'published' }, '');
  await change(id, { lead: 'Planlagt endring.' });
  const job = await plan(id);
  const gone = await room.ask('editor', 'POST', `/desk/pictures/${heroImage}/removal`, {
    reason: 'Samtykket er trukket.',
  });
  expect(gone.status).toBe(200);
  await due(job);
  expect(await out(id)).toMatchObject({ lead: 'Planlagt endring.' });
});

test('approved anew after somebody published, the change goes out', async () => {
  const id = await aDraft();
  await change(id, { _status: 'published' }, '');
  await change(id, { lead: 'To.' });
  const job = await plan(id);
  await change(id, { _status: 'published' }, '');
  await change(id, { lead: 'Tre.' });
  const { updatedAt: seen } = (await room.ask('editor', 'GET', `/articles/${id}?draft=true`)).body;
  const approved = await room.ask('editor', 'POST', `/desk/plans/${id}/approve`, { seen });
  expect(approved.status).toBe(200);
  await due(job);
  expect(await out(id)).toMatchObject({ lead: 'Tre.' });
});
