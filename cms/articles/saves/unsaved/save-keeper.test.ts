import { beforeEach, describe, expect, test } from 'vitest';
import { SaveKeeper, type FormData, type KeeperState, type SaveOutcome } from './save-keeper.ts';

let clock: number;
let outcome: SaveOutcome | 'silence';
let sent: FormData[];
let kept: FormData | null;
let state: KeeperState;
let keeper: SaveKeeper;

beforeEach(() => {
  [clock, outcome, sent, kept, state] = [1_000, 'saved', [], null, { is: 'saved' }];
  keeper = new SaveKeeper({
    saved: { title: 'Før', updatedAt: 'a' },
    save: (data) => {
      sent.push(data);
      return outcome === 'silence' ? new Promise(() => undefined) : Promise.resolve(outcome);
    },
    keep: (unsaved) => (kept = unsaved?.data ?? null),
    tell: (told) => (state = told),
    now: () => clock,
  });
});

/** So many seconds go by, with a look at each. */
async function wait(seconds: number): Promise<void> {
  for (let n = 0; n < seconds; n += 1) {
    clock += 1_000;
    void keeper.tick();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const a = { title: 'A' };
const b = { title: 'B' };

test('what the form saves by itself needs nobody', async () => {
  keeper.changed(a);
  expect([kept, state.is]).toEqual([a, 'unsaved']);
  await wait(2);
  keeper.began();
  await wait(1);
  keeper.ended({ ...a, _status: 'draft' }, 'saved');
  await wait(60);
  expect([kept, state.is, sent]).toEqual([null, 'saved', []]);
});

test('what a save writes itself is no change', () => {
  keeper.changed({ title: 'Før', updatedAt: 'b', savedFrom: 'x' });
  expect(state.is).toBe('saved');
});

test('what the editor notes of the words that come next is no change', async () => {
  const body = (noted: object) => ({ root: { children: [{ type: 'paragraph', ...noted }] } });
  keeper.changed({ title: 'Før', body: body({}) }, false);
  keeper.changed({ title: 'Før', body: body({ textStyle: '', textFormat: 1 }) });
  await wait(30);
  expect([kept, state.is, sent]).toEqual([null, 'saved', []]);
});

test('what the server filled in is no change', async () => {
  keeper.changed({ title: 'Før', slug: 'for' }, false);
  keeper.changed({ title: 'Før', slug: 'for' });
  await wait(30);
  expect([kept, state.is, sent]).toEqual([null, 'saved', []]);
});

test('typed while a save is under way: it stays unsaved, and is younger', async () => {
  keeper.changed(a);
  keeper.began();
  await wait(2);
  keeper.changed(b);
  keeper.ended(a, 'saved');
  expect([kept, state]).toEqual([b, { is: 'unsaved', since: 3_000, why: null }]);
});

describe('a save that failed', () => {
  test('is tried again, with growing pauses, until it works', async () => {
    outcome = 'away';
    keeper.changed(a);
    keeper.began();
    keeper.ended(a, 'away');
    expect(state).toEqual({ is: 'unsaved', since: 1_000, why: 'away' });
    await wait(5);
    expect(sent).toHaveLength(0);
    await wait(120);
    expect(sent.length).toBeGreaterThan(4);
    expect(sent.length).toBeLessThan(10);
    keeper.changed(b);
    outcome = 'saved';
    await wait(31);
    expect(sent.at(-1)).toEqual(b);
    expect([kept, state.is]).toEqual([null, 'saved']);
  });

  test('or went silent is tried again', async () => {
    keeper.changed(a);
    keeper.began();
    await wait(19);
    expect(sent).toEqual([]);
    await wait(2);
    expect(sent).toEqual([a]);
    expect(state.is).toBe('saved');
  });

  test('or was never begun is begun', async () => {
    keeper.changed(a);
    await wait(7);
    expect(sent).toEqual([a]);
  });

  test('is tried at once when the net is back', async () => {
    outcome = 'away';
    keeper.changed(a);
    await wait(60);
    const before = sent.length;
    outcome = 'saved';
    await keeper.hurry();
    expect(sent.length).toBe(before + 1);
    expect(state.is).toBe('saved');
  });

  test('by a refusal is its writer’s to deal with, and kept meanwhile', async () => {
    keeper.changed(a);
    keeper.began();
    keeper.ended(a, 'refused');
    await wait(60);
    expect([sent, kept]).toEqual([[], a]);
    expect(state).toMatchObject({ why: 'refused' });
  });

  test('of a publication leaves a draft to be saved', async () => {
    keeper.changed(a);
    keeper.began();
    keeper.ended(a, 'unreleased');
    // The form says of nothing that somebody wrote it, then.
    keeper.changed(a, false);
    await wait(7);
    expect(sent).toEqual([a]);
    expect(state.is).toBe('saved');
  });

  test('for want of a login goes on when there is one', async () => {
    outcome = 'logged-out';
    keeper.changed(a);
    await wait(7);
    expect(state).toMatchObject({ why: 'logged-out' });
    outcome = 'saved';
    await wait(31);
    expect(state.is).toBe('saved');
  });
});
