import { expect, test } from 'vitest';
import { shareTheLoop } from './taking-turns.ts';

type Client = Parameters<typeof shareTheLoop>[0];
const busyFor = (milliseconds: number) => {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
};

/** Answers at once, as SQLite does, and keeps the thread for so long. */
const aClient = (milliseconds: number) =>
  ({
    execute: async (statement: string) => {
      busyFor(milliseconds);
      return { rows: [statement] };
    },
  }) as unknown as Client; // why: of the client only this is used

/** How often others had a turn while so many queries were asked one after the other. */
async function turnsDuring(client: Client, queries: number): Promise<number> {
  let turns = 0;
  let isDone = false;
  const count = () => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  for (let n = 0; n < queries; n++) await client.execute('SELECT 1');
  isDone = true;
  return turns;
}

test('a row of queries lets everybody else have a turn now and then', async () => {
  expect(await turnsDuring(aClient(5), 20)).toBe(0);
  const client = aClient(5);
  shareTheLoop(client);
  shareTheLoop(client);
  expect(await turnsDuring(client, 20)).toBeGreaterThan(5);
});

test('so do queries that were asked all at once', async () => {
  const client = aClient(5);
  shareTheLoop(client);
  let turns = 0;
  const count = setInterval(() => (turns += 1), 0);
  await Promise.all(Array.from({ length: 20 }, () => client.execute('SELECT 1')));
  clearInterval(count);
  expect(turns).toBeGreaterThan(5);
});

test('whoever asks much does not go before whoever asks little', async () => {
  const client = aClient(5);
  shareTheLoop(client);
  let asked = 0;
  const ask = async (queries: number, then: () => void) => {
    for (let n = 0; n < queries; n++) {
      await client.execute('SELECT 1');
      then();
    }
  };
  const much = ask(60, () => (asked += 1));
  await Promise.all([ask(5, () => undefined), ask(5, () => undefined)]);
  expect(asked).toBeLessThan(30);
  await much;
});

test('answers are those of the client', async () => {
  const client = aClient(0);
  shareTheLoop(client);
  expect(await client.execute('SELECT 2')).toEqual({ rows: ['SELECT 2'] });
});
