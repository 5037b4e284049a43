import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatCursor,
  holdBackMs,
  parseCursor,
  startPosition,
  type Position,
} from './changes-cursor.ts';
import { planPull, rowsToRead, type Row } from './plan-pull.ts';

const iso = (ms: number) => new Date(1_800_000_000_000 + ms).toISOString();

/** A write as the world sees it: its own time, and when a reader can see it. */
interface Write {
  id: string;
  at: number;
  visibleAt: number;
  isDelete: boolean;
}

/** What a query for rows beyond the position gives at this time: the last visible write of each document. */
function query(writes: readonly Write[], now: number, position: Position, count: number): Row[] {
  const current = new Map<string, Write>();
  for (const write of writes) if (write.visibleAt <= now) current.set(write.id, write);
  return [...current.values()]
    .filter(({ isDelete }) => !isDelete)
    .map(({ id, at }) => ({ id, at: iso(at) }))
    .filter(({ id, at }) => at > position.at || (at === position.at && id > position.id))
    .toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
    .slice(0, count);
}

function pullOnce(writes: readonly Write[], now: number, position: Position, limit: number) {
  const count = rowsToRead(position, limit);
  const rows = query(writes, now, position, count);
  const settledBefore = iso(now - holdBackMs);
  return planPull({ rows, isComplete: rows.length < count, position, settledBefore, limit });
}

/** Few moments, so that equal times are common; a write never shows later than the hold-back allows. */
const history = fc
  .array(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
      moment: fc.nat(20),
      lateness: fc.oneof(fc.constant(0), fc.nat(holdBackMs - 1)),
      isDelete: fc.boolean(),
    }),
    { minLength: 5, maxLength: 40, size: 'max' },
  )
  .map((records) => {
    const taken = new Set<string>();
    return records
      .map(({ id, moment, lateness, isDelete }) => {
        const at = moment * 500;
        return { id, at, visibleAt: at + lateness, isDelete: isDelete && moment % 3 === 0 };
      })
      .filter(({ id, at }) => !taken.has(`${id}${at}`) && taken.add(`${id}${at}`))
      .toSorted((a, b) => a.visibleAt - b.visibleAt);
  });

const looks = fc.array(
  fc.record({ wait: fc.nat(1500), limit: fc.constantFrom(1, 1, 2, 5), isGreedy: fc.boolean() }),
  {
    maxLength: 30,
    size: 'max',
  },
);

test('whatever the writes and the pulls: every last state arrives, and nothing arrives twice', () => {
  fc.assert(
    fc.property(history, looks, (writes, pulls) => {
      let position = startPosition;
      let now = 0;
      const received: Row[] = [];
      const look = (limit: number): boolean => {
        const plan = pullOnce(writes, now, position, limit);
        received.push(...plan.send);
        // The position travels through the cursor, as it does for the publisher.
        const cursor = {
          version: 1 as const,
          documents: { article: plan.position },
          tombstones: {},
        };
        position = parseCursor(formatCursor(cursor)).documents.article ?? startPosition;
        return plan.more;
      };
      /** Asks on while there is more, as the publisher does. */
      const drain = (limit: number) => {
        for (let rounds = 0; look(limit); rounds += 1) expect(rounds).toBeLessThan(100);
      };
      for (const { wait, limit, isGreedy } of pulls) {
        now += wait;
        if (isGreedy) drain(limit);
        else look(limit);
      }
      now += 1_000_000;
      drain(3);
      const wanted = query(writes, now, startPosition, 100);
      for (const row of wanted) {
        expect(received.findLast(({ id }) => id === row.id)).toEqual(row);
      }
      const names = received.map(({ id, at }) => `${id} ${at}`);
      expect(new Set(names).size).toBe(names.length);
      expect(look(3)).toBe(false);
      expect(received).toHaveLength(names.length);
      expect(Object.keys(position.seen)).toHaveLength(0);
    }),
    { numRuns: 500 },
  );
}, 60_000);

test('nothing is lost or repeated while writes keep coming, with a limit of one', () => {
  let position = startPosition;
  const writes: Write[] = [];
  const received: string[] = [];
  for (let now = 0; now < 60_000; now += 250) {
    if (now < 30_000) {
      writes.push({
        id: `w${String(now).padStart(5, '0')}`,
        at: now,
        visibleAt: now,
        isDelete: false,
      });
    }
    const plan = pullOnce(writes, now, position, 1);
    received.push(...plan.send.map(({ id }) => id));
    position = plan.position;
  }
  expect(received).toEqual(writes.map(({ id }) => id));
});

test('a burst larger than the cursor may remember waits until it has settled', () => {
  const writes = Array.from({ length: 2500 }, (_, index) => ({
    id: String(index).padStart(5, '0'),
    at: 0,
    visibleAt: 0,
    isDelete: false,
  }));
  const first = pullOnce(writes, 100, startPosition, 5000);
  expect(first).toMatchObject({ more: false });
  expect(first.send).toHaveLength(1000);
  const second = pullOnce(writes, holdBackMs + 1, first.position, 5000);
  expect(second.send).toHaveLength(1500);
  expect(second.position.seen).toEqual({});
});
