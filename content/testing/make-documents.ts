import type { Article } from '../model/article.ts';
import type {
  Author,
  Category,
  FrontPage,
  Media,
  Organisation,
  Publication,
  Redirect,
  Series,
  StoredFile,
} from '../model/documents.ts';
import { toSlug } from '../model/slug.ts';

/** Makers for tests and benchmarks: a complete, valid document, of which a test says only what matters. */

export const anArticle = (given: Partial<Article> = {}): Article => {
  const id = given.id ?? 'article-1';
  const title = given.title ?? `Sak ${id}`;
  const publishedAt = given.publishedAt ?? '2026-05-04T06:00:00.000Z';
  return {
    id,
    revision: `r1-${id}`,
    slug: toSlug(title),
    title,
    kind: 'news',
    lead: `Ingressen til ${title}.`,
    hero: null,
    body: [{ type: 'paragraph', children: [{ type: 'text', text: `Første avsnitt i ${title}.` }] }],
    authors: [],
    category: null,
    tags: [],
    series: null,
    seriesNumber: null,
    place: null,
    interviewees: [],
    organisations: [],
    related: [],
    marking: 'editorial',
    sponsor: null,
    corrections: [],
    publishedAt,
    modifiedAt: publishedAt,
    ...given,
  };
};

export const anAuthor = (given: Partial<Author> = {}): Author => {
  const id = given.id ?? 'author-1';
  const name = given.name ?? `Skribent ${id}`;
  return {
    id,
    slug: toSlug(name),
    name,
    role: 'journalist',
    bio: `${name} skriver om kundeservice.`,
    photo: null,
    links: [],
    ...given,
  };
};

type Named = Category & Series;
const aNamed = (given: Partial<Named>, id: string, name: string): Named => ({
  id,
  slug: toSlug(name),
  name,
  description: `Alt om ${name.toLowerCase()}.`,
  ...given,
});

export const aCategory = (given: Partial<Category> = {}): Category => {
  const id = given.id ?? 'category-1';
  return aNamed(given, id, given.name ?? `Tema ${id}`);
};

export const aSeries = (given: Partial<Series> = {}): Series => {
  const id = given.id ?? 'series-1';
  return aNamed(given, id, given.name ?? `Serie ${id}`);
};

export const anOrganisation = (given: Partial<Organisation> = {}): Organisation => {
  const id = given.id ?? 'organisation-1';
  const name = given.name ?? `Virksomhet ${id}`;
  return {
    id,
    slug: toSlug(name),
    name,
    about: `${name} har kundesenter i Norge.`,
    source: 'Enhetsregisteret',
    checkedAt: null,
    interest: 'none',
    disclosure: '',
    ...given,
  };
};

/** A picture with the files the CMS makes of one that is 1600 × 1200. */
export const aFile = (given: Partial<StoredFile> = {}): StoredFile => ({
  ...{ id: 'file-1', kind: 'sound', title: 'En kø', credit: '', transcript: 'Noen sukker.' },
  ...{ mime: 'audio/mpeg', bytes: 1_234_567, duration: 65, width: null, height: null },
  ...{ at: '2026-03-04T08:00:00.000Z', files: [{ name: 'en-ko-0123abcd.mp3' }] },
  ...given,
});

export const aMedia = (given: Partial<Media> = {}): Media => {
  const id = given.id ?? 'media-1';
  const file = (crop: Media['files'][number]['crop'], width: number, height: number) =>
    (['avif', 'webp'] as const).map((format) => ({
      crop,
      format,
      width,
      height,
      name: `${toSlug(id)}-${crop}-${width}.${format}`,
    }));
  return {
    id,
    alt: `Bilde ${id}`,
    decorative: false,
    caption: '',
    credit: 'Ola Nordmann',
    creditUrl: null,
    width: 1600,
    height: 1200,
    placeholder:
      'data:image/webp;base64,UklGRigAAABXRUJQVlA4IBwAAABQAQCdASoQAAwABABoJQBOgCgAAJojDRbFwAAA',
    files: [
      { crop: 'full', format: 'jpeg', width: 1600, height: 1200, name: `${toSlug(id)}.jpg` },
      ...file('full', 640, 480),
      ...file('full', 1280, 960),
      ...file('wide', 960, 540),
      ...file('square', 480, 480),
      { crop: 'share', format: 'jpeg', width: 1200, height: 630, name: `${toSlug(id)}-share.jpg` },
    ],
    ...given,
  };
};

export const aPublication = (given: Partial<Publication> = {}): Publication => ({
  id: 'publication',
  name: 'Kundefront',
  tagline: 'Et fagblad om kundeservice',
  owner: 'Kundefront AS',
  orgNumber: '999 999 999',
  responsibleEditor: 'Kari Nordmann',
  address: 'Storgata 1, 0155 Oslo',
  email: 'redaksjonen@kundefront.example',
  phone: '22 00 00 00',
  socialLinks: [],
  notice: '',
  ...given,
});

export const aFrontPage = (given: Partial<FrontPage> = {}): FrontPage => ({
  id: 'front-page',
  lead: null,
  picked: [],
  ...given,
});

export const aRedirect = (given: Partial<Redirect> = {}): Redirect => ({
  id: 'redirect-1',
  from: '/saker/gammel-adresse/',
  article: null,
  to: '/',
  ...given,
});
