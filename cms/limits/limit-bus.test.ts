import { expect, test } from 'vitest';
import { CrowdPause } from './crowd-pause.ts';
import { LimitBus } from './limit-bus.ts';
import { GrowingPause, RequestLimit } from './limit-requests.ts';

/** Two processes that have the same secret, and hear of each other when they are told to. */
function twoProcesses() {
  const [one, other] = [new LimitBus(), new LimitBus()];
  for (const bus of [one, other]) bus.start('a secret of both');
  const hear = () => {
    const [told, replied] = [one.drain(), other.drain()];
    other.hear(told);
    one.hear(replied);
    return [...told, ...replied];
  };
  return { one, other, hear };
}

test('what one counts the other counts, once', () => {
  const { one, other, hear } = twoProcesses();
  const limits = [one, other].map(
    (bus) => new RequestLimit({ id: 'mails', most: 4, windowSeconds: 60, bus }),
  );
  expect(limits.map((limit) => limit.count('kari'))).toEqual([0, 0]);
  hear();
  expect(limits.map((limit) => limit.count('kari'))).toEqual([0, 0]);
  expect(hear()).toHaveLength(2);
  expect(hear()).toEqual([]);
  for (const limit of limits) expect(limit.count('kari')).toBeGreaterThan(0);
  expect(limits[0]?.count('ola')).toBe(0);
});

test('guesses at one door are guesses at the other, and a right answer is right at both', () => {
  const { one, other, hear } = twoProcesses();
  const [here, there] = [one, other].map((bus) => new GrowingPause({ id: 'logins', bus }));
  for (const pause of [here, there, here, there, here, there]) {
    pause?.begin('kari');
    pause?.end('kari', 'wrong');
    hear();
  }
  expect(here?.begin('kari')).toBeGreaterThan(0);
  expect(there?.begin('kari')).toBeGreaterThan(0);
  there?.begin('kari', Date.now() + 120_000);
  there?.end('kari', 'right');
  hear();
  expect(here?.begin('kari')).toBe(0);
});

test('who was told to wait at one door is let through at the other', () => {
  const { one, other, hear } = twoProcesses();
  const [here, there] = [one, other].map(
    (bus) => new CrowdPause({ id: 'sign-up', free: 2, windowSeconds: 60, longest: 30, bus }),
  );
  expect(['a', 'b', 'c'].map((member) => here?.begin('hall', member))).toEqual([0, 0, 1]);
  hear();
  expect(there?.begin('hall', 'd')).toBe(2);
  expect(there?.begin('hall', 'c')).toBe(1);
  const later = Date.now() + 1_500;
  expect(there?.begin('hall', 'c', later)).toBe(0);
  hear();
  // Once: the next time she waits like everybody.
  expect(here?.begin('hall', 'c', later)).toBeGreaterThan(0);
});

test('what was told before a part of the program was loaded is not lost', () => {
  const { one, other, hear } = twoProcesses();
  const here = new RequestLimit({ id: 'late', most: 1, windowSeconds: 60, bus: one });
  here.count('kari');
  hear();
  const there = new RequestLimit({ id: 'late', most: 1, windowSeconds: 60, bus: other });
  expect(there.count('kari')).toBeGreaterThan(0);
});

test('no name leaves a process, and a limit without a name tells nothing', () => {
  const { one, hear } = twoProcesses();
  new RequestLimit({ id: 'mails', most: 1, windowSeconds: 60, bus: one }).count('kari@nav.no');
  new RequestLimit({ most: 1, windowSeconds: 60, bus: one }).count('ola@nav.no');
  const told = hear();
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told)).not.toMatch(/kari|ola/);
});

test('alone nothing is told, and nothing is kept for anybody', () => {
  const bus = new LimitBus();
  new RequestLimit({ id: 'mails', most: 1, windowSeconds: 60, bus }).count('kari');
  expect(bus.drain()).toEqual([]);
});
