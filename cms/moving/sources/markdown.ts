import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { parse } from 'yaml';
import { z } from 'zod';
import { emptyArchive, pathOf, type Archive } from '../archive.ts';
import { readAllText, type SourceFile } from './open-files.ts';
import { readAny } from './read-times.ts';

const words = z
  .union([z.string(), z.number(), z.date()])
  .transform((value) => (value instanceof Date ? value.toISOString() : String(value)));
const list = z
  .union([words.transform((value) => value.split(/\s*,\s*/)), z.array(words)])
  .optional();
/** The names that static generators share (Hugo, Jekyll, Astro, Eleventy). */
const front = z.object({
  ...{
    title: words.optional(),
    slug: words.optional(),
    description: words.optional(),
    summary: words.optional(),
    excerpt: words.optional(),
    lead: words.optional(),
  },
  ...{
    date: words.optional(),
    publishDate: words.optional(),
    pubDate: words.optional(),
    lastmod: words.optional(),
    updated: words.optional(),
    updatedDate: words.optional(),
  },
  ...{ draft: z.boolean().optional(), published: z.boolean().optional() },
  ...{ tags: list, categories: list, category: list, author: list, authors: list, aliases: list },
  ...{
    url: words.optional(),
    permalink: words.optional(),
    image: z.unknown(),
    hero: z.unknown(),
    cover: z.unknown(),
  },
});

const toHtml = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true });

/** A folder of Markdown with front matter in YAML. MDX is read as text: what it imports and computes is not run. */
export async function fromMarkdown(files: readonly SourceFile[]): Promise<Archive> {
  const archive = emptyArchive('markdown');
  for (const file of files) {
    const [, matter = '', text = ''] =
      /^(?:---\r?\n([\s\S]*?)\r?\n---\r?\n?)?([\s\S]*)$/.exec(await readAllText(file)) ?? [];
    const read = front.safeParse(readYaml(matter));
    if (!read.success) archive.unreadable.push({ place: file.name, kind: 'json' });
    const data: Partial<z.infer<typeof front>> = read.data ?? {};
    const name = file.name.replace(/\.\w+$/, '').replace(/\/index$/, '');
    const heading = /^#\s+(.+)$/m.exec(text)?.[1];
    const slug =
      data.slug ??
      name
        .split('/')
        .at(-1)
        ?.replace(/^\d{4}-\d\d-\d\d-/, '') ??
      '';
    const date =
      data.date ?? data.publishDate ?? data.pubDate ?? /(\d{4}-\d\d-\d\d)-/.exec(name)?.[1] ?? '';
    const publishedAt = readAny(date);
    const authors = data.authors ?? data.author ?? [];
    for (const author of authors)
      if (!archive.people.some((each) => each.name === author))
        archive.people.push({
          key: `markdown/person/${author}`,
          name: author,
          bio: '',
          addresses: [],
        });
    const isDraft = data.draft === true || data.published === false || publishedAt === null;
    if (publishedAt === null && data.draft !== true)
      archive.unreadable.push({ place: file.name, kind: 'date' });
    const cover =
      [data.image, data.hero, data.cover].map(pictureOf).find((each) => each !== null) ?? null;
    archive.posts.push({
      ...{
        key: `markdown/${name}`,
        title: data.title ?? heading ?? slug,
        slug,
        isPage: false,
        comments: 0,
      },
      html: String(await toHtml.process(withoutCode(text))),
      excerpt: data.lead ?? data.description ?? data.summary ?? data.excerpt ?? '',
      addresses: [data.url ?? data.permalink ?? [], data.aliases ?? []]
        .flat()
        .flatMap((each) => pathOf(each) ?? []),
      ...{
        publishedAt,
        modifiedAt: readAny(data.lastmod ?? data.updated ?? data.updatedDate ?? ''),
      },
      state: isDraft ? 'draft' : 'published',
      authors: authors.map((author) => `markdown/person/${author}`),
      categories: data.categories ?? data.category ?? [],
      tags: data.tags ?? [],
      hero: cover,
    });
  }
  const names = (of: 'categories' | 'tags') =>
    [...new Set(archive.posts.flatMap((post) => post[of]))].map((name) => ({
      name,
      addresses: [],
    }));
  return Object.assign(archive, { categories: names('categories'), tags: names('tags') });
}

/** What MDX adds to Markdown: modules, and expressions in braces around tags. */
const withoutCode = (text: string): string =>
  text.replace(/^(import|export)\s.+$/gm, '').replace(/\{\/\*[\s\S]*?\*\/\}/g, '');

const picture = z.union([
  z.string(),
  z.object({ src: z.string(), alt: z.string().optional(), caption: z.string().optional() }),
]);
function pictureOf(value: unknown): { url: string; alt: string; caption: string } | null {
  const read = picture.safeParse(value).data;
  if (read === undefined) return null;
  return typeof read === 'string'
    ? { url: read, alt: '', caption: '' }
    : { url: read.src, alt: read.alt ?? '', caption: read.caption ?? '' };
}

/** Undefined, which is no front matter and is told, where it is no YAML. */
function readYaml(matter: string): unknown {
  try {
    return (parse(matter) as unknown) ?? {};
  } catch {
    return undefined;
  }
}
