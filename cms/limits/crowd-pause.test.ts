import { expect, test } from 'vitest';
import { CrowdPause } from './crowd-pause.ts';

const at = 1_000_000;
const limits = { free: 3, windowSeconds: 60, longest: 4 };

test('what is beyond the free ones waits longer and longer, up to the longest', () => {
  const pause = new CrowdPause(limits);
  const waits = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((member) => pause.begin('x', member, at));
  expect(waits).toEqual([0, 0, 0, 1, 2, 4, 4]);
  expect(pause.begin('y', 'a', at)).toBe(0);
});

test('who waited is let through once, whatever the others do meanwhile', () => {
  const pause = new CrowdPause(limits);
  for (let n = 0; n < 500; n += 1) pause.begin('x', `robot ${n}`, at);
  expect(pause.begin('x', 'kari', at)).toBe(4);
  expect(pause.begin('x', 'kari', at + 3_000)).toBe(1);
  for (let n = 0; n < 500; n += 1) pause.begin('x', `robot ${n}`, at + 4_000);
  expect([4_000, 4_000].map((later) => pause.begin('x', 'kari', at + later))).toEqual([0, 4]);
});

test('after the window, and after what is taken back, nobody waits', () => {
  const pause = new CrowdPause(limits);
  for (const member of ['a', 'b', 'c', 'd']) pause.begin('x', member, at);
  expect(pause.begin('x', 'e', at + 61_000)).toBe(0);
  for (const member of ['a', 'b', 'c']) pause.begin('y', member, at);
  pause.forgive('y');
  expect([pause.begin('y', 'd', at), pause.begin('y', 'e', at)]).toEqual([0, 1]);
});

test('a wait of long ago lets nobody through', () => {
  const pause = new CrowdPause(limits);
  const begin = (member: string, now: number) => pause.begin('x', member, now);
  for (const member of ['a', 'b', 'c', 'd']) begin(member, at);
  const later = at + 70_000;
  for (const member of ['a', 'b', 'c']) begin(member, later);
  expect(begin('d', later)).toBe(1);
});
