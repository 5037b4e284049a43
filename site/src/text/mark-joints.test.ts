import { expect, test } from 'vitest';
import { headlineHtml, withJoints } from './mark-joints.ts';

const after = (at: number) => () => [at];
const joint = '<span class="shy"></span>';

test('a long word may be broken at its joint; a short one stands whole', () => {
  expect(withJoints('Om medarbeiderindeksen', after(11))).toBe(`Om medarbeider${joint}indeksen`);
  expect(withJoints('Om medarbeider', after(5))).toBe('Om medarbeider');
});

test('a headline breaks what is longer than a line of a phone', () => {
  expect(headlineHtml('Medarbeiderindeksen', after(11))).toBe(`Medarbeider${joint}indeksen`);
  expect(headlineHtml('Kundesenterlederne', after(5))).toBe('Kundesenterlederne');
});

test('what is no word is text, whatever it holds; without joints nothing is broken', () => {
  expect(withJoints('<b> & "medarbeiderindeks"', after(11))).toBe(
    `&lt;b&gt; &amp; &quot;medarbeider${joint}indeks&quot;`,
  );
  expect(withJoints('medarbeiderindeks', undefined)).toBe('medarbeiderindeks');
});

test('a range is not broken behind its dash', () => {
  expect(withJoints('Det tok 10–12 dager, kl. 08.00–16.00.', () => [])).toBe(
    'Det tok <span class="range">10–12</span> dager, kl. <span class="range">08.00–16.00</span>.',
  );
});
