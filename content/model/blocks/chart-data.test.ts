import { describe, expect, test } from 'vitest';
import { readChart, readNumber } from './chart-data.ts';

test.each([
  ['12,5', 12.5],
  ['12.5', 12.5],
  ['1 200', 1200],
  ['1\u00a0200,5', 1200.5],
  ['1.200', 1200],
  ['0.125', 0.125],
  ['1.250.000,5', 1_250_000.5],
  ['−3', -3],
  ['–3', -3],
  ['45 %', 45],
  ['99 kr', 99],
  ['0', 0],
  ['', undefined],
  ['ca. 5', undefined],
  ['2–3', undefined],
  ['1,2,3', undefined],
  ['NaN', undefined],
  ['1e3', undefined],
  ['9'.repeat(400), undefined],
])('«%s» is %s', (cell, expected) => {
  expect(readNumber(cell)).toBe(expected);
});

describe('a chart', () => {
  test('has names of its columns where the first row has no figure', () => {
    expect(
      readChart(
        [
          ['', 'Ja'],
          ['Menn', '4'],
        ],
        'bars',
      ),
    ).toEqual({
      ...{ series: ['Ja'], points: [{ label: 'Menn', values: [4] }] },
    });
    expect(
      readChart(
        [
          ['2024', '3'],
          ['2025', '4'],
        ],
        'lines',
      ),
    ).toEqual({
      series: [],
      points: [
        { label: '2024', values: [3] },
        { label: '2025', values: [4] },
      ],
    });
  });

  test.each([
    ['figures missing', [['Ja'], ['Nei']], 'bars', { problem: 'empty' }],
    ['names alone', [['', 'Ja', 'Nei']], 'bars', { problem: 'empty' }],
    [
      'a word for a figure',
      [
        ['', 'Ja'],
        ['Menn', '4'],
        ['Kvinner', 'få'],
      ],
      'bars',
      { problem: 'notNumber', at: 'få' },
    ],
    [
      'an empty cell',
      [
        ['', 'Ja', 'Nei'],
        ['Menn', '4', ''],
      ],
      'bars',
      { problem: 'notNumber', at: 'Menn' },
    ],
    [
      'a line of one point',
      [
        ['', 'Ja'],
        ['2024', '4'],
      ],
      'lines',
      { problem: 'few' },
    ],
    ['seven columns', [Array<string>(8).fill('1')], 'bars', { problem: 'tooManySeries' }],
    [
      'shares below nought',
      [
        ['', 'Ja'],
        ['Menn', '-4'],
      ],
      'shares',
      { problem: 'negative', at: 'Menn' },
    ],
    [
      'shares that are 130 per cent',
      [
        ['', 'Ja', 'Nei'],
        ['Menn', '70', '60'],
      ],
      'shares',
      { problem: 'tooMuch', sum: 130 },
    ],
  ] as const)('%s is refused', (_, rows, kind, expected) => {
    expect(readChart(rows, kind, '%')).toMatchObject(expected);
  });

  test('years at the top are names, too, and an empty corner is above names', () => {
    const rows = [
      ['Kanal', '2024', '2025'],
      ['Telefon', '1900', '4'],
    ];
    expect(readChart(rows, 'bars')).toMatchObject({ series: ['2024', '2025'] });
    expect(readChart([['', '1', '2'], ...rows.slice(1)], 'bars')).toMatchObject({
      series: ['1', '2'],
    });
  });

  test('shares that rounding made 101, and counts of any sum, are drawn', () => {
    const rows = [
      ['', 'a', 'b', 'c'],
      ['x', '34', '34', '33'],
    ];
    expect(readChart(rows, 'shares', '%')).toHaveProperty('points');
    expect(
      readChart(
        [
          ['', 'a', 'b'],
          ['x', '700', '600'],
        ],
        'shares',
      ),
    ).toHaveProperty('points');
  });
});
