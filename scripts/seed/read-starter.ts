import { glob, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse } from 'yaml';
import { z } from 'zod';
import { articleSchema } from '../../content/model/article.ts';

/** The shapes of the starter publication's files under `content/starter/`. */

const link = z.strictObject({ label: z.string(), url: z.string() });
const named = z.strictObject({ slug: z.string(), name: z.string(), description: z.string() });

const publication = z.strictObject({
  name: z.string(),
  tagline: z.string(),
  owner: z.string(),
  orgNumber: z.coerce.string(),
  responsibleEditor: z.string(),
  address: z.string(),
  email: z.string(),
  phone: z.coerce.string(),
  socialLinks: z.array(link).default([]),
  notice: z.string(),
  frontPage: z.strictObject({ lead: z.string(), picked: z.array(z.string()) }),
});

const author = z.strictObject({
  slug: z.string(),
  name: z.string(),
  role: z.string(),
  bio: z.string(),
  photo: z.string().optional(),
  links: z.array(link).default([]),
});

const organisation = z.strictObject({
  slug: z.string(),
  name: z.string(),
  about: z.string(),
  source: z.string(),
  checkedAt: z.coerce.date(),
  interest: z.enum(['none', 'owner', 'sponsor', 'board']),
  disclosure: z.string().default(''),
});

const picture = z.strictObject({
  name: z.string(),
  alt: z.string().default(''),
  decorative: z.boolean().default(false),
  caption: z.string().default(''),
  credit: z.string(),
  creditUrl: z.string().optional(),
  focalX: z.number().default(50),
  focalY: z.number().default(50),
});

const articleFrontMatter = z.strictObject({
  title: z.string(),
  slug: z.string(),
  kind: articleSchema.shape.kind,
  lead: z.string(),
  hero: z.string().optional(),
  authors: z.array(z.string()),
  category: z.string(),
  tags: z.array(z.string()).default([]),
  series: z.string().optional(),
  seriesNumber: z.number().int().optional(),
  place: z.string().optional(),
  interviewees: z
    .array(
      z.strictObject({
        name: z.string(),
        role: z.string(),
        organisation: z.string().optional(),
        portrait: z.string().optional(),
      }),
    )
    .default([]),
  organisations: z.array(z.string()).default([]),
  marking: articleSchema.shape.marking.default('editorial'),
  sponsor: z.string().optional(),
  corrections: z.array(z.strictObject({ at: z.coerce.date(), text: z.string() })).default([]),
  publishedAt: z.coerce.date(),
});

export type StarterArticle = z.infer<typeof articleFrontMatter> & { body: Root };

const folder = 'content/starter';

/** Everything in `content/starter/`, parsed; a file of the wrong shape throws with its name. */
export async function readStarter() {
  const articles: StarterArticle[] = [];
  for await (const file of glob(`${folder}/articles/*.mdx`)) articles.push(await readArticle(file));
  return {
    publication: await readYaml('publication.yaml', publication),
    authors: await readYaml('authors.yaml', z.array(author)),
    categories: await readYaml('categories.yaml', z.array(named)),
    series: await readYaml('series.yaml', z.array(named)),
    organisations: await readYaml('organisations.yaml', z.array(organisation)),
    pictures: await readYaml('pictures.yaml', z.array(picture)),
    // Oldest first, so that later ones can link back to what exists.
    articles: articles.sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime()),
  };
}

export type Starter = Awaited<ReturnType<typeof readStarter>>;

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkMdx);

async function readArticle(file: string): Promise<StarterArticle> {
  const body = parser.parse(await readFile(file, 'utf8'));
  const [first] = body.children;
  const frontMatter =
    first?.type === 'yaml' ? parseShape(file, first.value, articleFrontMatter) : undefined;
  if (frontMatter === undefined) throw new Error(`${basename(file)} has no front matter`);
  return { ...frontMatter, body: { type: 'root', children: body.children.slice(1) } };
}

async function readYaml<T>(name: string, schema: z.ZodType<T>): Promise<T> {
  return parseShape(name, await readFile(`${folder}/${name}`, 'utf8'), schema);
}

function parseShape<T>(name: string, text: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(parse(text));
  if (!parsed.success) throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
