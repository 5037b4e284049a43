import { describe, expect, it } from 'vitest';
import {
  aCategory,
  aMedia,
  anArticle,
  anAuthor,
  aPublication,
  aSeries,
} from '../../../content/testing/make-documents.ts';
import { articleJsonLd, breadcrumbJsonLd, scriptJson } from './json-ld.ts';

const origin = 'https://avis.example';
const facts = {
  article: anArticle(),
  authors: [],
  category: undefined,
  series: undefined,
  hero: undefined,
  publication: aPublication(),
  origin,
};

describe('articleJsonLd', () => {
  it('names authors, section, series and picture with its credit', () => {
    const author = anAuthor({
      name: 'Kari Nordmann',
      links: [
        { label: 'E-post', url: 'mailto:kari@avis.example' },
        { label: 'LinkedIn', url: 'https://linkedin.example/kari' },
      ],
    });
    const hero = aMedia({ credit: 'Ola Fotograf' });
    const data = articleJsonLd({
      ...facts,
      article: anArticle({ slug: 'sak', seriesNumber: 4, kind: 'post' }),
      authors: [author],
      category: aCategory({ name: 'Arbeidsliv' }),
      series: aSeries({ name: 'Servicehverdag', slug: 'servicehverdag' }),
      hero,
    });
    expect(data).toMatchObject({
      '@type': 'BlogPosting',
      url: 'https://avis.example/saker/sak/',
      articleSection: 'Arbeidsliv',
      position: 4,
      author: [
        {
          name: 'Kari Nordmann',
          url: `${origin}/skribenter/${author.slug}/`,
          sameAs: ['https://linkedin.example/kari'],
        },
      ],
      isPartOf: { '@type': 'CreativeWorkSeries', url: `${origin}/serier/servicehverdag/` },
    });
    expect(data).toHaveProperty('image.0.creditText', 'Ola Fotograf');
  });

  it('carries corrections', () => {
    const at = '2026-05-05T06:00:00.000Z';
    const article = anArticle({ corrections: [{ at, text: 'Feil tall.' }] });
    expect(articleJsonLd({ ...facts, article })).toMatchObject({
      correction: [{ '@type': 'CorrectionComment', text: 'Feil tall.', datePublished: at }],
    });
  });

  it('names who paid, and nobody when nobody did', () => {
    const paid = anArticle({ marking: 'sponsored', sponsor: 'Klarlinje AS' });
    expect(articleJsonLd({ ...facts, article: paid, authors: [anAuthor()] })).toMatchObject({
      author: { '@type': 'Organization', name: 'Klarlinje AS' },
      sponsor: { name: 'Klarlinje AS' },
    });
    expect(articleJsonLd({ ...facts, article: paid })).toHaveProperty(
      '@type',
      'AdvertiserContentArticle',
    );
    expect(articleJsonLd(facts)).not.toHaveProperty('sponsor');
  });

  it('names the people who are interviewed', () => {
    const interviewees = [{ name: 'Oddny Nordli', role: 'nattevakt', organisation: null }];
    const article = anArticle({ kind: 'interview', interviewees });
    expect(articleJsonLd({ ...facts, article })).toMatchObject({
      mentions: [{ '@type': 'Person', name: 'Oddny Nordli', jobTitle: 'nattevakt' }],
      about: [{ name: 'Oddny Nordli' }],
    });
  });
});

it('the breadcrumb leads from the front page through section and series', () => {
  const article = anArticle({ kind: 'post', slug: 'sak', title: 'Saken' });
  const series = aSeries({ name: 'Servicehverdag', slug: 'servicehverdag' });
  const { itemListElement } = breadcrumbJsonLd({ ...facts, article, series });
  expect(itemListElement.map(({ item }) => item)).toEqual([
    `${origin}/`,
    `${origin}/blogg/`,
    `${origin}/serier/servicehverdag/`,
    `${origin}/saker/sak/`,
  ]);
  expect(itemListElement.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
});

describe('scriptJson', () => {
  it('cannot end the script it stands in', () => {
    const title = '</script><script>alert(1)</script><!--';
    const json = scriptJson(articleJsonLd({ ...facts, article: anArticle({ title }) }));
    expect(json).not.toContain('<');
    expect(JSON.parse(json)).toMatchObject({ headline: title });
  });
});
