import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';

/** One odd field takes no other with it: what cannot be read is as if it were not there. */
const tolerant = <T extends z.ZodType>(schema: T) => schema.nullish().catch(null);

const words = z
  .union([z.string(), z.number(), z.date()])
  .transform((value) => (value instanceof Date ? value.toISOString() : String(value).trim()));
const word = tolerant(words);
const named = z.union([words, z.object({ name: words }).transform(({ name }) => name)]);
const list = tolerant(
  z.union([
    words.transform((value) => value.split(/\s*,\s*/).filter(Boolean)),
    z.array(named.nullish()).transform((values) => values.flatMap((each) => each || [])),
    named.transform((value) => [value]),
  ]),
);
const flag = tolerant(
  z.union([
    z.boolean(),
    z.enum(['true', 'false', 'yes', 'no']).transform((value) => /true|yes/.test(value)),
  ]),
);
const image = tolerant(
  z.union([
    z.string().transform((url) => ({ url, alt: '', caption: '' })),
    z
      .object({
        ...{ src: word, url: word, image: word, path: word },
        ...{ alt: word, caption: word },
      })
      .transform(({ src, url, image: file, path, alt, caption }) => ({
        url: src ?? url ?? file ?? path ?? '',
        ...{ alt: alt ?? '', caption: caption ?? '' },
      })),
  ]),
);

/** The names that static generators share (Hugo, Jekyll, Astro, Eleventy, Zola). */
const frontSchema = z.object({
  ...{ title: word, slug: word, url: word, permalink: word },
  ...{ lead: word, description: word, summary: word, excerpt: word, subtitle: word },
  ...{ date: word, publishDate: word, pubDate: word, published_at: word },
  ...{ lastmod: word, updated: word, updatedDate: word, last_modified_at: word },
  ...{ draft: flag, published: flag },
  ...{ tags: list, categories: list, category: list, author: list, authors: list },
  ...{ aliases: list, redirect_from: list },
  ...{ image, hero: image, heroImage: image, cover: image, featured_image: image },
});
export type FrontMatter = z.infer<typeof frontSchema>;

/**
 * What stands above a text, in YAML between `---` or in TOML between `+++`, and the text. `front` is undefined where something
 * stands there that cannot be read.
 */
export function readFrontMatter(file: string): { front: FrontMatter | undefined; text: string } {
  const [, fence = '', matter = '', text = ''] =
    /^(?:(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?\1[ \t]*(?:\r?\n|$))?([\s\S]*)$/.exec(file) ??
    [];
  const read = frontSchema.safeParse(fence === '+++' ? readToml(matter) : readYaml(matter));
  return { front: read.data, text };
}

/** Undefined where it is none, which is told. */
function readYaml(matter: string): unknown {
  try {
    return (parseYaml(matter) as unknown) ?? {};
  } catch {
    return undefined;
  }
}

/** Hugo keeps some names in tables of their own. */
function readToml(matter: string): unknown {
  try {
    const { taxonomies, extra, ...own } = parseToml(matter);
    return { ...asTable(extra), ...asTable(taxonomies), ...own };
  } catch {
    return undefined;
  }
}

const asTable = (value: unknown): object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
