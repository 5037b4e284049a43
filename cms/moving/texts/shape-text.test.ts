import { expect, test } from 'vitest';
import { readArchiveHtml } from './read-archive-html.ts';
import { shapeText } from './shape-text.ts';

const known = {
  title: 'Køen',
  excerpt: '',
  hero: null,
  withQuestions: false,
  publications: ['Køposten'],
};
const shape = (html: string, more = {}) =>
  shapeText(readArchiveHtml(html).blocks, { ...known, ...more });
const kinds = (html: string, more = {}) => shape(html, more).blocks.map(({ type }) => type);

test('the picture above the text is not the first in it once more, wherever that stands', () => {
  const hero = { url: 'https://a.no/x.jpg', alt: '', caption: '' };
  const picture = '<img src="https://a.no/x-300x200.jpg">';
  expect(kinds(`<p>Ingress.</p>${picture}<p>Så.</p>`, { hero })).toEqual(['paragraph']);
  expect(kinds(`<p>Ingress.</p><img src="/y.jpg">${picture}<p>Så.</p>`, { hero })).toEqual([
    ...['picture', 'picture', 'paragraph'],
  ]);
});

test('a text of one paragraph is its ingress, and not its body once more', () => {
  expect(shape('<p>Alt er sagt.</p>')).toMatchObject({ lead: 'Alt er sagt.', blocks: [] });
});

test('where a heading stands first the ingress is what is said first', () => {
  const { lead, blocks } = shape('<h2>Del en</h2><p>Først. Så.</p>');
  expect([lead, blocks.length]).toEqual(['Først. Så.', 2]);
});

test.each([
  ['<p>Ingress.</p><p><b>Hvorfor?</b><br>Derfor.</p><p><b>Når?</b> I mai.</p>'],
  ['<p>Ingress.</p><p>Spørsmål: Hvorfor? Svar: Derfor.</p><p>Spørsmål: Når? Svar: I mai.</p>'],
  ['<p>Ingress.</p><p><b>Hvorfor?</b></p><p>Derfor.</p><h3>Når?</h3><p>I mai.</p>'],
])('questions and answers become boxes: %s', (html) => {
  expect(shape(html).questions).toBe(2);
  expect(shape(html, { withQuestions: true }).blocks).toMatchObject([
    { type: 'questionAnswer', question: 'Hvorfor?', answer: [{ type: 'paragraph' }] },
    { type: 'questionAnswer', question: 'Når?', answer: [{ type: 'paragraph' }] },
  ]);
});

test.each([
  ['<h3>Hva er Fonn?</h3><p>Fonn er et kundesenter i Bodø.</p><ul><li>40 ansatte</li></ul>'],
  ['<p><b>Hva er Fonn?</b></p><p>I 2019 ble Fonn startet.</p><ul><li>40 ansatte</li></ul>'],
])('«Hva er X?» at the end is a box about X: %s', (end) => {
  const asked = '<h3>Hvorfor?</h3><p>Derfor.</p><h3>Når?</h3><p>I mai.</p>';
  const box = { type: 'factBox', title: 'Hva er Fonn?', about: 'Fonn' };
  const content = [{ type: 'paragraph' }, { type: 'item' }];
  expect(shape(`<p>Ingress.</p>${asked}${end}`)).toMatchObject({ questions: 2 });
  for (const withQuestions of [true, false])
    expect(shape(`<p>Ingress.</p>${asked}${end}`, { withQuestions }).blocks.at(-1)).toMatchObject({
      ...{ ...box, content },
    });
});

test.each([
  ['<h3>Hva er Fonn?</h3><p>Det er oss, det.</p>', 'somebody answers for himself'],
  ['<h3>Hva er kundeservice?</h3><p>Kundeservice er arbeid.</p>', 'no name'],
  ['<h3>Hva er Fonn?</h3><p>Fonn er ny.</p><img src="/x.jpg">', 'a picture stands in it'],
  ['<h3>Hva er Fonn?</h3>', 'nothing stands under it'],
  [`<h3>Hva er Fonn?</h3>${'<p>Fonn er ny.</p>'.repeat(9)}`, 'it is a text of its own'],
])('and %s is not: %s', (end) => {
  expect(kinds(`<p>Ingress.</p>${end}`)).not.toContain('factBox');
});

test('one bold question in a paragraph is how somebody writes', () => {
  expect(kinds('<p>Ingress.</p><p><b>Hvorfor det?</b> Ingen visste det.</p>')).toEqual([
    'paragraph',
  ]);
});

test.each([
  ['<table><caption>Kø (Kilde: SSB)</caption><tr><th>År</th><th>Min</th></tr></table>'],
  [
    '<figure><table><tr><th>År</th><th>Min</th></tr></table><figcaption>Kø. Kilde: SSB</figcaption></figure>',
  ],
  ['<table><caption>Kø</caption><tr><th>År</th><th>Min</th></tr></table><p>(Kilde: SSB)</p>'],
])('the source of a table: %s', (html) => {
  expect(shape(`<p>Ingress.</p>${html}`).blocks).toMatchObject([
    { type: 'table', caption: expect.stringMatching(/^Kø\.?$/), source: 'SSB' },
  ]);
});

test('a sentence with «bilde:» in it is no credit', () => {
  const { blocks } = shape(
    '<p>Ingress.</p><img src="/x.jpg"><p>Til slutt tok hun et bilde: Det viste en gutt.</p>',
  );
  expect(blocks).toMatchObject([{ type: 'picture', credit: '' }, { type: 'paragraph' }]);
});

test('who owns the publication stands on the owner, and not in the text', () => {
  const text = '<p>Ingress.</p><p>Vi målte køen.</p>';
  const owned = shape(`${text}<p><em>Fonn AS eier Køposten</em></p>`);
  expect(owned.ownership).toEqual({ name: 'Fonn AS', sentence: 'Fonn AS eier Køposten.' });
  expect(owned.blocks).toHaveLength(1);
  // What the text tells of others stays, and so does what is said in the middle of it.
  for (const end of [
    '<p>Fonn AS eier Brevposten.</p>',
    '<p>Fonn AS eier Køposten.</p><p>Slutt.</p>',
  ])
    expect(shape(`${text}${end}`).ownership).toBeNull();
});

test('the first paragraph in bold is the ingress; an excerpt that was written is, too', () => {
  expect(shape('<p><b>Først.</b></p><p>Så.</p>')).toMatchObject({
    lead: 'Først.',
    blocks: [{ type: 'paragraph' }],
  });
  const written = shape('<p>Først.</p><p>Så.</p>', { excerpt: 'Skrevet.' });
  expect(written.lead).toBe('Skrevet.');
  expect(written.blocks).toHaveLength(2);
});

test('the title and the picture above the text are not there once more', () => {
  const hero = { url: 'https://a.no/x.jpg', alt: '', caption: '' };
  const { blocks, lead } = shape(
    '<h1>Køen</h1><img src="https://a.no/x-300x200.jpg" width="300"><p>En.</p><p>To.</p>',
    { hero },
  );
  expect(lead).toBe('En.');
  expect(blocks).toHaveLength(1);
});

test('a credit on the line below a picture is the picture’s', () => {
  const { blocks } = shape(
    '<p>En.</p><img src="/x.jpg" width="300"><p><em>FOTO: Ola Foto</em></p><p>To.</p>',
  );
  expect(blocks[0]).toMatchObject({ type: 'picture', credit: 'Ola Foto' });
  expect(blocks).toHaveLength(2);
});

test('questions and answers are counted, and become boxes when that is asked for', () => {
  const html =
    '<p>Ingress.</p><h3>Hvem er du?</h3><p>Jeg.</p><p>Bare jeg.</p><p><b>Hvorfor?</b></p><p>Derfor.</p>';
  expect(shape(html).questions).toBe(2);
  expect(shape(html, { withQuestions: true }).blocks).toMatchObject([
    { type: 'questionAnswer', question: 'Hvem er du?', answer: [{}, {}] },
    { type: 'questionAnswer', question: 'Hvorfor?', answer: [{}] },
  ]);
});
