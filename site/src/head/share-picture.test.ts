import { expect, test } from 'vitest';
import { aMedia } from '../../../content/testing/make-documents.ts';
import { emptyPublication } from '../../publisher/store/empty-publication.ts';
import { sharePicture } from './share-picture.ts';

const publication = { ...emptyPublication, name: 'Kundefront' };
const series = { id: 's', slug: 'disken', name: 'Bak disken', description: '' };
const card = {
  ...{ slug: 'siste-kunde', title: 'Siste kunde', kind: 'post' as const, series, seriesNumber: 48 },
  ...{ marking: 'editorial' as const, sponsor: null },
};

test('says kind, series and number; paid content says who paid', () => {
  expect(sharePicture(card, publication)).toMatchObject({
    face: 'post',
    label: 'Blogg · Bak disken #48',
    title: 'Siste kunde',
    publication: 'Kundefront',
  });
  const paid = { ...card, marking: 'advert' as const, sponsor: 'Telefonselskapet' };
  expect(sharePicture(paid, publication)).toMatchObject({ face: 'paid' });
  expect(sharePicture(paid, publication)?.label).toMatch(/^Annonse.* · .*Telefonselskapet$/);
  // A picture of its own would not say so.
  const hero = aMedia();
  expect(sharePicture({ ...card, hero }, publication)).toBeUndefined();
  expect(sharePicture({ ...paid, hero }, publication)).toMatchObject({ face: 'paid' });
});

test('has another address when it shows anything else', () => {
  const path = sharePicture(card, publication)?.path ?? '';
  expect(path).toMatch(/^\/deling\/siste-kunde-[0-9a-f]{10}\.png$/);
  expect(sharePicture({ ...card, title: 'En annen' }, publication)?.path).not.toBe(path);
  expect(sharePicture(card, { ...publication, name: 'Annet' })?.path).not.toBe(path);
  expect(sharePicture({ ...card, category: series }, publication)?.path).toBe(path);
});

test('a chart that the article begins with is drawn, unless it is paid for', () => {
  const leadChart = {
    ...{ type: 'chart' as const, kind: 'bars' as const, title: 'Trivsel', source: 'Indeksen' },
    rows: [
      ['Trives', '72'],
      ['Blir', '31'],
    ],
  };
  const drawn = sharePicture({ ...card, leadChart }, publication);
  expect(drawn?.chart?.data.points.map(({ values }) => values)).toEqual([[72], [31]]);
  expect(drawn?.path).not.toBe(sharePicture(card, publication)?.path);
  const other = { ...leadChart, rows: [['Trives', '73']] };
  expect(sharePicture({ ...card, leadChart: other }, publication)?.path).not.toBe(drawn?.path);
  const paid = { ...card, leadChart, marking: 'advert' as const, sponsor: 'Telefonselskapet' };
  expect(sharePicture(paid, publication)?.chart).toBeUndefined();
});

test('is not made for a title in letters that the faces lack', () => {
  expect(sharePicture({ ...card, title: 'Привет' }, publication)).toBeUndefined();
  expect(sharePicture({ ...card, title: 'Čáhci – 100 % ørret' }, publication)).toBeDefined();
});
