import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anArticle, create } from '../../testing/make-article.ts';
import { startRoom, type Answer, type Room } from '../../testing/start-room.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

/** A tab with an article open, as the admin's form: it sends all it knows, and takes over what comes back. */
async function aTab(id: string, who: 'admin' | 'editor' | 'writer' = 'editor') {
  const savedFrom = randomUUID();
  const path = `/articles/${id}?depth=0&draft=true`;
  let known = (await room.ask(who, 'GET', path)).body as Record<string, unknown>;
  const save = async (change: object, query: string): Promise<Answer> => {
    const data = { ...known, ...change, savedFrom };
    const answer = await room.ask(who, 'PATCH', `/articles/${id}?depth=0${query}`, data);
    if (answer.status === 200) known = answer.body.doc;
    return answer;
  };
  return {
    type: (change: object) => save({ ...change, _status: 'draft' }, '&draft=true&autosave=true'),
    publish: (change: object = {}) => save({ ...change, _status: 'published' }, ''),
    /** As a form does that rests on the newest from now on. */
    layOver: async (change: object) => {
      known = { ...known, updatedAt: (await room.ask(who, 'GET', path)).body.updatedAt };
      return save({ ...change, _status: 'draft' }, '&draft=true&autosave=true');
    },
  };
}

async function aDraft(): Promise<string> {
  const draft = anArticle({ _status: 'draft' });
  const { body } = await room.ask('editor', 'POST', '/articles?draft=true&depth=0', draft);
  return body.doc.id;
}

const newest = async (id: string) =>
  (await room.ask('editor', 'GET', `/articles/${id}?depth=0&draft=true`)).body;

async function leads(id: string): Promise<unknown[]> {
  const { docs } = await room.payload.findVersions({
    collection: 'articles',
    where: { parent: { equals: id } },
    limit: 0,
    pagination: false,
  });
  return docs.map(({ version }) => version.lead);
}

test('of two tabs with the same article the second is refused with a sentence, and erases nothing', async () => {
  const id = await aDraft();
  const [one, two] = [await aTab(id), await aTab(id, 'admin')];
  expect((await one.type({ lead: 'Skrevet i den ene.' })).status).toBe(200);
  const refused = await two.type({ title: 'Skrevet i den andre' });
  expect(refused.status).toBe(409);
  const [error] = refused.body.errors;
  expect(error.message).toMatch(/^Saken ble lagret et annet sted kl\. .+settes sammen/);
  expect(error.data.errors).toMatchObject([{ path: 'savedFrom', message: error.message }]);
  expect((await two.publish()).status).toBe(409);
  expect(await newest(id)).toMatchObject({ lead: 'Skrevet i den ene.', _status: 'draft' });
});

test('a tab goes on with its own work, also when an answer is late', async () => {
  const id = await aDraft();
  const tab = await aTab(id);
  const together = await Promise.all([
    tab.type({ lead: 'Først.' }),
    tab.type({ lead: 'Så.' }),
    tab.publish({ lead: 'Til slutt.' }),
  ]);
  expect(together.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await tab.type({ lead: 'Og etterpå.' })).status).toBe(200);
});

test('of many who save at once on the same state one is taken', async () => {
  const id = await aDraft();
  const tabs = await Promise.all([1, 2, 3, 4, 5, 6].map(() => aTab(id)));
  const answers = await Promise.all(tabs.map((tab, n) => tab.type({ lead: `Nummer ${n}.` })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  const taken = answers.findIndex(({ status }) => status === 200);
  expect((await newest(id)).lead).toBe(`Nummer ${taken}.`);
});

test('whatever a save of somebody else replaces is found in a version', async () => {
  const id = await aDraft();
  const one = await aTab(id);
  for (const n of [1, 2, 3]) await one.type({ lead: `Den ene, ${n}.` });
  const two = await aTab(id, 'admin');
  await two.type({ lead: 'Den andre.' });
  await one.layOver({ lead: 'Den ene, lagret over.' });
  await room.ask('editor', 'PATCH', `/articles/${id}?draft=true&autosave=true`, {
    lead: 'Et program.',
    _status: 'draft',
  });
  await (await aTab(id)).type({ lead: 'En ny fane.' });
  const kept = await leads(id);
  expect(kept).toEqual(
    expect.arrayContaining([
      'Den ene, 3.',
      'Den andre.',
      'Den ene, lagret over.',
      'Et program.',
      'En ny fane.',
    ]),
  );
  // Its own steps a tab writes over, or the versions of an article would be gone in minutes.
  expect(kept).not.toContain('Den ene, 1.');
});

test('programs that do not tell what they rest on are not refused', async () => {
  const id = await aDraft();
  const tab = await aTab(id);
  await tab.type({ lead: 'I en fane.' });
  const answer = await room.ask('editor', 'PATCH', `/articles/${id}`, { title: 'Fra et program' });
  expect(answer.status).toBe(200);
  expect((await tab.type({ lead: 'Videre.' })).status).toBe(409);
});

test('a program that sends back all it read is not taken for the tab it read of', async () => {
  const id = await aDraft();
  const tab = await aTab(id);
  await tab.type({ lead: 'I fanen.' });
  const read = await newest(id);
  const query = 'depth=0&draft=true&autosave=true';
  const answer = await room.ask('editor', 'PATCH', `/articles/${id}?${query}`, {
    ...read,
    lead: 'Fra et program.',
  });
  expect(answer.status).toBe(200);
  expect((await tab.type({ lead: 'Videre i fanen.' })).status).toBe(409);
  expect(await leads(id)).toEqual(expect.arrayContaining(['I fanen.', 'Fra et program.']));
});

test('a change of many waits for its turn, and nobody’s save is lost under it', async () => {
  const ids = [await aDraft(), await aDraft(), await aDraft()];
  const where = `where[id][in]=${ids.join(',')}`;
  for (let round = 0; round < 5; round++) {
    const [many, ...each] = await Promise.all([
      room.ask('editor', 'PATCH', `/articles?${where}&draft=true`, { place: `Sted ${round}` }),
      ...ids.map((id) =>
        room.ask('editor', 'PATCH', `/articles/${id}?draft=true`, { lead: `Runde ${round}.` }),
      ),
    ]);
    expect([many.status, ...each.map(({ status }) => status)]).toEqual([200, 200, 200, 200]);
    for (const id of ids)
      expect(await newest(id)).toMatchObject({ place: `Sted ${round}`, lead: `Runde ${round}.` });
  }
});

test('going back to what readers see is not refused, and what it replaces is kept', async () => {
  const { id } = await create(room, { lead: 'Det som er ute.' });
  const out = (await room.ask('editor', 'GET', `/articles/${id}?depth=0&draft=false`)).body;
  await (await aTab(id)).type({ lead: 'Et utkast som ble lagt bort.' });
  const back = await room.ask('editor', 'PATCH', `/articles/${id}?depth=0`, out);
  expect(back.status).toBe(200);
  expect(await leads(id)).toContain('Et utkast som ble lagt bort.');
});

test('nobody outside the newsroom learns which tab an article came from', async () => {
  const { id } = await create(room);
  await (await aTab(id)).publish();
  expect((await room.ask('anonymous', 'GET', `/articles/${id}`)).body).not.toHaveProperty(
    'savedFrom',
  );
});
