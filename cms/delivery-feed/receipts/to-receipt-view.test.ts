import { expect, test } from 'vitest';
import { formatClock, formatDuration, formatMinute } from '../../shared/format-times.ts';
import { addFinding, type Receipt } from './release-receipt.ts';
import type { ExpectedRelease } from './expected-release.ts';
import { receiptViewSchema } from './receipt-view.ts';
import { toReceiptView } from './to-receipt-view.ts';

const savedAt = '2026-01-01T10:00:00.000Z';
const expected: ExpectedRelease = {
  id: 'a1',
  path: '/saker/a/',
  revision: 'r2',
  lastRevision: 'r2',
  savedAt,
};
const rendered = {
  id: 'a1',
  revision: 'r2',
  pulledAt: '2026-01-01T10:00:00.050Z',
  renderedAt: '2026-01-01T10:00:00.080Z',
  listsAt: '2026-01-01T10:00:00.090Z',
  feedsAt: '2026-01-01T10:00:00.095Z',
  searchAt: null,
};
const verifiedAt = '2026-01-01T10:00:00.140Z';

const view = (of: ExpectedRelease | null, receipt?: Receipt, now = '2026-01-01T10:00:05.000Z') =>
  receiptViewSchema.parse(
    toReceiptView({
      expected: of,
      receipt,
      plan: null,
      missedPlan: '',
      siteUrl: 'https://a.no',
      now: new Date(now),
    }),
  );

test('never published', () => {
  expect(view(null)).toMatchObject({ state: 'never-published', isUnderway: false, steps: [] });
});

test('saved, and nothing known yet: waiting', () => {
  expect(view(expected)).toMatchObject({ state: 'waiting', isUnderway: true, milliseconds: null });
});

test('the receipt of an earlier publication says nothing about this one', () => {
  const earlier = addFinding(undefined, {
    expected: { ...expected, revision: 'r1', lastRevision: 'r1' },
    verifiedAt,
  });
  expect(view(expected, earlier)).toMatchObject({ state: 'waiting' });
});

test('verified: how long it took, where it is, and live until search has it', () => {
  const receipt = addFinding(undefined, { expected, rendered, verifiedAt });
  expect(view(expected, receipt)).toMatchObject({
    state: 'verified',
    isUnderway: true,
    milliseconds: 140,
    url: 'https://a.no/saker/a/',
  });
  const found = { ...rendered, searchAt: '2026-01-01T10:00:04.000Z' };
  expect(view(expected, addFinding(receipt, { expected, rendered: found })).isUnderway).toBe(false);
  expect(view(expected, receipt, '2026-01-01T11:00:00.000Z').isUnderway).toBe(false);
});

test('what was known of a publication is not forgotten, and its save keeps its time', () => {
  const first = addFinding(undefined, { expected, rendered, verifiedAt });
  const touched = { ...expected, savedAt: '2026-01-01T10:30:00.000Z' };
  const blank = { ...rendered, listsAt: null, feedsAt: null };
  expect(addFinding(first, { expected: touched, rendered: blank })).toEqual(first);
});

test('a problem is shown until the site shows the article', () => {
  const receipt = addFinding(undefined, { expected, problem: 'Siden svarer ikke.' });
  expect(view(expected, receipt)).toMatchObject({
    state: 'problem',
    problem: 'Siden svarer ikke.',
  });
  const solved = addFinding(receipt, { expected, verifiedAt });
  expect(view(expected, solved)).toMatchObject({ state: 'verified', problem: '' });
});

test('a second removal is not confused with the first', () => {
  const removal = { ...expected, revision: 'removed' };
  const first = addFinding(undefined, { expected: removal, verifiedAt });
  expect(view(removal, first)).toMatchObject({ state: 'verified', isRemoved: true });
  expect(view({ ...removal, lastRevision: 'r3' }, first)).toMatchObject({ state: 'waiting' });
});

test('a plan is told, also of an article that was never out', () => {
  const plan = {
    type: 'publish' as const,
    at: '2026-01-02T07:00:00.000Z',
    hasWaitingChange: false,
    changedUses: [] as string[],
  };
  const known = { receipt: undefined, plan, missedPlan: '', siteUrl: 'https://a.no' };
  const now = new Date(savedAt);
  expect(toReceiptView({ ...known, expected: null, now })).toMatchObject({ plan });
  expect(toReceiptView({ ...known, expected, now })).toMatchObject({ plan, state: 'waiting' });
  expect(formatMinute(plan.at, now)).toBe('2. januar kl. 08:00');
});

test.each([
  [140, '0,14 s'],
  [-5, '0,00 s'],
  [9_990, '9,99 s'],
  [42_400, '42 s'],
  [59_700, '1 min 0 s'],
  [185_000, '3 min 5 s'],
  [7_800_000, '2 t 10 min'],
])('%i ms is said as %s', (milliseconds, said) => {
  expect(formatDuration(milliseconds)).toBe(said);
});

test('times are Norwegian, to the second, with the date when it is another day', () => {
  expect(formatClock('2026-01-01T10:00:05.000Z', new Date(savedAt))).toBe('11:00:05');
  expect(formatClock('2026-01-01T10:00:05.000Z', new Date('2026-02-01T10:00:00Z'))).toBe(
    '1. januar kl. 11:00:05',
  );
});
