import { expect, test } from 'vitest';
import { z } from 'zod';
import { block, boxTypes, type BoxType } from '../../content/model/blocks/blocks.ts';
import { aBody, box, paragraph, words } from '../testing/make-lexical.ts';
import { toBlocks } from './to-blocks.ts';

const body = z.array(block);
const convert = (...nodes: Record<string, unknown>[]) => body.parse(toBlocks(aBody(...nodes)));
const plain = (text: string) => ({ type: 'text', text });

type Fields = Record<string, unknown>;
const answer = [{ type: 'paragraph', children: [plain('Derfor')] }];
/** A new block type does not compile until it is here. */
const boxes: Record<BoxType, { given: Fields; expected: Fields }> = {
  pullQuote: {
    given: { quote: 'Ja', attribution: 'Kari' },
    expected: { quote: 'Ja', attribution: 'Kari' },
  },
  table: {
    given: {
      rows: [
        ['År', 'Minutter', ' '],
        [2025, '12'],
      ],
      ...{ headerColumn: true, caption: 'Ventetid', source: 'SSB' },
    },
    expected: {
      ...{ headerRow: true, headerColumn: true, caption: 'Ventetid', source: 'SSB' },
      rows: [
        ['År', 'Minutter'],
        ['2025', '12'],
      ],
    },
  },
  film: {
    given: { url: 'https://vimeo.com/1', caption: 'En dag', credit: 'Ola', poster: { id: 'm1' } },
    expected: { url: 'https://vimeo.com/1', caption: 'En dag', credit: 'Ola', poster: 'm1' },
  },
  sound: {
    given: { file: { id: 'f1' }, title: 'Kø', transcript: 'Sukk.', chapters: '1:05 Sukk' },
    expected: {
      ...{ file: 'f1', title: 'Kø', transcript: 'Sukk.' },
      chapters: [{ at: 65, title: 'Sukk' }],
    },
  },
  document: { given: { file: 'f1', title: 'Alt' }, expected: { file: 'f1', title: 'Alt' } },
  gallery: {
    given: { items: [{ media: { id: 'm1' }, caption: 'Før' }, { media: 'm2' }, { caption: 'x' }] },
    expected: { items: [{ media: 'm1', caption: 'Før' }, { media: 'm2' }] },
  },
  chart: {
    given: {
      ...{ kind: 'shares', title: 'Svarte', unit: '%', source: 'SSB', note: '1 024 spurt' },
      rows: [
        ['', 'Ja', 'Nei'],
        ['Kvinner', '60', 40],
      ],
    },
    expected: {
      ...{ kind: 'shares', title: 'Svarte', unit: '%', source: 'SSB', note: '1 024 spurt' },
      rows: [
        ['', 'Ja', 'Nei'],
        ['Kvinner', '60', '40'],
      ],
    },
  },
  callToAction: {
    given: { text: 'Skriv til oss', url: 'post@avis.no' },
    expected: { text: 'Skriv til oss', url: 'mailto:post@avis.no' },
  },
  timeline: {
    given: { title: 'Saken', items: [{ when: '2024', text: 'Klage.' }, { when: '2025' }] },
    expected: { title: 'Saken', items: [{ when: '2024', text: 'Klage.' }] },
  },
  factBox: {
    given: {
      title: 'Fakta',
      content: aBody(paragraph(words('Derfor'))),
      source: 'SSB',
      organisation: { id: 'o1' },
    },
    expected: { title: 'Fakta', content: answer, source: 'SSB', organisation: 'o1' },
  },
  questionAnswer: {
    given: { question: 'Hvorfor?', answer: aBody(paragraph(words('Derfor'))) },
    expected: { question: 'Hvorfor?', anchor: 'hvorfor', answer },
  },
  image: {
    given: { media: { id: 'm1' }, caption: 'Kø', credit: 'Ola' },
    expected: { media: 'm1', caption: 'Kø', credit: 'Ola' },
  },
  articleLink: { given: { article: { id: 'a1' } }, expected: { article: 'a1' } },
  newsletterSignup: { given: {}, expected: {} },
};

test.each(boxTypes)('%s comes through whole', (blockType) => {
  const { given, expected } = boxes[blockType];
  expect(convert(box(blockType, given))).toEqual([{ type: blockType, ...expected }]);
});

test.each(boxTypes.filter((type) => type !== 'newsletterSignup'))(
  'a %s with nothing in it is left out',
  (blockType) => {
    expect(convert(box(blockType))).toEqual([]);
    expect(convert(box(blockType, { quote: null, media: '', title: ' ' }))).toEqual([]);
  },
);

test('no boxes in boxes', () => {
  const content = aBody(box('pullQuote', { quote: 'x' }));
  expect(() => convert(box('factBox', { title: 'x', content }))).toThrow(/block pullQuote/);
});
