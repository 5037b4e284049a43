import sharp from 'sharp';
import { expect, test } from 'vitest';
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
