import { readdirSync, readFileSync } from 'node:fs';
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { toSlug } from '../model/slug.ts';
import { pictureNames } from './pictures/draw-pictures.ts';
import { attribute, walk } from './walk-markdown.ts';

const here = new URL('./', import.meta.url);
const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkMdx);

interface Named {
  slug: string;
  name: string;
}

interface FrontMatter {
  title: string;
  slug: string;
  kind: 'news' | 'interview' | 'post';
  lead: string;
  hero?: string;
  authors: string[];
  category: string;
  series?: string;
  seriesNumber?: number;
  place?: string;
  interviewees?: { name: string; organisation?: string }[];
  organisations?: string[];
  marking?: string;
  sponsor?: string;
  corrections?: { at: string; text: string }[];
  publishedAt: string;
}

// why `as`: these files are ours; the loader checks their shapes with zod, this test what they mean.
const list = <T>(name: string) => parse(readFileSync(new URL(name, here), 'utf8')) as T[];
const categories = list<Named>('categories.yaml');
const series = list<Named>('series.yaml');
const authors = list<Named>('authors.yaml');
const organisations = list<Named & { interest: string; disclosure?: string }>('organisations.yaml');
// why `as`: as above.
const publication = parse(readFileSync(new URL('publication.yaml', here), 'utf8')) as {
  owner: string;
  orgNumber: string;
  notice: string;
  frontPage: { lead: string; picked: string[] };
};

function readFolder(folder: string) {
  return readdirSync(new URL(folder, here))
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => {
      const text = readFileSync(new URL(`${folder}/${name}`, here), 'utf8');
      const root: Root = parser.parse(text);
      const [first, ...body] = root.children;
      if (first?.type !== 'yaml') throw new Error(`${name} has no front matter`);
      return { name, front: parse(first.value) as FrontMatter, body }; // why `as`: as above.
    });
}

const articles = readFolder('articles');
const pages = readFolder('../pages');
const slugs = articles.map(({ front }) => front.slug);
const names = (things: readonly { slug: string }[]) => things.map(({ slug }) => slug);

/** Everything a reader reads in it, piece by piece. */
function prose({ front, body }: (typeof articles)[number]): string[] {
  const inside = [...walk(body)].flatMap((node) => [
    ...(node.type === 'text' ? [node.value] : []),
    ...['title', 'question', 'caption', 'attribution', 'source'].map((name) =>
      attribute(node, name),
    ),
  ]);
  const corrections = front.corrections?.map(({ text }) => text) ?? [];
  return [front.title, front.lead, ...corrections, ...inside].filter(
    (piece): piece is string => typeof piece === 'string',
  );
}

describe('the starter articles', () => {
  it('have unique slugs, made from their titles, and the same file name', () => {
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const { name, front } of articles) {
      expect(front.slug).toBe(toSlug(front.title));
      expect(name).toBe(`${front.slug}.mdx`);
    }
  });

  it('refer only to what exists', () => {
    for (const { front, body } of articles) {
      expect(names(authors)).toEqual(expect.arrayContaining(front.authors));
      expect(names(categories)).toContain(front.category);
      if (front.series !== undefined) expect(names(series)).toContain(front.series);
      const mentioned = [
        ...(front.organisations ?? []),
        ...(front.interviewees ?? []).flatMap(({ organisation }) => organisation ?? []),
        ...[...walk(body)].flatMap((node) => attribute(node, 'organisation') ?? []),
      ];
      expect(names(organisations)).toEqual(expect.arrayContaining(mentioned));
      const shown = [
        front.hero,
        ...[...walk(body)].flatMap((node) =>
          node.name === 'Picture' ? attribute(node, 'name') : [],
        ),
      ];
      expect(pictureNames).toEqual(
        expect.arrayContaining(shown.filter((name) => name !== undefined)),
      );
      for (const node of walk(body)) {
        const target =
          node.name === 'ArticleLink'
            ? attribute(node, 'slug')
            : /^\/saker\/(.+)\/$/.exec(node.url ?? '')?.[1];
        if (target !== undefined) expect(slugs).toContain(target);
      }
    }
  });

  it('point link boxes at each other without going in a circle', () => {
    const boxes = new Map(
      articles.map(({ front, body }) => [
        front.slug,
        [...walk(body)].flatMap((node) =>
          node.name === 'ArticleLink' ? [attribute(node, 'slug')] : [],
        ),
      ]),
    );
    const follow = (slug: unknown, seen: readonly unknown[]): void => {
      expect(seen).not.toContain(slug);
      for (const next of boxes.get(String(slug)) ?? []) follow(next, [...seen, slug]);
    };
    for (const slug of slugs) follow(slug, []);
  });

  it('use only the blocks and nodes of the contract, each block on its own', () => {
    const known = [
      'paragraph',
      'text',
      'strong',
      'emphasis',
      'link',
      'list',
      'listItem',
      'heading',
      'blockquote',
      'thematicBreak',
      'mdxJsxFlowElement',
    ];
    const blocks = [
      'PullQuote',
      'FactBox',
      'QuestionAnswer',
      'Picture',
      'Chart',
      'Table',
      'ArticleLink',
      'NewsletterSignup',
    ];
    for (const { front, body } of articles) {
      for (const node of walk(body)) {
        expect(known, front.slug).toContain(node.type);
        if (node.type === 'mdxJsxFlowElement') expect(blocks, front.slug).toContain(node.name);
      }
    }
  });

  it.each([
    ['a hyphen used as a dash', /(^|\s)-(\s|$)|--/],
    ['straight quotation marks', /["']/],
    ['three full stops', /\.\.\./],
    ['thousands that can break', /\d \d{3}(?!\d)/],
    ['a number that can part from its unit', /\d (prosent|kroner|minutter|timer|år|dager|uker)\b/],
  ])('have no %s', (_, wrong) => {
    for (const article of [...articles, ...pages])
      expect(
        prose(article).filter((piece) => wrong.test(piece)),
        article.name,
      ).toEqual([]);
  });

  it('cover every kind, marking and shape the site must be able to print', () => {
    const of = (kind: string) => articles.filter(({ front }) => front.kind === kind);
    expect(of('news').length).toBeGreaterThanOrEqual(5);
    expect(of('interview').length).toBeGreaterThanOrEqual(4);
    for (const { front, body } of of('interview')) {
      expect(front.interviewees?.length, front.slug).toBeGreaterThan(0);
      expect(
        [...walk(body)].filter(({ name }) => name === 'QuestionAnswer').length,
        front.slug,
      ).toBeGreaterThan(3);
    }
    const posts = of('post').map(({ front }) => front);
    expect(posts.map(({ seriesNumber }) => seriesNumber).sort()).toEqual([
      41, 42, 43, 44, 45, 46, 47, 48,
    ]);
    expect(new Set(posts.map(({ place }) => place)).size).toBe(posts.length);
    expect(articles.filter(({ front }) => front.hero === undefined).length).toBeGreaterThanOrEqual(
      3,
    );
    expect(
      articles.filter(({ front }) => front.marking === 'sponsored' && front.sponsor !== undefined),
    ).toHaveLength(1);
    expect(articles.some(({ front }) => front.corrections !== undefined)).toBe(true);
    const lengths = articles.map(({ front }) => front.title.length);
    expect(Math.min(...lengths)).toBeLessThanOrEqual(15);
    expect(Math.max(...lengths)).toBeGreaterThanOrEqual(110);
  });

  it('are dated between September 2024 and 18 November 2026', () => {
    for (const { front } of articles) {
      expect(front.publishedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\+0[12]:00$/);
      const time = Date.parse(front.publishedAt);
      expect(time).toBeGreaterThan(Date.parse('2024-09-01'));
      expect(time).toBeLessThan(Date.parse('2026-11-19'));
    }
  });
});

describe('the starter publication', () => {
  it('shows existing articles on its front page, each once', () => {
    const { lead, picked } = publication.frontPage;
    expect(picked).toHaveLength(5);
    expect(slugs).toEqual(expect.arrayContaining([lead, ...picked]));
    expect(new Set([lead, ...picked]).size).toBe(6);
  });

  it('has an owner who is disclosed, mentioned and interviewed', () => {
    const owner = organisations.find(({ interest }) => interest === 'owner');
    expect(owner?.name).toBe(publication.owner);
    expect(owner?.disclosure).toBeTruthy();
    expect(articles.some(({ front }) => front.organisations?.includes(owner?.slug ?? ''))).toBe(
      true,
    );
    expect(
      articles.some(({ front }) =>
        front.interviewees?.some(({ organisation }) => organisation === owner?.slug),
      ),
    ).toBe(true);
  });

  it('has an organisation number that passes the mod 11 check and a notice that it is invented', () => {
    const digits = [...publication.orgNumber].map(Number);
    const sum = [3, 2, 7, 6, 5, 4, 3, 2, 1].reduce(
      (total, weight, index) => total + weight * (digits[index] ?? 0),
      0,
    );
    expect(digits).toHaveLength(9);
    expect(sum % 11).toBe(0);
    expect(publication.notice).toContain('oppdiktet');
  });
});

describe('the evergreen pages', () => {
  it('are plain Markdown with a title and a description', () => {
    expect(pages.map(({ name }) => name)).toEqual([
      'kontakt.mdx',
      'om.mdx',
      'personvern.mdx',
      'redaksjonelle-retningslinjer.mdx',
      'tilgjengelighet.mdx',
    ]);
    for (const { front, body, name } of pages) {
      expect(Object.keys(front), name).toEqual(['title', 'description']);
      for (const node of walk(body)) expect(node.type, name).not.toMatch(/^mdx/);
    }
  });
});
