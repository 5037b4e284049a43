import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPlans } from '../articles/plans/plans.ts';
import { anArticle, create } from '../testing/make-article.ts';
import { startRoom, type Room } from '../testing/start-room.ts';
import { atClock, clockOf, dayOf, daysAfter, mondayOf } from './norwegian-day.ts';
import { weekView, type WeekItem } from './week-view.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

type Who = Parameters<Room['ask']>[0];
const today = dayOf(new Date());
/** A week that is whole in the future. */
const monday = mondayOf(daysAfter(today, 14));

async function week(of: string, who: Who = 'editor') {
  const { body } = await room.ask(who, 'GET', `/desk/week?of=${of}`);
  const view = weekView.parse(body);
  const placeOf = (title: string): [string | null, WeekItem] | undefined => {
    for (const { day, items } of view.days)
      for (const item of items) if (item.title === title) return [day, item];
    const item = view.undated.find((each) => each.title === title);
    return item === undefined ? undefined : [null, item];
  };
  return { view, placeOf };
}
const move = (who: Who, article: string, plan: string | null, to: string | null) =>
  room.ask(who, 'POST', '/desk/week', { article, plan, to });
const linesOf = async (id: string) =>
  (await room.ask('editor', 'GET', `/log?where[document][equals]=${id}&sort=-at`)).body.docs;
const aDraft = async (fields: object) => {
  const draft = anArticle({ ...fields, _status: 'draft' });
  return (await room.ask('writer', 'POST', '/articles?draft=true&depth=0', draft)).body.doc;
};

test('a draft has the day it is due, or none, and gets another one at the same hour', async () => {
  const deadline = atClock(monday, '14:30')?.toISOString();
  const { id } = await aDraft({ title: 'Med frist', deadline, stage: 'idea' });
  await aDraft({ title: 'Uten frist' });
  const before = await week(monday, 'writer');
  expect(before.placeOf('Med frist')).toMatchObject([monday, { stage: 'Idé', clock: '14:30' }]);
  expect(before.placeOf('Uten frist')?.[0]).toBeNull();

  const friday = daysAfter(monday, 4);
  expect((await move('writer', id, null, friday)).status).toBe(200);
  expect((await week(monday)).placeOf('Med frist')).toMatchObject([friday, { clock: '14:30' }]);
  expect((await move('writer', id, null, null)).status).toBe(200);
  expect((await week(monday)).placeOf('Med frist')?.[0]).toBeNull();
  expect(await linesOf(id)).toMatchObject([
    { act: 'deadline-moved', why: expect.stringMatching(/14:30 → uten dag$/) },
    { act: 'deadline-moved', why: expect.stringMatching(/14:30 → .*14:30$/) },
  ]);
});

test('a plan goes to another day at the same hour, if an editor says so, and not into the past', async () => {
  const { id, updatedAt } = await aDraft({ title: 'Planlagt' });
  const at = atClock(monday, '06:00')?.toISOString();
  await room.ask('editor', 'POST', `/desk/plans/${id}`, { type: 'publish', at, seen: updatedAt });
  const item = (await week(monday)).placeOf('Planlagt')?.[1];
  expect(item).toMatchObject({ kind: 'publish', clock: '06:00', isMovable: true });
  expect((await week(monday, 'writer')).placeOf('Planlagt')?.[1].isMovable).toBe(false);

  const [tuesday, plan] = [daysAfter(monday, 1), item?.plan ?? ''];
  expect((await move('writer', id, plan, tuesday)).status).toBe(401);
  expect((await move('editor', id, plan, daysAfter(today, -1))).status).toBe(400);
  expect((await move('editor', id, plan, tuesday)).status).toBe(200);
  const [moved] = await findPlans(room.payload, id);
  expect([dayOf(moved?.at ?? ''), clockOf(moved?.at ?? '')]).toEqual([tuesday, '06:00']);
  expect(moved?.approved?.content).toMatchObject({ title: 'Planlagt' });
  expect((await move('editor', id, 'gone', tuesday)).status).toBe(400);
  expect(await linesOf(id)).toMatchObject([
    { act: 'plan-moved', why: expect.stringMatching(/^publisering .* → /) },
    { act: 'planned' },
  ]);
});

test('a tab that knows the old day does not bring it back when it saves', async () => {
  const deadline = atClock(monday, '14:30')?.toISOString();
  const { id, updatedAt } = await aDraft({ title: 'Åpen i en fane', deadline });
  await move('editor', id, null, daysAfter(monday, 4));
  const path = `/articles/${id}?draft=true&autosave=true`;
  const form = {
    title: 'Åpen i en fane!',
    deadline,
    updatedAt,
    savedFrom: 'fane',
    _status: 'draft',
  };
  expect((await room.ask('writer', 'PATCH', path, form)).status).toBe(409);
});

test('what is out stands on its day and stays there; what is late says so', async () => {
  await create(room, { title: 'Ute' });
  await aDraft({ title: 'Forsinket', deadline: atClock(daysAfter(today, -1), '12:00') });
  expect((await week(today)).placeOf('Ute')).toMatchObject([
    today,
    { kind: 'out', isMovable: false },
  ]);
  const { placeOf } = await week(daysAfter(today, -1));
  expect(placeOf('Forsinket')?.[1].isLate).toBe(true);
});

test('nobody without an account', async () => {
  expect((await room.ask('anonymous', 'GET', '/desk/week')).status).toBe(401);
  expect((await move('anonymous', 'x', null, null)).status).toBe(401);
  expect((await room.ask('editor', 'POST', '/desk/week', { to: 'i går' })).status).toBe(400);
});
