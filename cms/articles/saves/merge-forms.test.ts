import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeForms, type Choices } from './merge-forms.ts';

const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] });
const body = (...texts: string[]) => ({
  root: { type: 'root', children: texts.map((text) => paragraph(text)) },
});
const wordsOf = (value: unknown) =>
  // why: these are the tests' own bodies
  (value as ReturnType<typeof body>).root.children.map(({ children }) => children[0]?.text);

const base = { title: 'T', lead: 'L', tags: [], body: body('en', 'to', 'tre') };
const merge = (mine: object, theirs: object, choices?: Choices) =>
  mergeForms(
    {
      base: { form: base, saved: base },
      mine: { ...base, ...mine },
      theirs: { ...base, ...theirs, updatedAt: 'newer' },
    },
    choices,
  );

test('different fields: both are there, and it rests on the newest', () => {
  const { data, taken, open } = merge({ title: 'Min' }, { lead: 'Hennes' });
  expect(data).toMatchObject({ title: 'Min', lead: 'Hennes', updatedAt: 'newer' });
  expect([taken, open]).toEqual([['lead'], []]);
});

test('the same field: it is asked, mine stands so long, and the choice counts', () => {
  const sides = [{ title: 'Min' }, { title: 'Hennes' }] as const;
  const { data, open } = merge(...sides);
  expect(data['title']).toBe('Min');
  expect(open).toEqual([{ key: 'title', field: 'title', mine: 'Min', theirs: 'Hennes' }]);
  expect(merge(...sides, { title: 'theirs' })).toMatchObject({
    data: { title: 'Hennes' },
    open: [],
  });
  expect(merge(...sides, { title: 'mine' })).toMatchObject({ data: { title: 'Min' }, open: [] });
});

test('the same change twice is none to ask about; nothing has many names', () => {
  expect(merge({ title: 'Lik' }, { title: 'Lik' }).open).toEqual([]);
  expect(merge({ tags: null, place: '' }, { tags: undefined, sendAlert: null }).taken).toEqual([]);
});

test('different paragraphs of the body, neighbours too, are both kept', () => {
  const { data, open } = merge(
    { body: body('EN', 'to', 'tre') },
    { body: body('en', 'TO', 'tre') },
  );
  expect([wordsOf(data['body']), open]).toEqual([['EN', 'TO', 'tre'], []]);
  const added = merge(
    { body: body('en', 'ny', 'to', 'tre') },
    { body: body('en', 'to', 'tre', 'fire') },
  );
  expect(wordsOf(added.data['body'])).toEqual(['en', 'ny', 'to', 'tre', 'fire']);
});

test('the same paragraph is asked about; both may be kept', () => {
  const sides = [
    { body: body('en', 'MIN', 'tre') },
    { body: body('en', 'HENNES', 'tre') },
  ] as const;
  const { data, open } = merge(...sides);
  expect(wordsOf(data['body'])).toEqual(['en', 'MIN', 'tre']);
  expect(open).toMatchObject([{ key: 'body:0', field: 'body' }]);
  const all = merge(...sides, { 'body:0': 'both' });
  expect([wordsOf(all.data['body']), all.open]).toEqual([['en', 'MIN', 'HENNES', 'tre'], []]);
});

test('different fields of one box are both kept; the same one is asked about', () => {
  const pulled = (fields: object) => ({
    root: {
      children: [
        paragraph('en'),
        {
          type: 'block',
          fields: { id: '1', blockType: 'pullQuote', quote: 'Q', attribution: 'A', ...fields },
        },
      ],
    },
  });
  const form = (fields: object) => ({ body: pulled(fields) });
  const mergePulled = (mine: object, theirs: object) =>
    mergeForms({
      base: { form: form({}), saved: form({}) },
      mine: form(mine),
      theirs: form(theirs),
    });
  const { data, open } = mergePulled({ quote: 'Min' }, { attribution: 'Hennes' });
  expect([data['body'], open]).toEqual([pulled({ quote: 'Min', attribution: 'Hennes' }), []]);
  expect(mergePulled({ quote: 'Min' }, { quote: 'Hennes' }).open).toHaveLength(1);
  expect(mergePulled({ quote: 'Min' }, { quote: 'Hennes', attribution: 'x' }).open).toHaveLength(1);
});

test('whoever changes what: nobody’s new words are lost unless somebody is asked', () => {
  const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 6 });
  const article = fc.record({ title: fc.constantFrom('x', 'y', 'z'), texts });
  const property = fc.property(article, article, article, (first, mine, theirs) => {
    const form = (of: typeof first) => ({ title: of.title, body: body(...of.texts) });
    const { data, open } = mergeForms({
      base: { form: form(first), saved: form(first) },
      mine: form(mine),
      theirs: form(theirs),
    });
    if (open.length > 0) return;
    const result = [data['title'], ...wordsOf(data['body'])];
    const added = (of: typeof first): unknown[] => [
      ...of.texts.filter((text) => !first.texts.includes(text)),
      ...(of.title === first.title ? [] : [of.title]),
    ];
    for (const word of [...added(mine), ...added(theirs)]) expect(result).toContain(word);
  });
  fc.assert(property, { numRuns: 2_000 });
});
