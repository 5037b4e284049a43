import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { nothingLeft } from './pasted.ts';
import { readPaste } from './read-paste.ts';
import { readPlainText } from './read-plain-text.ts';
import { renderPaste } from './render-paste.ts';
import { splitQuestions } from './split-questions.ts';

/** What a browser makes of a clipboard's HTML. */
function read(html: string) {
  const { DOMParser } = new Window();
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return readPaste(body as unknown as Node); // why: happy-dom's own types
}
const paste = (html: string) => renderPaste(read(html).blocks);

const wordItem = (level: number, mark: string, words: string) =>
  `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level${String(level)} lfo1'>` +
  `<![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>${mark}<span ` +
  `style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`;

describe('Word and Outlook', () => {
  test('paragraphs with the look of lists are lists, with their levels and kinds', () => {
    const html =
      wordItem(1, '·', 'En') +
      wordItem(2, 'o', 'Under') +
      wordItem(3, '§', 'Dypt') +
      wordItem(1, '·', 'To') +
      wordItem(1, '1.', 'Nummerert') +
      wordItem(2, 'a)', 'Bokstav');
    expect(paste(html)).toBe(
      '<ul><li>En<ul><li>Under<ul><li>Dypt</li></ul></li></ul></li><li>To</li></ul>' +
        '<ol><li>Nummerert<ol><li>Bokstav</li></ol></li></ol>',
    );
  });

  test('footnotes keep their words and lose links that lead nowhere; the rule above them goes', () => {
    const html =
      '<p class=MsoNormal>Påstand<a href="#_ftn1" name="_ftnref1">[1]</a>.</p>' +
      '<div style="mso-element:footnote-list"><br clear=all><hr align=left size=1 width="33%">' +
      '<div style="mso-element:footnote" id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1">[1]</a> Kilden.</p></div></div>';
    expect(paste(html)).toBe('<p>Påstand[1].</p><p>[1] Kilden.</p>');
  });

  test.each([
    [
      '<p>Påstand<a href="#_edn1">[i]</a>.</p><div style="mso-element:endnote-list"><br><hr size=1>' +
        '<div style="mso-element:endnote" id=edn1><p><a href="#_ednref1">[i]</a> Kilden.</p></div></div>',
      '<p>Påstand[i].</p><p>[i] Kilden.</p>',
    ],
    [
      '<p>Tekst</p><div><br clear=all><hr size=1><div id=ftn2><p>[2] Kilden.</p></div></div>',
      '<p>Tekst</p><p>[2] Kilden.</p>',
    ],
    [
      '<p>Tekst</p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> Kilden.</p></div>',
      '<p>Tekst</p><p>[1] Kilden.</p>',
    ],
    [
      '<p>Tekst<sup><a class="sdendnoteanc" href="#sdendnote1sym">i</a></sup> her' +
        '<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a></p>' +
        '<div id="sdendnote1"><p><a class="sdendnotesym" href="#sdendnote1anc">i</a>Noten</p></div>' +
        '<div id="sdfootnote1"><p><a class="sdfootnotesym" href="#sdfootnote1anc">1</a>Den andre</p></div>',
      '<p>Tekst[i] her¹</p><p>[i] Noten</p><p>¹ Den andre</p>',
    ],
  ])('notes at the end, and of other programs: %#', (html, text) => expect(paste(html)).toBe(text));

  test('numbers of a law are numbers on every level', () => {
    const html = wordItem(1, '1.', 'En') + wordItem(2, '1.1.', 'Under') + wordItem(2, '1.2', 'Ved');
    expect(paste(html)).toBe('<ol><li>En<ol><li>Under</li><li>Ved</li></ol></li></ol>');
  });

  test('a paragraph of nothing but a soft hyphen is empty', () => {
    expect(paste('<p>Tekst</p><p>&shy;</p><p>&#8203; &shy;</p>')).toBe('<p>Tekst</p>');
  });

  test('what is empty, hidden or a comment is not there; spaces are one', () => {
    const html =
      '<p>Første<span style="mso-spacerun:yes">  </span>linje\nmed brudd<o:p></o:p></p>' +
      '<p><o:p>&nbsp;</o:p></p><!-- merknad --><p style="display:none">skjult</p><p>Andre</p>';
    expect(paste(html)).toBe('<p>Første linje med brudd</p><p>Andre</p>');
  });

  test('its title and first heading are headings of the article', () => {
    expect(paste('<p class=MsoTitle>Tittel</p><h1>En</h1><h3>Tre</h3><h5>Fem</h5>')).toBe(
      '<h2>Tittel</h2><h2>En</h2><h3>Tre</h3><h4>Fem</h4>',
    );
  });

  test('a soft break stays one', () => {
    expect(paste('<p>Linje en<br>\nlinje to</p>')).toBe('<p>Linje en<br>linje to</p>');
  });
});

describe('Google Docs and LibreOffice', () => {
  test('bold and italic come from the look, not from the element around everything', () => {
    const html =
      '<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400">Vanlig </span>' +
      '<span style="font-weight:700">fet</span><span style="font-style:italic;font-weight:400"> og kursiv</span></p><br></b>';
    expect(paste(html)).toBe('<p>Vanlig <strong>fet</strong><em> og kursiv</em></p>');
  });

  test('nested lists, with the inner list beside the item or in it', () => {
    const beside =
      '<ul><li aria-level="1"><p>A</p></li><ul><li aria-level="2"><p>B</p></li></ul><li aria-level="1">C</li></ul>';
    const inside = '<ul><li>A<ul><li>B</li></ul></li><li>C</li></ul>';
    const nested = '<ul><li>A<ul><li>B</li></ul></li><li>C</li></ul>';
    expect([paste(beside), paste(inside)]).toEqual([nested, nested]);
  });
});

describe('what reviewers and typesetters marked', () => {
  test('struck words are no text, and are told of', () => {
    const html =
      '<p>Prisen er <del>100</del><ins>200</ins> kroner, <s>ikke</s> <span style="text-decoration:line-through">alt</span>mer.</p>';
    expect(paste(html)).toBe('<p>Prisen er 200 kroner, mer.</p>');
    expect(read(html).left).toEqual({ ...nothingLeft, struck: 3 });
  });

  test('comments of Word stay behind, with their marks', () => {
    const html =
      "<p class=MsoNormal>En <a style='mso-comment-reference:X_1'>setning</a><span class=MsoCommentReference>" +
      '<a class=msocomanchor id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[X1]</a></span>.</p>' +
      "<div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'>" +
      '<div id="_com_1" class=msocomtxt><p class=MsoCommentText><a class=msocomoff href="#_msoanchor_1">[X1]</a>Hemmelig</p></div></div></div>';
    expect(paste(html)).toBe('<p>En setning.</p>');
    expect(read(html).left).toEqual({ ...nothingLeft, comments: 1 });
  });

  test('and those of Google Docs', () => {
    const html =
      '<p>En setning<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>.</p>' +
      '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Hemmelig</span></p></div>';
    expect(paste(html)).toBe('<p>En setning.</p>');
    expect(read(html).left).toEqual({ ...nothingLeft, comments: 1 });
  });

  test.each([
    ['10<sup>6</sup> m<sup>2</sup>', '10⁶ m²'],
    ['CO<sub>2</sub>', 'CO₂'],
    ['2<sup>−3</sup>', '2⁻³'],
    ['Tekst<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a> her', 'Tekst¹ her'],
    ['m<span style="vertical-align:super">2</span>', 'm²'],
    ['1<sup>ste</sup>', '1ste'],
  ])('%s is no other number', (html, text) => {
    expect(paste(`<p>${html}</p>`)).toBe(`<p>${text}</p>`);
  });
});

describe('links', () => {
  test.each([
    ['https://www.google.com/url?q=https://www.nav.no/a&sa=D&ust=1', 'https://www.nav.no/a'],
    [
      'https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fnav.no%2F&data=x',
      'https://nav.no/',
    ],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fnav.no%2Fx&h=1', 'https://nav.no/x'],
    ['https://duckduckgo.com/l/?uddg=https%3A%2F%2Fnav.no%2F', 'https://nav.no/'],
    ['https://www.bing.com/ck/a?p=1&u=a1aHR0cHM6Ly9uYXYubm8v&ntb=1', 'https://nav.no/'],
    [' www.nav.no ', 'https://www.nav.no'],
    ['//nav.no/x', 'https://nav.no/x'],
    [
      'https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=https%3A%2F%2Fnav.no',
      'https://nav.no',
    ],
    ['mailto:kari@nav.no ', 'mailto:kari@nav.no'],
    ['tel:+47 22 33 44 55', 'tel:+4722334455'],
  ])('%s leads to %s', (from, to) => {
    expect(paste(`<p><a href="${from.replaceAll('&', '&amp;')}">her</a></p>`)).toBe(
      `<p><a href="${to.replaceAll('&', '&amp;')}">her</a></p>`,
    );
  });

  test.each([
    'javascript:alert(1)',
    'file:///C:\\notat.docx',
    'data:text/html,x',
    '#_ftn1',
    'vbscript:x',
  ])('%s is words alone', (href) =>
    expect(paste(`<p>Se <a href="${href}">her</a>.</p>`)).toBe('<p>Se her.</p>'),
  );
});

describe('what an article cannot hold', () => {
  test('pictures, tables and films are counted, pictures by name', () => {
    const { blocks, embedded, left } = read(
      '<p>Før</p><figure><img src="https://a.no/b/havn.jpg" alt=""><figcaption>Havnen</figcaption></figure>' +
        '<p><img src="data:image/png;base64,AA" alt="Et skjema"></p><iframe src="https://x.no"></iframe>' +
        '<table><tr><td>A</td><td>B</td></tr></table><p>Etter</p>',
    );
    expect(renderPaste(blocks)).toBe('<p>Før</p><p>Etter</p>');
    expect(left).toEqual({ ...nothingLeft, pictures: ['Havnen'], embeds: 1 });
    expect(embedded).toEqual([{ source: 'data:image/png;base64,AA', name: 'Et skjema' }]);
  });

  test('a table comes along with its heads and the cells that cover several', () => {
    const { blocks } = read(
      '<p>Før</p><table><thead><tr><th colspan="2">År</th><th>Min</th></tr></thead><tr><td>2025</td><td>mai</td><td>1\n2</td></tr></table>',
    );
    const [, table] = blocks;
    if (table?.type !== 'table') throw new Error('no table');
    expect(table).toMatchObject({ hasHeader: true, caption: '' });
    expect(table.rows).toEqual([
      ['År', '', 'Min'],
      ['2025', 'mai', '1 2'],
    ]);
  });

  test('a table that lays out a mail is read; a counter of visitors is no picture', () => {
    const html =
      '<table role=presentation><tr><td><p>Hei</p></td><td><img width=1 src="https://a.no/p"></td></tr></table>';
    expect(read(html)).toEqual({
      blocks: [
        { type: 'paragraph', runs: [{ text: 'Hei', bold: false, italic: false, href: null }] },
      ],
      embedded: [],
      left: nothingLeft,
    });
  });

  test('a rule in running text stands between paragraphs; scripts and forms are nothing', () => {
    expect(
      paste('<p>En<hr>To<script>x()</script><button>Trykk</button></p><p>Tre<br><br>Fire</p>'),
    ).toBe('<p>En</p><hr><p>To</p><p>Tre</p><p>Fire</p>');
  });
});

test('quotations are one, with lines; what is between quote signs of HTML has ours', () => {
  expect(paste('<blockquote><p>En</p><p>To</p></blockquote><p><q>Ja</q>, sa hun</p>')).toBe(
    '<blockquote>En<br><br>To</blockquote><p>«Ja», sa hun</p>',
  );
});

test('text is in NFC, without invisible signs', () => {
  expect(paste('<p>A\u030Arets\u200B sak\uFEFF\u202E</p>')).toBe('<p>Årets sak</p>');
});

describe('plain text', () => {
  const plain = (text: string) => renderPaste(readPlainText(text));

  test('lines are paragraphs, and lists where somebody wrote them', () => {
    expect(plain('Innledning\r\n\r\n  • En\n    • Under\n  • To\n1. Først\n2. Så\n\nSlutt')).toBe(
      '<p>Innledning</p><ul><li>En<ul><li>Under</li></ul></li><li>To</li></ul>' +
        '<ol><li>Først</li><li>Så</li></ol><p>Slutt</p>',
    );
  });

  test('replies, paragraphs of a law and years are none', () => {
    const lines = [
      '– Hei, sa hun.',
      '- Hei igjen.',
      '§ 14-9 gjelder.',
      '2. januar kom hun.',
      'o store Gud',
    ];
    expect(plain(lines.join('\n'))).toBe(lines.map((line) => `<p>${line}</p>`).join(''));
  });
});

test('a question and its answer in one paragraph, a line each, are two', () => {
  const split = (html: string) => {
    const body = new Window().document.body;
    body.innerHTML = html;
    const { blocks } = readPaste(body as unknown as HTMLElement); // why: the same as a browser's
    return renderPaste(splitQuestions(blocks));
  };
  expect(split('<p><b>Hvem er du?</b><br>Jeg er Kari.</p>')).toBe(
    '<p><strong>Hvem er du?</strong></p><p>Jeg er Kari.</p>',
  );
  expect(split('<p>Storgata 1<br>8000 Bodø</p>')).toBe('<p>Storgata 1<br>8000 Bodø</p>');
});
