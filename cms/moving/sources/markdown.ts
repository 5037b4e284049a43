import { posix } from 'node:path';
import { toSlug } from '../../../content/model/slug.ts';
import { emptyArchive, pathOf, type Archive } from '../archive.ts';
import { readFrontMatter, type FrontMatter } from './front-matter.ts';
import { markdownHtml, mdxHtml } from './markdown-html.ts';
import { readAllText, type SourceFile } from './open-files.ts';
import { readAny } from './read-times.ts';

/** A folder of Markdown or MDX with front matter in YAML or TOML. Nothing in it is run. */
export async function fromMarkdown(files: readonly SourceFile[]): Promise<Archive> {
  const archive = emptyArchive('markdown');
  const isThere = new Set(files.map(({ name }) => withoutEnding(name)));
  for (const file of files) {
    // What a generator keeps about a section is no article.
    if (/(^|\/)_index\.\w+$/.test(file.name)) continue;
    const { front, text } = readFrontMatter(await readAllText(file));
    if (front === undefined) archive.unreadable.push({ place: file.name, kind: 'front' });
    const data: Partial<FrontMatter> = front ?? {};
    const name = withoutEnding(file.name);
    const key = `markdown/${name.replace(/\/index$/, '')}`;
    const base =
      name
        .replace(/\/index$/, '')
        .split('/')
        .at(-1) ?? '';
    const dated = /^(\d{4}-\d\d-\d\d)-(.*)$/.exec(base);
    const heading = /^#\s+(.+)$/m.exec(text)?.[1];
    const written =
      data.date ?? data.publishDate ?? data.pubDate ?? data.published_at ?? dated?.[1] ?? '';
    const publishedAt = readAny(written);
    const isDraft = data.draft === true || data.published === false;
    if (publishedAt === null && !isDraft)
      archive.unreadable.push({ place: `${file.name}: ${written}`, kind: 'date' });
    const people = data.authors ?? data.author ?? [];
    for (const person of people)
      if (!archive.people.some((each) => each.name === person))
        archive.people.push({ key: personKey(person), name: person, bio: '', addresses: [] });
    const { html, leftovers } = await (/\.mdx$/i.test(file.name) ? mdxHtml : markdownHtml)(text);
    if (leftovers.length > 0) archive.leftovers.set(key, leftovers);
    archive.posts.push({
      ...{ key, title: data.title || heading || (dated?.[2] ?? base), isPage: false, comments: 0 },
      slug: data.slug || (dated?.[2] ?? base),
      html: withLinks(html, name, isThere),
      excerpt: data.lead ?? data.description ?? data.summary ?? data.excerpt ?? data.subtitle ?? '',
      addresses: [
        ...[data.url ?? [], permalinkOf(data.permalink, base, publishedAt) ?? []].flat(),
        ...(data.aliases ?? []),
        ...(data.redirect_from ?? []),
      ].flatMap((each) => pathOf(each) ?? []),
      publishedAt,
      modifiedAt: readAny(
        data.lastmod ?? data.updated ?? data.updatedDate ?? data.last_modified_at ?? '',
      ),
      state: isDraft || publishedAt === null ? 'draft' : 'published',
      authors: people.map(personKey),
      categories: data.categories ?? data.category ?? [],
      tags: data.tags ?? [],
      hero:
        [data.image, data.hero, data.heroImage, data.cover, data.featured_image].find(
          (each) => each && each.url !== '',
        ) ?? null,
    });
  }
  const names = (of: 'categories' | 'tags') =>
    [...new Set(archive.posts.flatMap((post) => post[of]))].map((name) => ({
      name,
      addresses: [],
    }));
  return Object.assign(archive, { categories: names('categories'), tags: names('tags') });
}

const withoutEnding = (name: string) => name.replace(/\.\w+$/, '');
const personKey = (name: string) => `markdown/person/${name}`;

/** Jekyll's patterns (https://jekyllrb.com/docs/permalinks/) with the day of the text in them. */
function permalinkOf(
  pattern: string | null | undefined,
  base: string,
  publishedAt: string | null,
): string | undefined {
  if (!pattern) return undefined;
  if (!pattern.includes(':')) return pattern;
  const [year = '', month = '', day = ''] = (publishedAt ?? '').slice(0, 10).split('-');
  const slug = toSlug(base.replace(/^\d{4}-\d\d-\d\d-/, ''));
  const parts: Record<string, string> = { year, month, day, title: slug, slug, name: slug };
  const path = pattern.replace(/:(\w+)/g, (whole, name: string) => parts[name] ?? whole);
  return publishedAt === null || path.includes(':') ? undefined : path;
}

/** Links to other files of the folder lead to what those became; see `Loader.prepare`. */
const withLinks = (html: string, name: string, isThere: ReadonlySet<string>): string =>
  html.replace(
    /(<a\s[^>]*href=")([^":?#]+?)\.mdx?(#[^"]*)?"/g,
    (whole: string, start: string, path: string, hash = '') => {
      const target = posix.join(posix.dirname(name), decoded(path));
      return isThere.has(target)
        ? `${start}/markdown/${encodeURI(target.replace(/\/index$/, ''))}${hash}"`
        : whole;
    },
  );

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path; // written in another encoding: as it stands
  }
}
