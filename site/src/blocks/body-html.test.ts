import { describe, expect, it } from 'vitest';
import type { Block } from '../../../content/model/blocks/blocks.ts';
import { boxTypes } from '../../../content/model/blocks/blocks.ts';
import { boxes } from '../../../content/model/blocks/registry.ts';
import { aFile, aMedia, anOrganisation } from '../../../content/testing/make-documents.ts';
import { bodyHtml } from './body-html.ts';
import type { BodyContext } from './body-html.ts';

const context: BodyContext = {
  slugOf: () => 'en-sak',
  isPaid: false,
  toAddress: (path) => `https://avis.example${path}`,
  media: () => aMedia({ credit: 'Ola Fotograf', caption: 'På jobb' }),
  file: () => aFile(),
  organisation: () => anOrganisation({ about: 'Selger strøm.', source: 'Årsrapporten' }),
  article: () => ({ slug: 'en-sak', title: 'En sak', marking: 'editorial' }),
};
const children = [{ type: 'text' as const, text: 'Ord' }];

/** One of each, and something that must be found in its HTML. */
const samples = {
  paragraph: [{ type: 'paragraph', children }, '<p>Ord</p>'],
  heading: [{ type: 'heading', level: 3, anchor: 'ord', children }, '<h3 id="ord">Ord</h3>'],
  list: [
    {
      type: 'list',
      ordered: true,
      start: 3,
      items: [
        {
          children,
          lists: [{ type: 'list', ordered: false, items: [{ children, lists: [] }] }],
        },
      ],
    },
    '<ol start="3"><li>Ord<ul><li>Ord</li></ul></li></ol>',
  ],
  quote: [{ type: 'quote', children }, '<blockquote><p>Ord</p></blockquote>'],
  rule: [{ type: 'rule' }, '<hr>'],
  pullQuote: [{ type: 'pullQuote', quote: 'Vi ringer tilbake', attribution: 'Kari' }, 'Kari'],
  factBox: [
    { type: 'factBox', title: 'Fakta', content: [], organisation: 'x', source: 'SSB' },
    'Kilde: SSB · Årsrapporten',
  ],
  questionAnswer: [
    {
      type: 'questionAnswer',
      question: 'Hvorfor?',
      anchor: 'hvorfor',
      answer: [{ type: 'paragraph', children }],
    },
    '<h2>Hvorfor?</h2><p>Ord</p>',
  ],
  image: [{ type: 'image', media: 'm' }, 'På jobb FOTO: Ola Fotograf'],
  articleLink: [{ type: 'articleLink', article: 'a' }, 'https://avis.example/saker/en-sak/'],
  newsletterSignup: [{ type: 'newsletterSignup' }, 'https://avis.example/nyhetsbrev/'],
} satisfies Partial<Record<Block['type'], [Block, string]>>;

describe('bodyHtml', () => {
  it.each(Object.entries(samples))('renders %s', (_, [sample, expected]) => {
    expect(bodyHtml([sample], context)).toContain(expected);
  });

  it.each(boxTypes)('shows %s in feeds', (type) => {
    expect(bodyHtml([boxes[type].sample], context)).toMatch(/^<.+>$/s);
  });

  it('has no address that only works on the site', () => {
    const html = bodyHtml(
      Object.values(samples).map(([sample]) => sample),
      context,
    );
    expect(html).not.toMatch(/(?:src|href)="\/(?!\/)/);
  });

  it('leaves out a pull quote that repeats the text', () => {
    const [pullQuote] = samples.pullQuote;
    const said = [{ type: 'text' as const, text: '– Vi ringer tilbake, sier hun.' }];
    const html = bodyHtml([{ type: 'paragraph', children: said }, pullQuote], context);
    expect(html).not.toContain('blockquote');
  });

  it('prints the caption and credit of the article before those of the picture', () => {
    const own = { type: 'image' as const, media: 'm', caption: 'Egen', credit: 'Eva' };
    expect(bodyHtml([own], context)).toContain('Egen FOTO: Eva');
  });

  it('escapes whatever editors write', () => {
    const hostile = '<script>alert(1)</script>';
    const html = bodyHtml(
      [
        { type: 'pullQuote', quote: hostile, attribution: hostile },
        { type: 'factBox', title: hostile, content: [], source: hostile },
        { type: 'questionAnswer', question: hostile, anchor: 'x', answer: [] },
        { type: 'image', media: 'm', caption: hostile, credit: hostile },
      ],
      context,
    );
    expect(html).not.toContain('<script');
  });
});
