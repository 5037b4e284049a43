import { expect, test } from 'vitest';
import { isFigure } from './is-figure.ts';

test.each([
  '12',
  '12,5 %',
  '1 200 kr',
  'kr 500',
  '–50 %',
  '10–12 min',
  '10-12',
  '3.',
  '..',
  '–',
  '',
])('%s is a figure', (cell) => expect(isFigure(cell)).toBe(true));

test.each(['Nei', 'GPT-4 og 5', '12 personer svarte', 'a 1', 'uke 3'])('%s is not', (cell) =>
  expect(isFigure(cell)).toBe(false),
);
