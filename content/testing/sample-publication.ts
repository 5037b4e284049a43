import type { Article } from '../model/article.ts';
import { boxTypes, type Block } from '../model/blocks/blocks.ts';
import { boxes } from '../model/blocks/registry.ts';
import type { TextBlock } from '../model/blocks/rich-text.ts';
import type { Published } from '../model/documents.ts';
import {
  aCategory,
  aFrontPage,
  aMedia,
  anArticle,
  anAuthor,
  anOrganisation,
  aPublication,
  aRedirect,
  aSeries,
} from './make-documents.ts';

interface SampleOptions {
  /** Words of running text in each article; 120 keeps tests quick, 800 is a real article. */
  words?: number;
  /** Articles with a picture of their own at the top, as a share of all; the files do not exist. */
  pictures?: number;
}

const day = 24 * 60 * 60 * 1000;
const newest = Date.UTC(2026, 10, 20, 6);

/**
 * A publication of `count` articles, oldest first, with everything they refer to: three kinds, every block
 * type, six a day at most, over several years when there are many. The same call gives the same documents.
 */
export function samplePublication(count: number, options: SampleOptions = {}): Published[] {
  const names = sampleNames(count);
  const articles = Array.from({ length: count }, (_, index) =>
    sampleArticle({ index, count, names, ...options }),
  );
  const media = articles.flatMap(({ hero }) => (hero === null ? [] : aMedia({ id: hero })));
  return [
    { type: 'publication', document: aPublication() },
    ...media.map((document) => ({ type: 'media', document }) as const),
    ...names.documents,
    ...articles.map((document) => ({ type: 'article', document }) as const),
    {
      type: 'front-page',
      document: aFrontPage({
        lead: articles.at(-2)?.id ?? null,
        picked: articles.slice(-5, -2).map(({ id }) => id),
      }),
    },
    ...(articles[0]
      ? [
          {
            type: 'redirect',
            document: aRedirect({ from: '/saker/det-gamle-navnet/', to: null, article: 'a0' }),
          } as const,
        ]
      : []),
  ];
}

interface Names {
  documents: Published[];
  authors: number;
  categories: number;
  series: number;
  organisations: number;
}

/** How many there are of each grows slowly with the archive, as in a real publication. */
function sampleNames(count: number): Names {
  const authors = Math.max(2, Math.min(40, Math.ceil(count / 100)));
  const series = Math.max(1, Math.min(100, Math.ceil(count / 50)));
  const categories = 8;
  const organisations = Math.max(3, Math.min(200, Math.ceil(count / 40)));
  const each = <T>(total: number, make: (index: number) => T) =>
    Array.from({ length: total }, (_, index) => make(index));
  const themes = [
    'Kø',
    'Opplæring',
    'Åpningstider',
    'Ærlighet',
    'Økonomi',
    'Ledelse',
    'Chat',
    'Klage',
  ];
  return {
    authors,
    series,
    categories,
    organisations,
    documents: [
      ...each(authors, (index) => ({
        type: 'author' as const,
        document: anAuthor({ id: `author-${index}`, name: `Skribent ${index} Østbø` }),
      })),
      ...each(categories, (index) => ({
        type: 'category' as const,
        document: aCategory({ id: `category-${index}`, name: themes[index] ?? `Tema ${index}` }),
      })),
      ...each(series, (index) => ({
        type: 'series' as const,
        document: aSeries({ id: `series-${index}`, name: `Loggbok ${index}` }),
      })),
      ...each(organisations, (index) => ({
        type: 'organisation' as const,
        document: anOrganisation({
          id: `organisation-${index}`,
          interest: index === 0 ? 'owner' : 'none',
        }),
      })),
    ],
  };
}

interface Place extends SampleOptions {
  index: number;
  count: number;
  names: Names;
}

function sampleArticle({ index, count, names, words = 120, pictures = 0 }: Place): Article {
  const kind = (['news', 'interview', 'post'] as const)[index % 3] ?? 'news';
  // Odd steps: no two articles at the same time, and lists do not fall into line with each other.
  const publishedAt = new Date(
    newest - (count - 1 - index) * (day / 3) - index * 1000,
  ).toISOString();
  const organisation = `organisation-${(index * 7) % names.organisations}`;
  const hasPicture = pictures > 0 && index % Math.round(1 / pictures) === 0;
  const body: Block[] = [
    ...sampleBody(index, words, organisation),
    ...(hasPicture ? [{ type: 'image', media: `hero-${index}` } as const] : []),
  ];
  return anArticle({
    id: `a${index}`,
    kind,
    title: `Derfor ringer kundene sak ${index} – «og det gjør vondt»`,
    slug: `derfor-ringer-kundene-sak-${index}`,
    lead: sentences(index, 24),
    hero: hasPicture ? `hero-${index}` : null,
    body: index % 3 === 2 ? withEveryBox(body) : body,
    authors: [`author-${index % names.authors}`],
    category: `category-${(index * 5) % names.categories}`,
    tags: ['kundesenter', `emne ${index % 20}`],
    series: kind === 'post' ? `series-${((index / 3) % names.series) | 0}` : null,
    seriesNumber: kind === 'post' ? Math.floor(index / 3 / names.series) + 1 : null,
    place: kind === 'post' ? 'BERGEN' : null,
    interviewees:
      kind === 'interview'
        ? [{ name: `Intervjuobjekt ${index}`, role: 'leder', organisation }]
        : [],
    organisations: [organisation],
    marking: index % 50 === 49 ? 'sponsored' : 'editorial',
    sponsor: index % 50 === 49 ? 'Virksomhet organisation-1' : null,
    corrections: index % 40 === 0 ? [{ at: publishedAt, text: 'Et tall er rettet.' }] : [],
    publishedAt,
  });
}

/** The body, and the sample of each box that is not in it. */
const withEveryBox = (body: Block[]): Block[] => [
  ...body,
  ...boxTypes
    .filter((type) => !body.some((block) => block.type === type))
    .map((type) => boxes[type].sample),
];

function sampleBody(index: number, words: number, organisation: string): Block[] {
  const paragraphs = Math.max(2, Math.round((words - 60) / 60));
  const running = Array.from({ length: paragraphs }, (_, part): TextBlock[] => {
    const paragraph: TextBlock = { type: 'paragraph', children: inline(index, part) };
    return part % 4 === 2
      ? [heading(`Del ${part}: hvorfor køen vokser`, part), paragraph]
      : [paragraph];
  }).flat();
  const earlier =
    index > 0 ? [{ type: 'articleLink', article: `a${(index * 3) % index}` } as const] : [];
  return [
    ...running.slice(0, 2),
    { type: 'pullQuote', quote: `Vi tok telefonen ${index} ganger`, attribution: 'Kari, leder' },
    ...running.slice(2),
    {
      type: 'list',
      ordered: index % 2 === 0,
      items: [
        { children: [{ type: 'text', text: 'Svar raskt' }], lists: [] },
        {
          children: [{ type: 'text', text: 'Svar riktig' }],
          lists: [
            {
              type: 'list',
              ordered: false,
              items: [{ children: [{ type: 'text', text: 'og vennlig' }], lists: [] }],
            },
          ],
        },
      ],
    },
    {
      type: 'factBox',
      title: 'Slik gjør de det',
      content: [{ type: 'paragraph', children: [{ type: 'text', text: sentences(index, 30) }] }],
      source: 'Virksomheten selv',
      organisation,
    },
    {
      type: 'questionAnswer',
      question: 'Hva er det viktigste?',
      anchor: 'hva-er-det-viktigste',
      answer: [{ type: 'paragraph', children: [{ type: 'text', text: '– At noen svarer.' }] }],
    },
    { type: 'quote', children: [{ type: 'text', text: 'Et sitat fra en rapport.' }] },
    { type: 'rule' },
    ...earlier,
    { type: 'newsletterSignup' },
  ];
}

const heading = (text: string, part: number): TextBlock => ({
  type: 'heading',
  level: part % 8 === 2 ? 2 : 3,
  anchor: `del-${part}`,
  children: [{ type: 'text', text }],
});

const inline = (
  index: number,
  part: number,
): Extract<TextBlock, { type: 'paragraph' }>['children'] => [
  { type: 'text', text: `${sentences(index + part, 30)} ` },
  { type: 'text', text: 'Dette er viktig', bold: true },
  { type: 'text', text: ', sier lederen, og viser til ' },
  {
    type: 'link',
    href: 'https://eksempel.example/rapport',
    children: [{ type: 'text', text: 'rapporten' }],
  },
  { type: 'text', text: `. ${sentences(index * 3 + part, 22)}` },
];

const vocabulary =
  'kunden ringer fordi fakturaen ikke stemmer og køen er lang mens rådgiveren leter etter svar i et system som ingen rakk å lære seg før påske og lederen spør om målingen viser det medarbeiderne opplever når løftet fra markedsføringen møter hverdagen på kundesenteret i Bergen Ålesund eller Østfold'.split(
    ' ',
  );

/** Norwegian-looking words that differ from seed to seed; always the same for the same seed. */
function sentences(seed: number, words: number): string {
  const chosen = Array.from(
    { length: words },
    (_, index) =>
      vocabulary[(seed * 17 + index * (1 + (seed % 5))) % vocabulary.length] ?? 'kunden',
  );
  const text = chosen.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
