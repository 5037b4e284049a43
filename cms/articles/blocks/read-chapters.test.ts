import { expect, test } from 'vitest';
import { readChapters } from './read-chapters.ts';

test('one on each line, with or without hours and dashes', () => {
  expect(readChapters('0:00 Innledning\n\n 12:05 – Køen\r\n1:02:30 Spørsmål')).toEqual([
    { at: 0, title: 'Innledning' },
    { at: 725, title: 'Køen' },
    { at: 3750, title: 'Spørsmål' },
  ]);
  expect(readChapters(' \n')).toEqual([]);
});

test.each([
  'Innledning',
  '0:00',
  '0:75 Køen',
  '5:00 Så\n4:00 Først',
  '1:00 Ett\n1:00 To',
  '1:00Ett',
])('%j is none', (text) => {
  expect(readChapters(text)).toBeUndefined();
});
