import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { BoxOf } from '../../../content/model/blocks/blocks.ts';
import { shareChart } from '../../src/head/share-chart.ts';
import { renderSharePicture } from './render-share-picture.ts';

const draw = (title: string) =>
  renderSharePicture({
    ...{ path: '', face: 'interview' as const, label: 'Intervju · Ledelse' },
    ...{ title, publication: 'Kundefront' },
  });

/** Share of the pixels between label and wordmark that are not ground. */
async function inkOf(png: Buffer): Promise<number> {
  const room = sharp(png).extract({ left: 0, top: 158, width: 1200, height: 330 });
  const { data } = await room
    .greyscale()
    .threshold(128)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data.reduce((sum, value) => sum + Number(value > 0), 0) / data.length;
}

test('a PNG of 1200 × 630 that decodes, the same bytes each time', async () => {
  const png = await draw('Køen som forsvant – «over natten»');
  const decoded = await sharp(png, { failOn: 'warning' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(decoded.info).toMatchObject({ width: 1200, height: 630 });
  expect(png.length).toBeLessThan(60_000);
  expect(await draw('Køen som forsvant – «over natten»')).toEqual(png);
});

test.each([
  ['one letter', 'Å'],
  ['140 characters', 'Fire av ti på kundesenteret sier at de ikke rekker '.repeat(3).slice(0, 140)],
  ['one word without end', 'Medarbeidertilfredshetsundersøkelse'.repeat(4)],
  ['markup and signs', '<b>Tom & Jerry</b> "kjøper" 2 < 3 \u0007 😀'],
  ['more than fits', 'ord '.repeat(400)],
])('sets a title of %s', async (_, title) => {
  const ink = await inkOf(await draw(title));
  expect(ink).toBeGreaterThan(0.003);
  expect(ink).toBeLessThan(0.5);
});

test('sets letters, not boxes in their place', async () => {
  const [thin, wide] = await Promise.all([draw('íííííł'), draw('ŠØŠÅŠØ')]);
  expect(await inkOf(thin)).toBeLessThan((await inkOf(wide)) / 2);
});

test('what the face lacks is no box', async () => {
  expect(await draw('E\u2011post')).toEqual(await draw('E-post'));
  expect(await draw('\u22127 grader')).toEqual(await draw('–7 grader'));
});

const aChart = (some: Partial<BoxOf<'chart'>>): BoxOf<'chart'> => ({
  ...{ type: 'chart', kind: 'bars', title: 'Trivsel', source: 'Indeksen', unit: '%' },
  rows: [
    ['Trives', '72'],
    ['Blir', '31'],
  ],
  ...some,
});
const drawChart = (block: BoxOf<'chart'>) => {
  const chart = shareChart(block);
  if (chart === undefined) throw new Error('not drawn');
  return renderSharePicture({
    ...{ path: '', face: 'news' as const, label: 'Nyhet', title: 'Flere trives' },
    ...{ publication: 'Kundefront', chart },
  });
};
/** How many pixels of a row are the bar's colour: cloudberry, at its full strength. */
async function barsOf(png: Buffer): Promise<number[]> {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  return Array.from({ length: 280 }, (_, row) => {
    let count = 0;
    for (let x = 430; x < 1120; x += 1) {
      const at = ((240 + row) * info.width + x) * info.channels;
      if (data[at] === 0xfb && data[at + 1] === 0xe6 && data[at + 2] === 0xc8) count += 1;
    }
    return count;
  });
}

test('what leads the article is drawn: a bar of 72 is to one of 31 as 72 to 31', async () => {
  const bars = (await barsOf(await drawChart(aChart({})))).filter((count) => count > 0);
  expect(Math.max(...bars) / Math.min(...bars)).toBeCloseTo(72 / 31, 1);
  expect(new Set(bars).size).toBe(2);
});

test.each([
  [
    'lines',
    aChart({
      kind: 'lines',
      rows: [
        ['2020', '4'],
        ['2021', '9'],
        ['2025', '2'],
      ],
    }),
  ],
  [
    'shares',
    aChart({
      kind: 'shares',
      rows: [
        ['', 'Ja', 'Nei'],
        ['Unge', '60', '40'],
      ],
    }),
  ],
  [
    'below nought',
    aChart({
      rows: [
        ['Opp', '12'],
        ['Ned', '-7'],
      ],
    }),
  ],
  [
    'all nought',
    aChart({
      rows: [
        ['Her', '0'],
        ['Der', '0'],
      ],
    }),
  ],
] as const)('draws %s', async (_, block) => {
  const bars = await barsOf(await drawChart(block));
  const sum = bars.reduce((all, count) => all + count, 0);
  if (_ === 'all nought') expect(sum).toBe(0);
  else expect(sum).toBeGreaterThan(1_000);
});

test('a chart with more in it than can be read there is left to the page', () => {
  const rows = Array.from({ length: 8 }, (_, n) => [`Rad ${String(n)}`, String(n)]);
  expect(shareChart(aChart({ rows }))).toBeUndefined();
  expect(
    shareChart(
      aChart({
        rows: [
          ['', 'A', 'B', 'C'],
          ['x', '1', '2', '3'],
        ],
      }),
    ),
  ).toBeUndefined();
  expect(shareChart(undefined)).toBeUndefined();
});
