import { describe, expect, test } from 'vitest';
import { parseHTML } from 'linkedom';
import { originalAddress } from './original-address.ts';
import { readPaste } from './read-paste.ts';
import { readPlainText } from './read-plain-text.ts';
import { renderPaste } from './render-paste.ts';

const read = (html: string) =>
  readPaste(parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body);
const pasted = (html: string) => renderPaste(read(html).blocks);
const plain = (text: string) => renderPaste(readPlainText(text));

describe('lists that are only written', () => {
  test.each([
    [
      '1. En\n   • a\n2. To\n   • b',
      '<ol><li>En<ul><li>a</li></ul></li><li>To<ul><li>b</li></ul></li></ol>',
    ],
    [
      '1. En\nforklaring\n2. To',
      '<ol><li>En</li></ol><p>forklaring</p><ol start="2"><li>To</li></ol>',
    ],
    [
      '1. En\n1.1. Under\n1.2. Ved\n2. To',
      '<ol><li>En<ol><li>Under</li><li>Ved</li></ol></li><li>To</li></ol>',
    ],
    ['1. En\n1.1. Under\n2. To', '<ol><li>En<ol><li>Under</li></ol></li><li>To</li></ol>'],
    ['1.1. begynte vi.\nDa var det kaldt.', '<p>1.1. begynte vi.</p><p>Da var det kaldt.</p>'],
    [
      'A. Hansen er sjef.\nB. Olsen er nestleder.',
      '<p>A. Hansen er sjef.</p><p>B. Olsen er nestleder.</p>',
    ],
    [
      '•\tEn\no\tUnder\n▪\tDypt\n•\tTo',
      '<ul><li>En<ul><li>Under<ul><li>Dypt</li></ul></li></ul></li><li>To</li></ul>',
    ],
    ['➢ En\n✓ To\n⁃ Tre', '<ul><li>En</li><li>To</li><li>Tre</li></ul>'],
    ['1.En\n2.To', '<ol><li>En</li><li>To</li></ol>'],
    ['1.5 millioner\n2.Verdenskrig', '<p>1.5 millioner</p><p>2.Verdenskrig</p>'],
    ['a) En\nb) To\nc) Tre', '<ol><li>En</li><li>To</li><li>Tre</li></ol>'],
    [
      'i. En\nii. To\niii. Tre\niv. Fire',
      '<ol><li>En</li><li>To</li><li>Tre</li><li>Fire</li></ol>',
    ],
    [
      '17. mai er en fredag.\n2024. Det var et år.',
      '<p>17. mai er en fredag.</p><p>2024. Det var et år.</p>',
    ],
    [
      '1. mai 2019 gikk toget.\n2. mai sto det.',
      '<p>1. mai 2019 gikk toget.</p><p>2. mai sto det.</p>',
    ],
    ['A. Hansen sa nei.', '<p>A. Hansen sa nei.</p>'],
    ['I. Bergen\nTekst.', '<p>I. Bergen</p><p>Tekst.</p>'],
    ['• En\n• To\nSlutt', '<ul><li>En</li><li>To</li></ul><p>Slutt</p>'],
    ['1. En\n2. To\nTekst\n1. Ny', '<ol><li>En</li><li>To</li></ol><p>Tekst</p><p>1. Ny</p>'],
  ])('%j', (text, html) => {
    expect(plain(text)).toBe(html);
  });

  test.each([
    [
      '<p>• En</p><p>• To</p><p>1. Først</p><p>2. Så</p>',
      '<ul><li>En</li><li>To</li></ul><ol><li>Først</li><li>Så</li></ol>',
    ],
    [
      'Liste:<br>• En<br>• <b>To</b>',
      '<p>Liste:</p><ul><li>En</li><li><strong>To</strong></li></ul>',
    ],
    [
      '<div style="white-space: pre-wrap">Linje en\n\nLinje to\n• punkt</div>',
      '<p>Linje en</p><p>Linje to</p><ul><li>punkt</li></ul>',
    ],
    ['<ol><li><p>A</p><p>B</p></li><li><p>C</p></li></ol>', '<ol><li>A<br>B</li><li>C</li></ol>'],
    [
      '<ol><li>A</li></ol><p>mellom</p><ol start="2"><li>B</li></ol>',
      '<ol><li>A</li></ol><p>mellom</p><ol start="2"><li>B</li></ol>',
    ],
    [
      '<ol><li>A</li></ol><ol start="2"><li>B</li></ol><ol><li>C</li></ol>',
      '<ol><li>A</li><li>B</li></ol><ol start="1"><li>C</li></ol>',
    ],
    [
      '<blockquote><p>En.</p><p>To.</p></blockquote><blockquote>Tre.</blockquote>',
      '<blockquote>En.<br><br>To.</blockquote><blockquote>Tre.</blockquote>',
    ],
    ['<p>En linje<br>og en til</p>', '<p>En linje<br>og en til</p>'],
  ])('in a page: %s', (html, expected) => {
    expect(pasted(html)).toBe(expected);
  });
});

describe('tables', () => {
  const rowsOf = (html: string) =>
    read(html).blocks.flatMap((each) => ('rows' in each ? [each.rows] : []));
  test('a cell that covers several rows leaves room below it', () => {
    expect(
      rowsOf('<table><tr><td rowspan="2">A</td><td>1</td></tr><tr><td>2</td></tr></table>'),
    ).toEqual([
      [
        ['A', '1'],
        ['', '2'],
      ],
    ]);
    expect(
      rowsOf(
        '<table><tr><td>1</td><td colspan="2" rowspan="2">A</td></tr><tr><td>2</td></tr></table>',
      ),
    ).toEqual([
      [
        ['1', 'A', ''],
        ['2', '', ''],
      ],
    ]);
  });
  test('lines of a cell stay apart; its links and pictures are told', () => {
    const html =
      '<table><tr><td>Kari<br>Moe</td><td><p>Ola</p><p>leder</p></td><td><a href="https://nav.no">NAV</a><img src="https://x.no/a.jpg"></td></tr></table>';
    expect(rowsOf(html)).toEqual([[['Kari Moe', 'Ola leder', 'NAV']]]);
    expect(read(html).left).toMatchObject({ links: 1, pictures: ['a.jpg'] });
  });
  test('one with lists in its cells is read, and said not to have come along', () => {
    const { left } = read('<table><tr><td><ul><li>a</li></ul></td><td>b</td></tr></table>');
    expect(left.tables).toBe(1);
  });
});

test('a box to tick is no picture', () => {
  const html =
    '<ul><li role="checkbox"><img src="data:image/png;base64,AA" alt="ikke avmerket" aria-roledescription="avmerkingsboks">Ring</li></ul>';
  expect(read(html)).toMatchObject({ embedded: [], left: { pictures: [] } });
});

test.each([
  ['https://r.search.yahoo.com/_ylt=A/RU=https%3a%2f%2fwww.nav.no%2fx/RK=2/RS=a-', 'nav.no/x'],
  [
    'https://www.google.no/imgres?imgurl=https://b.no/b.jpg&imgrefurl=https://www.nav.no/x',
    'nav.no/x',
  ],
  ['https://www.google.com/amp/s/www.nav.no/x', 'nav.no/x'],
  ['https://translate.google.com/translate?sl=no&tl=en&u=https://www.nav.no/x', 'nav.no/x'],
  ['https://www-nav-no.translate.goog/x?_x_tr_sl=no&_x_tr_tl=en', 'nav.no/x'],
  ['https://yandex.ru/clck/jsredir?from=a&url=https%3A%2F%2Fwww.nav.no%2Fx', 'nav.no/x'],
  ['https://urldefense.com/v3/__https://www.nav.no/x__;!!AbC!d$', 'nav.no/x'],
  ['https://urldefense.proofpoint.com/v2/url?u=https-3A__www.nav.no_x&d=DwMFaQ', 'nav.no/x'],
  ['https://out.reddit.com/t3_1?url=https%3A%2F%2Fwww.nav.no%2Fx&token=A', 'nav.no/x'],
])('the redirect %s is undone', (address, target) => {
  expect(originalAddress(address)).toBe(`https://www.${target}`);
});
