import { expect, test } from 'vitest';
import type { Block } from '../../../content/model/blocks/blocks.ts';
import { bodyParts, textsHtml } from './text-html.ts';

const context = { slugOf: () => undefined, isPaid: false };
const paragraph = (text: string): Block => ({
  type: 'paragraph',
  children: [{ type: 'text', text }],
});

test('running text between two boxes is one part, in its order', () => {
  const quote: Block = { type: 'pullQuote', quote: 'Vi ringer tilbake' };
  const parts = bodyParts(
    [paragraph('En'), paragraph('To'), quote, { type: 'rule' }, paragraph('Tre')],
    context,
  );
  expect(parts).toEqual([
    { type: 'text', html: '<p>En</p><p>To</p>' },
    quote,
    { type: 'text', html: '<hr><p>Tre</p>' },
  ]);
});

test('a heading carries its anchor, and nothing in it is taken for markup', () => {
  const heading = { type: 'heading', level: 2, anchor: 'a"b' } as const;
  const html = textsHtml([{ ...heading, children: [{ type: 'text', text: '<b>' }] }], context);
  expect(html).toBe('<h2 id="a&quot;b">&lt;b&gt;</h2>');
});
