import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { block } from '../../content/model/blocks/blocks.ts';
import {
  aBody,
  box,
  heading,
  item,
  lineBreak,
  list,
  paragraph,
  quote,
  rule,
  webLink,
  words,
} from '../testing/make-lexical.ts';
import { toBlocks } from './to-blocks.ts';
import { UnpublishableError } from './unpublishable-error.ts';

const body = z.array(block);
const convert = (...nodes: Record<string, unknown>[]) => body.parse(toBlocks(aBody(...nodes)));
const plain = (text: string) => ({ type: 'text', text });

test.each([undefined, null, '', 'tekst', 7, [], {}, { root: null }, { root: { children: null } }])(
  'a body that is not written yet (%j) is empty',
  (value) => {
    expect(toBlocks(value)).toEqual([]);
  },
);

describe('running text', () => {
  test('bold and italic are kept, other marks fall away', () => {
    expect(
      convert(paragraph(words('a', 1), words('b', 2), words('c', 3), words('d', 4 | 8 | 16))),
    ).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'a', bold: true },
          { type: 'text', text: 'b', italic: true },
          { type: 'text', text: 'c', bold: true, italic: true },
          { type: 'text', text: 'd' },
        ],
      },
    ]);
  });

  test('a rule within running text stands between two pieces of it; in a list it is a line', () => {
    const item1 = item(words('en'), rule, words('to'));
    expect(convert(paragraph(words('a'), rule, words('b')), list('bullet', [item1]))).toEqual([
      { type: 'paragraph', children: [plain('a')] },
      { type: 'rule' },
      { type: 'paragraph', children: [plain('b')] },
      {
        ...{ type: 'list', ordered: false },
        items: [{ children: [plain('en'), { type: 'break' }, plain('to')], lists: [] }],
      },
    ]);
  });

  test('neighbours with the same marks become one', () => {
    expect(convert(paragraph(words('Kun'), words(''), words('den', 8), words('e', 1)))).toEqual([
      {
        type: 'paragraph',
        children: [plain('Kunden'), { type: 'text', text: 'e', bold: true }],
      },
    ]);
  });

  test('paragraphs without words are left out', () => {
    expect(
      convert(paragraph(), paragraph(words('  ')), paragraph(lineBreak), quote(words('\u00a0'))),
    ).toEqual([]);
  });

  test('line breaks are kept inside and dropped at the ends', () => {
    expect(convert(paragraph(lineBreak, words('a'), lineBreak, words('b'), lineBreak))).toEqual([
      { type: 'paragraph', children: [plain('a'), { type: 'break' }, plain('b')] },
    ]);
  });

  test('direct speech stays a paragraph', () => {
    expect(convert(paragraph(words('– Vi svarer alle.')))).toEqual([
      { type: 'paragraph', children: [plain('– Vi svarer alle.')] },
    ]);
  });

  test('a tab is a space, and a paragraph inside a quote is a line of it', () => {
    expect(convert(quote(paragraph(words('a'), { type: 'tab', text: '\t' }, words('b'))))).toEqual([
      { type: 'quote', children: [plain('a b')] },
    ]);
  });
});

describe('headings', () => {
  test('anchors follow the text and are unique in the article, boxes included', () => {
    const blocks = convert(
      heading('h2', words('Køen på Årø')),
      heading('h3', words('Køen på Årø')),
      box('questionAnswer', {
        question: 'Køen på Årø?',
        answer: aBody(heading('h4', words('Køen'))),
      }),
      heading('h2', words('!!!')),
      heading('h2', words('Køen på Årø 2')),
    );
    expect(JSON.stringify(blocks).match(/"anchor":"[^"]*"/g)).toEqual([
      '"anchor":"koen-pa-aro"',
      '"anchor":"koen-pa-aro-2"',
      '"anchor":"koen-pa-aro-3"',
      '"anchor":"koen"',
      '"anchor":"avsnitt"',
      '"anchor":"koen-pa-aro-2-2"',
    ]);
  });

  test('levels outside h2–h4 are moved inside, empty headings left out', () => {
    const blocks = convert(
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => heading(tag, words(tag))),
      heading('h2', words(' ')),
    );
    expect(blocks.map((each) => (each.type === 'heading' ? each.level : null))).toEqual([
      2, 2, 3, 4, 4, 4,
    ]);
  });
});

describe('lists', () => {
  test('a nested list belongs to the item above it', () => {
    const nested = list('bullet', [item(words('to a')), item(words('to b'))]);
    expect(
      convert(list('number', [item(words('en')), item(words('to')), item(nested)], 3)),
    ).toEqual([
      {
        type: 'list',
        ordered: true,
        start: 3,
        items: [
          { children: [plain('en')], lists: [] },
          {
            children: [plain('to')],
            lists: [
              {
                type: 'list',
                ordered: false,
                items: [
                  { children: [plain('to a')], lists: [] },
                  { children: [plain('to b')], lists: [] },
                ],
              },
            ],
          },
        ],
      },
    ]);
  });

  test('a list that begins with a nested list keeps it', () => {
    const deep = list('bullet', [
      item(list('bullet', [item(list('bullet', [item(words('dypt'))]))])),
    ]);
    expect(JSON.stringify(convert(deep))).toContain('dypt');
  });

  test('empty items and empty lists are left out', () => {
    expect(convert(list('bullet', [item(), item(words(' '))]), list('check', []))).toEqual([]);
  });
});

test.each([
  ['upload', { type: 'upload', relationTo: 'media', value: 'm1' }],
  ['block video', box('video')],
  ['table', { type: 'table', children: [] }],
  ['inlineBlock', paragraph({ type: 'inlineBlock', fields: { blockType: 'x' } })],
  ['undefined', {}],
])('an unknown node is named: %s', (name, node) => {
  expect(() => convert(node)).toThrow(UnpublishableError);
  expect(() => convert(node)).toThrow(name);
});

test('hostile and strange words come through as words, without what HTML forbids', () => {
  const strings = z
    .array(z.string())
    .parse(
      JSON.parse(
        readFileSync(new URL('../testing/fixtures/blns/blns.json', import.meta.url), 'utf8'),
      ),
    );
  for (const text of [...strings, 'a\u0000b\uD800c\uFFFEd']) {
    const [first] = convert(paragraph(words('x'), words(text), words('y')));
    const joined = first?.type === 'paragraph' ? first.children : [];
    expect(joined).toHaveLength(1);
    expect(JSON.stringify(joined)).not.toMatch(/\\u0000|\\ud800|\uFFFE/i);
  }
});

test('any tree of known nodes gives blocks the model accepts', () => {
  const run = fc.oneof(
    fc.tuple(fc.string({ unit: 'binary' }), fc.nat(255)).map(([text, marks]) => words(text, marks)),
    fc.constant(lineBreak),
  );
  const anyLink = fc
    .tuple(fc.oneof(fc.webUrl(), fc.string()), fc.array(run, { maxLength: 3 }))
    .map(([url, children]) => webLink(url, ...children));
  const line = fc.array(fc.oneof(run, anyLink), { maxLength: 5 });
  const node = fc.oneof(
    line.map((children) => paragraph(...children)),
    line.map((children) => quote(...children)),
    fc.tuple(fc.constantFrom('h2', 'h3', 'h4'), line).map(([tag, l]) => heading(tag, ...l)),
    fc.array(line, { maxLength: 4 }).map((lines) =>
      list('bullet', [
        ...lines.map((children) => item(...children)),
        item(
          list(
            'number',
            lines.map((children) => item(...children)),
          ),
        ),
      ]),
    ),
    fc.constant(rule),
    line.map((l) => box('questionAnswer', { question: 'Hva?', answer: aBody(paragraph(...l)) })),
  );
  fc.assert(
    fc.property(fc.array(node, { maxLength: 8 }), (nodes) => {
      const blocks = convert(...nodes);
      const anchors = [...JSON.stringify(blocks).matchAll(/"anchor":"([^"]*)"/g)].map(([, a]) => a);
      expect(new Set(anchors).size).toBe(anchors.length);
    }),
    { numRuns: 60 },
  );
}, 60_000);
