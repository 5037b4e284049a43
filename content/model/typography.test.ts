import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inline } from './blocks/rich-text.ts';
import { typeset, typesetInline } from './typography.ts';

/** What it looks for, in any order. */
const signs = fc
  .array(
    fc.constantFrom(
      ...[
        "'",
        '"',
        '«',
        '»',
        '‘',
        '’',
        ' ',
        '\u00a0',
        '-',
        '--',
        '–',
        '—',
        '...',
        '.',
        ',',
        '(',
        '/',
      ],
      ...[
        '0',
        '1',
        '5',
        '2025',
        'x',
        'X',
        's',
        'B',
        'n',
        'IT',
        'kl.',
        'dr. ',
        'mars',
        'kr',
        'dager',
        '§',
      ],
      ...[' - ', '8.30', '10', ' 000', ' og ', 'åpent ', '-tallet', 'man.', ' x ', 'grader'],
      ...['“', '”', "''", 'https://a.no/', 'mill. ', 'm', '22', 'f. ', 'eks.', 'med. '],
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

describe('typeset', () => {
  it.each([
    ['Hun sa "nei" til alt', 'Hun sa «nei» til alt'],
    ['"Nei", sa hun', '«Nei», sa hun'],
    ['("Nei")', '(«Nei»)'],
    ['en skjerm på 15" til', 'en skjerm på 15" til'],
    ['svarte "ja, 15" og gikk', 'svarte «ja, 15» og gikk'],
    ['x="y"', 'x=«y»'],
    ['alt - og mer til', 'alt\u00a0– og mer til'],
    ['alt -- og mer til', 'alt\u00a0– og mer til'],
    ['Kundeservice-sjef', 'Kundeservice-sjef'],
    ['vent...', 'vent…'],
    ["det er l'amour", 'det er l’amour'],
  ])('turns %j into %j', (source, expected) => {
    expect(typeset(source)).toBe(expected);
  });

  it.each([
    ['62 000 husstander', '62\u00a0000 husstander'],
    ['tok 12 minutter', 'tok 12\u00a0minutter'],
    ['kl. 05.45', 'kl.\u00a005.45'],
    ['den 4. mars', 'den 4.\u00a0mars'],
    ['nr. 3 av 9', 'nr.\u00a03 av 9'],
    ['40 prosent', '40\u00a0prosent'],
  ])('keeps the parts of %j on one line', (source, expected) => {
    expect(typeset(source)).toBe(expected);
  });

  it('does not bind a number to a word that only begins like a unit', () => {
    expect(typeset('12 mars-sjokolader')).toBe('12\u00a0mars-sjokolader');
    expect(typeset('12 malere')).toBe('12 malere');
  });

  it('keeps direct speech as speech', () => {
    expect(typeset('– Hei, sa han')).toBe('–\u00a0Hei, sa han');
    expect(typeset('- Hei, sa han')).toBe('–\u00a0Hei, sa han');
  });

  it('leaves a text that is already set as it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), signs), (source) => {
        const once = typeset(source);
        expect(typeset(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('typesetInline', () => {
  it('closes a quote that was opened in an earlier node', () => {
    const nodes: Inline[] = [
      { type: 'text', text: 'Hun sa "' },
      { type: 'text', text: 'nei', bold: true },
      { type: 'text', text: '" og gikk' },
    ];
    expect(typesetInline(nodes)).toEqual([
      { type: 'text', text: 'Hun sa «' },
      { type: 'text', text: 'nei', bold: true },
      { type: 'text', text: '» og gikk' },
    ]);
  });

  it('takes a dash in the middle of a paragraph for a dash, not for speech', () => {
    const nodes: Inline[] = [
      { type: 'text', text: 'Ja', italic: true },
      { type: 'text', text: ' - kanskje' },
    ];
    expect(typesetInline(nodes)[1]).toEqual({ type: 'text', text: '\u00a0– kanskje' });
  });

  it.each([
    [['10-', '12', ' dager'], '10–|12| dager'],
    [['kl. 8', '-16'], 'kl.\u00a08|–16'],
    [['§ 14-', '9', ' år'], '§\u00a014-|9| år'],
    [['https://avis.no/2017-', '2025'], 'https://avis.no/2017-|2025'],
    [['"Sitat i «', 'sitat', '»"'], '«Sitat i ‘|sitat|’»'],
  ])('sees what %j is across its marks', (texts, expected) => {
    const nodes = texts.map((text): Inline => ({ type: 'text', text }));
    expect(
      typesetInline(nodes)
        .map((node) => (node.type === 'text' ? node.text : ''))
        .join('|'),
    ).toBe(expected);
  });

  it('begins anew behind a break', () => {
    const nodes: Inline[] = [
      { type: 'text', text: 'Nr. 10-' },
      { type: 'break' },
      { type: 'text', text: '12 dager' },
    ];
    expect(typesetInline(nodes)).toEqual([
      { type: 'text', text: 'Nr.\u00a010-' },
      { type: 'break' },
      { type: 'text', text: '12\u00a0dager' },
    ]);
  });

  it('sets the words of a link', () => {
    expect(
      typesetInline([{ type: 'link', href: '/om/', children: [{ type: 'text', text: '"her"' }] }]),
    ).toEqual([{ type: 'link', href: '/om/', children: [{ type: 'text', text: '«her»' }] }]);
  });
});
