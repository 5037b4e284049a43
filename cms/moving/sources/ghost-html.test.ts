import { expect, test } from 'vitest';
import { fromGhost } from './ghost.ts';
import { ghostHtml } from './ghost-html.ts';

const lexical = (...children: object[]) => JSON.stringify({ root: { type: 'root', children } });
const text = (words: string, format = 0) => ({ type: 'extended-text', text: words, format });

test.each([
  [
    'its own address is taken off',
    { html: '<p><a href="__GHOST_URL__/b/">b</a></p>' },
    '<p><a href="/b/">b</a></p>',
  ],
  [
    'a bookmark is its address',
    {
      html: '<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://nav.no"><div class="kg-bookmark-content"><div class="kg-bookmark-title">NAV</div><img class="kg-bookmark-icon" src="/i.ico"></div></a></figure>',
    },
    '<p><a href="https://nav.no">NAV</a></p>',
  ],
  [
    'what was never made HTML is read as it was written',
    {
      html: null,
      lexical: lexical(
        { type: 'extended-heading', tag: 'h2', children: [text('Kø')] },
        {
          type: 'paragraph',
          children: [
            text('Vi '),
            text('venter', 1),
            { type: 'link', url: '/b/', children: [text('her')] },
          ],
        },
        {
          type: 'list',
          listType: 'number',
          children: [{ type: 'listitem', children: [text('En')] }],
        },
        { type: 'image', src: '/a.jpg', alt: 'A', caption: 'Foto: <b>Ola</b>' },
        { type: 'bookmark', url: 'https://nav.no', title: 'NAV' },
        { type: 'callout', calloutText: '<p>Husk.</p>' },
      ),
    },
    '<h2>Kø</h2><p>Vi <strong>venter</strong><a href="/b/">her</a></p><ol><li>En</li></ol><figure><img src="/a.jpg" alt="A"><figcaption>Foto: Ola</figcaption></figure><p><a href="https://nav.no">NAV</a></p><p>Husk.</p>',
  ],
  [
    'so is Mobiledoc',
    {
      mobiledoc: JSON.stringify({
        version: '0.3.1',
        markups: [['strong'], ['a', ['href', 'https://nav.no']]],
        cards: [
          ['image', { src: '/a.jpg', alt: 'A' }],
          ['hr', {}],
        ],
        sections: [
          [
            1,
            'p',
            [
              [0, [], 0, 'Vi '],
              [0, [0], 1, 'venter'],
              [0, [1], 1, ' her'],
            ],
          ],
          [3, 'ul', [[[0, [], 0, 'En']]]],
          [10, 0],
          [10, 1],
        ],
      }),
    },
    '<p>Vi <strong>venter</strong><a href="https://nav.no"> her</a></p><ul><li>En</li></ul><figure><img src="/a.jpg" alt="A"><figcaption></figcaption></figure><hr>',
  ],
  [
    'else its words',
    { html: '', lexical: '{', plaintext: 'En.\n\nTo < tre.' },
    '<p>En.</p><p>To &lt; tre.</p>',
  ],
])('%s', (_, row, expected) => {
  expect(ghostHtml(row)).toBe(expected);
});

test('one that is nested without end is told, and the others come in', () => {
  let nested: object = { type: 'text', text: 'x' };
  for (let depth = 0; depth < 20_000; depth++) nested = { type: 'quote', children: [nested] };
  const deep = (() => {
    try {
      return JSON.stringify({ root: { type: 'root', children: [nested] } });
    } catch {
      return `{"root":{"type":"root","children":[${'{"type":"quote","children":['.repeat(5_000)}${']}'.repeat(5_000)}]}}`;
    }
  })();
  const archive = fromGhost({
    posts: [
      { id: '1', title: 'Dyp', slug: 'dyp', lexical: deep, status: 'draft' },
      { id: '2', title: 'Grei', slug: 'grei', html: '<p>Ja.</p>', status: 'draft' },
    ],
  });
  expect(archive?.posts.map(({ title }) => title)).toEqual(['Dyp', 'Grei']);
  expect(archive?.unreadable).toContainEqual({ place: 'Dyp', kind: 'html' });
});
