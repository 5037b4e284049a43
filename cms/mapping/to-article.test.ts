import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { aBody, box, paragraph, words } from '../testing/make-lexical.ts';
import { mediaOf, toArticle, toDraftArticle } from './to-article.ts';

const aDocument = (fields: Record<string, unknown> = {}) => ({
  id: 'a1',
  title: 'Køen som forsvant',
  slug: 'koen-som-forsvant',
  kind: 'interview',
  lead: 'Ingress',
  body: aBody(paragraph(words('Hei'))),
  heroImage: 'm1',
  authors: ['p1', { id: 'p2', name: 'Ola' }],
  category: { id: 'c1' },
  tags: ['kø', ' ', 'chat'],
  series: 's1',
  seriesNumber: 48,
  place: 'BERGEN',
  interviewees: [{ id: 'r1', name: 'Kari', role: 'leder', organisation: 'o1' }, { name: '' }],
  organisations: ['o1', null],
  marking: 'sponsored',
  sponsor: 'Banken',
  corrections: [{ at: '2026-01-02T03:04:05.000Z', text: 'Rettet navn.' }, { text: 'uten tid' }],
  publishedAt: '2026-01-01T10:00:00.000Z',
  updatedAt: '2026-01-03T10:00:00.000Z',
  createdAt: '2025-12-31T10:00:00.000Z',
  _status: 'published',
  published: {
    firstAt: '2026-01-01T10:00:00.000Z',
    lastAt: '2026-01-03T10:00:00.000Z',
    slug: 'koen-som-forsvant',
    revision: 'r7',
  },
  alert: { requestedAt: null },
  ...fields,
});

test('a published article comes through whole, references as ids', () => {
  expect(toArticle(aDocument())).toEqual({
    id: 'a1',
    revision: 'r7',
    slug: 'koen-som-forsvant',
    title: 'Køen som forsvant',
    kind: 'interview',
    lead: 'Ingress',
    hero: 'm1',
    body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Hei' }] }],
    authors: ['p1', 'p2'],
    category: 'c1',
    tags: ['kø', 'chat'],
    series: 's1',
    seriesNumber: 48,
    place: 'BERGEN',
    interviewees: [{ name: 'Kari', role: 'leder', organisation: 'o1' }],
    organisations: ['o1'],
    marking: 'sponsored',
    sponsor: 'Banken',
    related: [],
    corrections: [{ at: '2026-01-02T03:04:05.000Z', text: 'Rettet navn.' }],
    publishedAt: '2026-01-01T10:00:00.000Z',
    modifiedAt: '2026-01-03T10:00:00.000Z',
  });
});

test('populated relationships give the same article', () => {
  const populated = aDocument({
    heroImage: { id: 'm1', filename: 'x.jpg' },
    series: { id: 's1' },
    organisations: [{ id: 'o1' }],
  });
  expect(toArticle(populated)).toEqual(toArticle(aDocument()));
});

test('a database that gives dates and object ids gives the same article', () => {
  const fromMongo = aDocument({ publishedAt: new Date('2026-01-01T10:00:00.000Z') });
  expect(toArticle(fromMongo)).toEqual(toArticle(aDocument()));
});

test.each(['title', 'slug', 'published'])('a published article without %s is refused', (field) => {
  expect(() => toArticle(aDocument({ [field]: null }))).toThrow(field);
});

test.each(['../../etc/passwd', 'a/b', '.', 'Stor', 'æ', 'a b', '-a'])(
  'a slug like %j is refused: it becomes a path and a folder',
  (slug) => {
    expect(() => toArticle(aDocument({ slug }))).toThrow('slug');
  },
);

test('a draft with nothing in it can be shown', () => {
  expect(toDraftArticle({ id: 'a1', updatedAt: '2026-01-03T10:00:00.000Z' })).toMatchObject({
    id: 'a1',
    revision: 'draft',
    title: '',
    slug: '',
    body: [],
    authors: [],
    hero: null,
    publishedAt: '2026-01-03T10:00:00.000Z',
  });
});

test('the pictures of an article are its hero and those in the body, once each', () => {
  const body = aBody(box('image', { media: 'm2' }), box('image', { media: 'm1' }));
  expect(mediaOf(toArticle(aDocument({ body })))).toEqual(['m1', 'm2']);
  expect(mediaOf(toArticle(aDocument({ body, heroImage: null })))).toEqual(['m2', 'm1']);
});

test('strange words in any text field do not stop a draft', () => {
  const file = new URL('../testing/fixtures/blns/blns.json', import.meta.url);
  const strings = z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8')));
  for (const text of strings) {
    const article = toDraftArticle(
      aDocument({ title: text, lead: text, place: text, tags: [text], slug: text }),
    );
    expect(article.title.isWellFormed()).toBe(true);
  }
});
