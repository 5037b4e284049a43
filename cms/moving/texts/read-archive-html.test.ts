import { describe, expect, test } from 'vitest';
import { wordpressHtml } from '../sources/wordpress-html.ts';
import { readArchiveHtml } from './read-archive-html.ts';
import { splitCredit } from './split-credit.ts';

const none = { attachments: new Map(), own: [], shared: new Map() };
const blocksOf = (content: string) => readArchiveHtml(wordpressHtml(content, none).html).blocks;
/** Each part in a word or two. */
const told = (content: string) =>
  blocksOf(content).map((block) => {
    if ('runs' in block)
      return `${block.type}: ${block.runs.map((run) => (run === 'break' ? '/' : run.text)).join('')}`;
    if (block.type === 'picture') return `picture: ${block.url} (${block.caption})`;
    if (block.type === 'gallery')
      return `gallery: ${block.pictures.map(({ url, caption }) => `${url} (${caption})`).join(', ')}`;
    if (block.type === 'embed') return `embed: ${block.address}`;
    return block.type;
  });

describe('WordPress', () => {
  test.each([
    [
      'empty lines are paragraphs, ends of lines are breaks',
      'En.\n\nTo.\nTre.',
      ['paragraph: En.', 'paragraph: To./Tre.'],
    ],
    [
      'what is marked up stays',
      '<h2>Tittel</h2>\nEn.\n<ul>\n<li>a</li>\n</ul>',
      ['h2: Tittel', 'paragraph: En.', 'item: a'],
    ],
    [
      'the block editor’s comments are nothing',
      '<!-- wp:paragraph -->\n<p>En\nto.</p>\n<!-- /wp:paragraph -->',
      ['paragraph: En to.'],
    ],
    [
      'a caption',
      '[caption id="a" width="3"]<a href="/x.jpg"><img src="/x-3x2.jpg" width="300" /></a> Om <em>x</em>[/caption]',
      ['picture: /x.jpg (Om x)'],
    ],
    [
      'an address alone on its line',
      'Se:\n\nhttps://youtu.be/abc\n\nSlutt.',
      ['paragraph: Se:', 'embed: https://youtu.be/abc', 'paragraph: Slutt.'],
    ],
    [
      'page builders',
      '[et_pb_section][et_pb_text admin_label="T"]<p>Inne.</p>[/et_pb_text][et_pb_button button_url="/k" button_text="Kontakt"][/et_pb_section]',
      ['paragraph: Inne.', 'paragraph: Kontakt'],
    ],
    [
      'a picture in the middle of a sentence',
      '<p>Før <img src="/a.jpg" width="300"> etter.</p>',
      ['paragraph: Før', 'picture: /a.jpg ()', 'paragraph: etter.'],
    ],
    [
      'a gallery of figures',
      '<figure class="wp-block-gallery"><figure><img src="/a.jpg"><figcaption>A</figcaption></figure><figure><img src="/b.jpg"></figure></figure>',
      ['gallery: /a.jpg (A), /b.jpg ()'],
    ],
    [
      'counters and smileys are no pictures',
      '<p>Ja <img src="https://s.w.org/images/core/emoji/1.png"><img src="/c.gif" width="1"></p>',
      ['paragraph: Ja'],
    ],
    [
      'text in brackets',
      'Han sa [red. anm.] det [...] sånn [sic].',
      ['paragraph: Han sa [red. anm.] det [...] sånn [sic].'],
    ],
  ])('%s', (_, content, expected) => {
    expect(told(content)).toEqual(expected);
  });

  test('a shortcode that nobody knows is taken out, and told', () => {
    const { html, leftovers } = wordpressHtml(
      'Før [mystisk farge="rød"]inni[/mystisk] etter.',
      none,
    );
    expect(html).toBe('<p>Før inni etter.</p>');
    expect(leftovers).toEqual(['[mystisk farge="rød"]']);
  });

  test('a gallery by the ids of its pictures', () => {
    const pictures = new Map([['7', { url: '/sju.jpg', alt: 'Sju', caption: '' }]]);
    const { html } = wordpressHtml('[gallery ids="7,8"]', { ...none, attachments: pictures });
    expect(readArchiveHtml(html).blocks).toEqual([
      { type: 'picture', url: '/sju.jpg', alt: 'Sju', caption: '' },
    ]);
  });
});

test.each([
  ['Køen i mai. FOTO: Ola Foto', 'Køen i mai.', 'Ola Foto'],
  ['Køen (Foto: A / B)', 'Køen', 'A / B'],
  ['Køen | Foto: NTB', 'Køen', 'NTB'],
  ['Illustrasjon: Eva Strek', '', 'Eva Strek (illustrasjon)'],
  ['Foto fra køen', 'Foto fra køen', ''],
])('a caption and its credit: %s', (given, caption, credit) => {
  expect(splitCredit(given)).toEqual({ caption, credit });
});
