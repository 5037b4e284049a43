import { expect, test } from 'vitest';
import {
  aMedia,
  anArticle,
  aPublication,
  aSeries,
} from '../../../content/testing/make-documents.ts';
import type { LoadedArticle } from '../../mapping/load-article.ts';
import { toAlert } from './to-alert.ts';

const origin = 'https://avisen.example';
const loaded = (some: Partial<LoadedArticle> = {}): LoadedArticle => ({
  article: anArticle({ slug: 'koen', seriesNumber: 48, place: 'BERGEN', sponsor: null }),
  corrections: [],
  hero: undefined,
  series: aSeries(),
  disclosures: ['Eier AS eier avisen.'],
  publication: aPublication({ name: '' }),
  ...some,
});
const file = (name: string, crop: 'full' | 'wide', format: 'jpeg' | 'avif', width: number) => ({
  ...{ name, crop, format, width },
  height: Math.round(width / 2),
});

test('an alert has the number and place, the address and what must be told', () => {
  expect(toAlert(loaded(), origin)).toMatchObject({
    place: '#48 | BERGEN',
    url: `${origin}/saker/koen/`,
    sponsor: '',
    picture: null,
    disclosures: ['Eier AS eier avisen.'],
  });
});

test('its picture is the wide JPEG nearest to twice the width of a mail, with its credit line', () => {
  const files = [
    file('full.jpg', 'full', 'jpeg', 1072),
    file('small.jpg', 'wide', 'jpeg', 640),
    file('near.jpg', 'wide', 'jpeg', 1280),
    file('near.avif', 'wide', 'avif', 1072),
  ];
  const hero = aMedia({ files, credit: 'Ola Foto' });
  expect(toAlert(loaded({ hero }), origin).picture).toMatchObject({
    url: `${origin}/bilder/near.jpg`,
    width: 1280,
    credit: 'FOTO: Ola Foto',
  });
});

test('a picture that nobody is named for has no credit line, one without a JPEG is left out', () => {
  const nameless = aMedia({ files: [file('a.jpg', 'full', 'jpeg', 800)], credit: '' });
  expect(toAlert(loaded({ hero: nameless }), origin).picture?.credit).toBe('');
  const modern = aMedia({ files: [file('a.avif', 'full', 'avif', 800)] });
  expect(toAlert(loaded({ hero: modern }), origin).picture).toBeNull();
});
