import { expect, test } from 'vitest';
import { renderDigest } from './digest.ts';
import { placeholder, type ArticleInMail } from './letter-parts.ts';

const sender = {
  name: 'Kundefront',
  responsibleEditor: 'Ada Nord',
  address: 'Storgata 1, 0001 Oslo',
  notice: '',
  siteUrl: 'https://kundefront.example',
};
const anArticle = (some: Partial<ArticleInMail> = {}): ArticleInMail => ({
  kind: 'news',
  place: '',
  title: 'Køen er død',
  lead: 'Hun svarer før telefonen ringer.',
  url: 'https://kundefront.example/saker/koen/',
  marking: 'editorial',
  sponsor: '',
  disclosures: [],
  ...some,
});

test('a digest tells every article, marks what is paid for, and says how to leave', () => {
  const { html, text, subject } = renderDigest({
    sender,
    articles: [
      anArticle(),
      anArticle({ title: 'Ring <mer>', marking: 'sponsored', sponsor: 'Ring AS' }),
    ],
  });
  expect(subject).toBe('Køen er død – og 1 sak til');
  for (const part of ['Annonsørinnhold fra Ring AS', placeholder.unsubscribe, 'én gang i uka']) {
    expect(html).toContain(part);
    expect(text).toContain(part);
  }
  expect(html).toContain('Ring &lt;mer&gt;');
});

test('stays below the size at which Gmail cuts, however much was written', () => {
  const long = anArticle({
    title: '&'.repeat(3_000),
    lead: 'å '.repeat(3_000),
    disclosures: Array<string>(400).fill('"'.repeat(3_000)),
  });
  for (const size of [1, 40, 200]) {
    const { html, text } = renderDigest({
      sender,
      articles: Array<ArticleInMail>(size).fill(long),
    });
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
    expect(Buffer.byteLength(text)).toBeLessThan(102_000);
    const [, left = '0'] = /Og (\d+) saker til/.exec(text) ?? [];
    expect(Number(left)).toBe(size - (text.split(long.url).length - 1));
  }
});
