import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRoom, type Room } from '../testing/start-room.ts';
import { assertSameSecrets } from './rights.ts';
import { takeLease } from './leases.ts';

let room: Room;
const workers: Worker[] = [];
beforeAll(async () => {
  room = await startRoom({ isEmpty: true });
}, 120_000);
afterAll(async () => {
  for (const { child } of workers) child.kill('SIGKILL');
  await room.stop();
});

interface Worker {
  child: ChildProcess;
  /** When it said that it had the right, in ms since 1970. */
  had: number[];
  said: string;
}

function startWorker(): Worker {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'testing/right-worker.ts')],
    { stdio: ['pipe', 'pipe', 'inherit'], env: process.env },
  );
  const worker: Worker = { child, had: [], said: '' };
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [said = '', at] = line.split(' ');
    if (said === 'yes') worker.had.push(Number(at));
    if (said === 'yes' || said === 'no') worker.said = said;
  });
  workers.push(worker);
  return worker;
}

test('one process has it; after it dies or hangs another has it within 20 s, when it is stopped at once; never both', async () => {
  const [one, other] = [startWorker(), startWorker()];
  const said = () => [one.said, other.said].toSorted();
  await expect.poll(said, { timeout: 60_000 }).toEqual(['no', 'yes']);
  const [holder, waiting] = one.said === 'yes' ? [one, other] : [other, one];
  holder.child.kill('SIGSTOP');
  const heldAt = Date.now();
  await expect.poll(() => waiting.said, { timeout: 30_000 }).toBe('yes');
  expect(Date.now() - heldAt).toBeLessThan(20_000);
  holder.child.kill('SIGCONT');
  await expect.poll(() => holder.said, { timeout: 10_000 }).toBe('no');
  const lastOfOne = Math.max(...holder.had);
  expect(lastOfOne).toBeLessThan(Math.min(...waiting.had));
  waiting.child.kill('SIGTERM'); // gives it back, and goes on until it is killed
  const toldAt = Date.now();
  await expect.poll(() => holder.said, { timeout: 10_000 }).toBe('yes');
  expect(Date.now() - toldAt).toBeLessThan(5_000);
  waiting.child.kill('SIGKILL');
  const third = startWorker();
  await expect.poll(() => third.said, { timeout: 60_000 }).toBe('no');
  holder.child.kill('SIGKILL');
  const diedAt = Date.now();
  await expect.poll(() => third.said, { timeout: 30_000 }).toBe('yes');
  expect(Date.now() - diedAt).toBeLessThan(20_000);
}, 150_000);

test('a process with other secrets is told so while there are any with these', async () => {
  await takeLease(room.payload, 'secrets', { holder: 'others', lasts: 60_000 });
  await expect(assertSameSecrets(room.payload)).rejects.toThrow('Sett dem likt overalt');
});
