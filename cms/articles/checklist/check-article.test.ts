import { describe, expect, test } from 'vitest';
import type { Article } from '../../../content/model/article.ts';
import type { Block } from '../../../content/model/blocks/blocks.ts';
import { anArticle } from '../../../content/testing/make-documents.ts';
import { checkArticle, missingDisclosures, type CheckFacts } from './check-article.ts';
import { isMaterialChange } from './is-material-change.ts';

const picture = {
  alt: 'En telefon',
  decorative: false,
  credit: 'Ola',
  rightsUntil: null,
  width: 1600,
};
const facts: CheckFacts = {
  media: new Map([['m1', picture]]),
  files: new Set<string>(),
  articles: new Map(),
  deadLinks: new Set(),
  now: '2026-11-01T00:00:00.000Z',
  hasMasthead: true,
  hasExampleMasthead: false,
  quoteProblems: [],
  interests: [],
  parts: [],
  published: undefined,
};
const words = (text: string): Block => ({ type: 'paragraph', children: [{ type: 'text', text }] });
const link = (to: { article?: string; href?: string }): Block => ({
  type: 'list',
  ordered: false,
  items: [{ children: [], lists: [{ type: 'list', ordered: true, items: [linked(to)] }] }],
});
const linked = (to: { article?: string; href?: string }) => ({
  children: [{ type: 'link' as const, ...to, children: [{ type: 'text' as const, text: 'her' }] }],
  lists: [],
});
const whole = (given: Partial<Article> = {}) =>
  anArticle({
    ...{ title: 'Køen er borte', lead: 'Slik gikk det.', hero: 'm1', body: [words('Tekst.')] },
    ...{ authors: ['a'], category: 'c', series: null, seriesNumber: null, interviewees: [] },
    ...{ kind: 'news', marking: 'editorial', sponsor: null, organisations: [], corrections: [] },
    ...given,
  });
const keys = (given: Partial<Article>, known: Partial<CheckFacts> = {}) =>
  checkArticle(whole(given), { ...facts, ...known }).map(({ level, key }) => `${level} ${key}`);

test('a whole article passes', () => expect(keys({})).toEqual([]));

test('films with captions, and films that lie elsewhere, are not asked for them', () => {
  const files = new Set(['f1', 'f2']);
  const film: Block = { type: 'film', file: 'f1', captions: 'f2' };
  const elsewhere: Block = { type: 'film', url: 'https://vimeo.com/1' };
  expect(keys({ body: [words('x'), film, elsewhere] }, { files })).toEqual([]);
  expect(keys({ body: [words('x'), film] }, { files: new Set(['f1']) })).toEqual(['stop file-f2']);
});

describe('what stops an article', () => {
  test.each<[string, Partial<Article>, Partial<CheckFacts>]>([
    ['stop title', { title: '' }, {}],
    ['stop lead', { lead: '' }, {}],
    ['stop sponsor', { marking: 'advert' }, {}],
    ['stop alt-m1', {}, { media: new Map([['m1', { ...picture, alt: '' }]]) }],
    ['stop credit-m1', {}, { media: new Map([['m1', { ...picture, credit: '' }]]) }],
    ['stop gone-m2', { body: [words('x'), { type: 'image', media: 'm2' }] }, {}],
    ['stop link-x', { body: [words('x'), link({ article: 'x' })] }, {}],
    ['stop link-x', { body: [words('x'), { type: 'articleLink', article: 'x' }] }, {}],
    [
      'stop number',
      { series: 's', seriesNumber: 4 },
      { parts: [{ number: 4, title: 'Den andre', isPublished: true }] },
    ],
  ])('%s', (expected, given, known) => expect(keys(given, known)).toEqual([expected]));

  test('stands before what is only worth a look', () =>
    expect(keys({ lead: '', hero: null })).toEqual(['stop lead', 'warn hero']));
});

describe('what is worth a look', () => {
  test.each<[string, Partial<Article>, Partial<CheckFacts>]>([
    ['warn body', { body: [] }, {}],
    ['warn long', { title: 'ord '.repeat(30) }, {}],
    ['warn authors', { authors: [] }, {}],
    ['warn category', { category: null }, {}],
    ['warn hero', { hero: null }, {}],
    ['warn interviewees', { kind: 'interview' }, {}],
    [
      'warn captions-f1',
      { body: [words('x'), { type: 'film', file: 'f1' }] },
      { files: new Set(['f1']) },
    ],
    ['warn number', { series: 's' }, {}],
    [
      'warn number',
      { series: 's', seriesNumber: 4 },
      { parts: [{ number: 4, title: 'Utkast', isPublished: false }] },
    ],
    ['warn gap', { series: 's', seriesNumber: 9 }, {}],
    [
      'warn link-x',
      { body: [words('x'), link({ article: 'x' })] },
      { articles: new Map([['x', { title: 'Ikke ute', isPublished: false }]]) },
    ],
    ['warn path-/saker/nei/', {}, { deadLinks: new Set(['/saker/nei/']) }],
    [
      'warn headings',
      { body: [{ type: 'heading', level: 4, anchor: 'a', children: [] }, words('x')] },
      {},
    ],
  ])('%s', (expected, given, known) => expect(keys(given, known)).toEqual([expected]));

  test('a number that is free is proposed', () => {
    const parts = [47, 3].map((number) => ({ number, title: 'x', isPublished: true }));
    const [item] = checkArticle(whole({ series: 's' }), { ...facts, parts });
    expect(item?.proposal).toMatchObject({ field: 'seriesNumber', value: 48 });
  });
});

describe('an interest that the text names', () => {
  const interests = [
    { id: 'o1', name: 'Tilsvar AS' },
    { id: 'o2', name: 'C++ (Norge)' },
  ];
  test.each([
    ['Avtalen med Tilsvar AS gjelder fra mai.', ['o1']],
    ['Tilsvar ASs avtale', ['o1']],
    ['TILSVAR AS svarer', ['o1']],
    ['Han lærte C++ (Norge) i går.', ['o2']],
    ['Tilsvar ASA er en annen.', []],
    ['Utilsvar AS er en annen.', []],
  ])('%s', (text, expected) => {
    const found = missingDisclosures(whole({ body: [words(text)] }), interests);
    expect(found.map(({ id }) => id)).toEqual(expected);
  });

  test('is not asked for twice', () => {
    const body = [words('Tilsvar AS')];
    expect(missingDisclosures(whole({ body, organisations: ['o1'] }), interests)).toEqual([]);
    const interviewees = [{ name: 'Kari', role: '', organisation: 'o1' }];
    expect(missingDisclosures(whole({ body, interviewees }), interests)).toEqual([]);
  });
});

describe('a change of what is out', () => {
  test.each([
    ['Det kom 24 klager.', 'Det kom 42 klager.', true],
    ['Det kom mange klager, sa hun', 'Det kom mange klager, sa hun.', false],
    ['Hun heter Kari.', 'Hun heter Karin.', false],
    ['Kort.', `Kort. ${'nye ord '.repeat(11)}`, true],
  ])('«%s» → «%.30s»', (before, after, expected) =>
    expect(isMaterialChange(before, after)).toBe(expected),
  );

  test('asks for a correction until there is a new one', () => {
    const published = whole({ lead: 'Fire av 10.' });
    const changed = { lead: 'Fem av 11.' };
    expect(keys(changed, { published })).toEqual(['warn correction']);
    const corrections = [{ at: '2026-01-01T00:00:00.000Z', text: 'Tallet var feil.' }];
    expect(keys({ ...changed, corrections }, { published })).toEqual([]);
  });
});
