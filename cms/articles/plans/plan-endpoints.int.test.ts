import { afterAll, beforeAll, expect, test } from 'vitest';
import { anArticle } from '../../testing/make-article.ts';
import { startRoom, type Room } from '../../testing/start-room.ts';
import { heldUntil } from './held-until.ts';
import { runScheduledPublishing } from './scheduled-publishing.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

async function aDraft(title: string): Promise<{ id: string; seen: string }> {
  const draft = anArticle({ title, _status: 'draft' });
  const { body } = await room.ask('editor', 'POST', '/articles?draft=true&depth=0', draft);
  return { id: body.doc.id, seen: body.doc.updatedAt };
}
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const statusOf = async (id: string) =>
  (await room.ask('editor', 'GET', `/articles/${id}?depth=0`)).body._status;
const messageOf = ({ body }: { body: { errors: { message: string }[] } }) =>
  body.errors[0]?.message;

test('an editor plans what she saw; what was saved since is refused, and nothing is planned', async () => {
  const { id, seen } = await aDraft('Sett');
  const plan = (more: object = {}) =>
    room.ask('editor', 'POST', `/desk/plans/${id}`, {
      ...{ type: 'publish', at: inAnHour(), seen },
      ...more,
    });
  const made = await plan();
  expect(made.body.plans).toMatchObject([{ type: 'publish', isHeld: false, hasFailed: false }]);
  await room.ask('writer', 'PATCH', `/articles/${id}?draft=true`, { lead: 'Usett.' });
  const refused = await plan({ at: inAnHour() });
  expect(refused.status).toBe(409);
  expect(messageOf(refused)).toMatch(/lagret på nytt/);
  const { plans } = (await room.ask('editor', 'GET', `/desk/plans/${id}`)).body;
  expect(plans).toHaveLength(1);
  const dropped = await room.ask('editor', 'POST', `/desk/plans/${id}/${plans[0].id}/drop`);
  expect(dropped.body.plans).toEqual([]);
});

test('what is held waits until somebody releases it', async () => {
  const { id, seen } = await aDraft('Holdt');
  const { body } = await room.ask('editor', 'POST', `/desk/plans/${id}`, {
    ...{ type: 'publish', at: null, seen },
  });
  expect(body.plans).toMatchObject([{ at: heldUntil, isHeld: true }]);
  await runScheduledPublishing(room.payload);
  expect(await statusOf(id)).toBe('draft');
  // It is as bound to what was approved as any plan.
  await room.ask('writer', 'PATCH', `/articles/${id}?draft=true`, { lead: 'Ikke godkjent.' });
  const release = `/desk/plans/${id}/${body.plans[0].id}/release`;
  await Promise.all([1, 2].map(() => room.ask('editor', 'POST', release)));
  const log = await room.ask('editor', 'GET', `/log?where[document][equals]=${id}&sort=-at`);
  expect(log.body.docs.map(({ act }: { act: string }) => act)).toEqual([
    ...['plan-released', 'planned'],
  ]);
  await runScheduledPublishing(room.payload);
  expect(await statusOf(id)).toBe('published');
  const out = await room.ask('anonymous', 'GET', `/articles/${id}?depth=0`);
  expect(out.body.lead).not.toBe('Ikke godkjent.');
});

test.each([
  [{ at: new Date(Date.now() - 120_000).toISOString() }, /passert/],
  [{ at: '2199-01-01T00:00:00.000Z' }, /årstallet/],
  [{ at: '01.11.2027 06:00' }, /Skriv dag/],
  [{ at: null, type: 'unpublish' }, /Skriv dag/],
  [{ seen: undefined }, /Skriv dag/],
])('%j is refused in a sentence', async (wrong, sentence) => {
  const { id, seen } = await aDraft('Feil');
  const body = { type: 'publish', at: inAnHour(), seen, ...wrong };
  const answer = await room.ask('editor', 'POST', `/desk/plans/${id}`, body);
  expect(answer.status).toBe(400);
  expect(messageOf(answer)).toMatch(sentence);
});

test('a writer and a stranger plan, release and drop nothing', async () => {
  const { id, seen } = await aDraft('Andres');
  const body = { type: 'publish', at: null, seen };
  const { plans } = (await room.ask('editor', 'POST', `/desk/plans/${id}`, body)).body;
  for (const who of ['writer', 'anonymous'] as const)
    for (const path of ['', `/${plans[0].id}/drop`, `/${plans[0].id}/release`])
      expect((await room.ask(who, 'POST', `/desk/plans/${id}${path}`, body)).status).toBe(401);
  expect((await room.ask('editor', 'GET', `/desk/plans/${id}`)).body.plans).toHaveLength(1);
});
