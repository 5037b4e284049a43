import type { Article } from '../../../content/model/article.ts';
import { creditOf } from '../../../content/model/credit.ts';
import type {
  Author,
  Category,
  Media,
  Publication,
  Series,
} from '../../../content/model/documents.ts';
import {
  absoluteUrl,
  articlePath,
  authorPath,
  frontPath,
  imagePath,
  pagePath,
  sectionPath,
  seriesPath,
} from '../../../content/model/urls.ts';
import { typeset } from '../../../content/model/typography.ts';
import { machineFiles } from '../lists/picture-sources.ts';
import { text } from '../text.ts';

export interface ArticleFacts {
  article: Article;
  authors: readonly Author[];
  category: Category | undefined;
  series: Series | undefined;
  hero: Media | undefined;
  publication: Publication;
  /** Origin of the site. */
  origin: string;
}

/** Where the publication says how it works, and how it corrects itself. */
const principlesPath = pagePath('redaksjonelle-retningslinjer');
/** Where it says who it is. */
const contactPath = pagePath('kontakt');

const types = { news: 'NewsArticle', interview: 'NewsArticle', post: 'BlogPosting' } as const;

/** schema.org/NewsArticle or BlogPosting of an article, by its kind; what is paid for says so by its type. */
export function articleJsonLd(facts: ArticleFacts) {
  const { article, authors, category, series, hero, publication, origin } = facts;
  const url = absoluteUrl(origin, articlePath(article.slug));
  const people = article.interviewees.map(({ name, role }) => ({
    ...{ '@type': 'Person', name },
    ...(role && { jobTitle: role }),
  }));
  const payer =
    article.marking === 'editorial'
      ? undefined
      : { '@type': 'Organization', name: article.sponsor || text.sponsor.unnamed };
  return {
    '@context': 'https://schema.org',
    '@type': payer ? 'AdvertiserContentArticle' : types[article.kind],
    mainEntityOfPage: url,
    url,
    headline: typeset(article.title),
    description: typeset(article.lead),
    inLanguage: 'nb',
    isAccessibleForFree: true,
    datePublished: article.publishedAt,
    dateModified: article.modifiedAt,
    author: payer ?? authors.map((author) => person(author, origin)),
    publisher: publisherJsonLd(publication, origin),
    ...(hero && { image: images(hero, origin) }),
    ...(category && { articleSection: category.name }),
    ...(people.length > 0 && { mentions: people }),
    ...(people.length > 0 && article.kind === 'interview' && { about: people }),
    ...(article.tags.length > 0 && { keywords: article.tags }),
    ...(article.seriesNumber !== null && { position: article.seriesNumber }),
    ...(series && {
      isPartOf: {
        '@type': 'CreativeWorkSeries',
        name: series.name,
        url: absoluteUrl(origin, seriesPath(series.slug)),
      },
    }),
    ...(payer && { sponsor: payer }),
    ...(article.corrections.length > 0 && {
      correction: article.corrections.map(({ at, text }) => ({
        '@type': 'CorrectionComment',
        text,
        datePublished: at,
      })),
    }),
  };
}

/** schema.org/BreadcrumbList: from the front page through the section, and the series when there is one. */
export function breadcrumbJsonLd({ article, series, publication, origin }: ArticleFacts) {
  const steps = [
    { name: publication.name, path: frontPath },
    { name: text.sections[article.kind].name, path: sectionPath(article.kind) },
    ...(series ? [{ name: series.name, path: seriesPath(series.slug) }] : []),
    { name: typeset(article.title), path: articlePath(article.slug) },
  ];
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absoluteUrl(origin, path),
    })),
  };
}

/** The publication as an organisation: publisher of every article, and what the front page is about. */
export function publisherJsonLd(publication: Publication, origin: string) {
  return {
    '@type': 'NewsMediaOrganization',
    '@id': `${absoluteUrl(origin, frontPath)}#utgiver`,
    name: publication.name,
    url: absoluteUrl(origin, frontPath),
    logo: { '@type': 'ImageObject', url: absoluteUrl(origin, '/icon-512.png') },
    publishingPrinciples: absoluteUrl(origin, principlesPath),
    correctionsPolicy: absoluteUrl(origin, principlesPath),
    ethicsPolicy: absoluteUrl(origin, principlesPath),
    ownershipFundingInfo: absoluteUrl(origin, principlesPath),
    masthead: absoluteUrl(origin, contactPath),
    ...(publication.owner && {
      parentOrganization: { '@type': 'Organization', name: publication.owner },
    }),
  };
}

/** JSON for a `<script type="application/ld+json">`: nothing in it can end the element. */
export const scriptJson = (value: unknown) => JSON.stringify(value).replace(/</g, '\\u003c');

function person(author: Author, origin: string) {
  const profiles = author.links.map(({ url }) => url).filter((url) => /^https?:/i.test(url));
  return {
    '@type': 'Person',
    name: author.name,
    url: absoluteUrl(origin, authorPath(author.slug)),
    ...(author.role && { jobTitle: author.role }),
    ...(profiles.length > 0 && { sameAs: profiles }),
  };
}

function images(hero: Media, origin: string) {
  return machineFiles(hero).map(({ name, width, height }) => ({
    '@type': 'ImageObject',
    url: absoluteUrl(origin, imagePath(name)),
    width,
    height,
    creditText: creditOf(hero)?.name ?? '',
    ...(hero.caption && { caption: hero.caption }),
  }));
}
