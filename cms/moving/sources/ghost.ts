import { z } from 'zod';
import { emptyArchive, pathOf, type Archive, type ArchivePost } from '../archive.ts';
import { textOf } from './parse-html.ts';
import { ghostHtml } from './ghost-html.ts';
import { readAny } from './read-times.ts';

const optional = z.string().nullish();
const person = z.object({
  id: z.string().or(z.number()).transform(String),
  name: z.string(),
  slug: optional,
  bio: optional,
});
const tag = z.object({
  id: z.string().or(z.number()).transform(String),
  name: z.string(),
  slug: optional,
});
const link = z.object({
  post_id: z.coerce.string(),
  tag_id: z.coerce.string().optional(),
  author_id: z.coerce.string().optional(),
});
const post = z.object({
  ...{
    id: z.coerce.string(),
    title: z.string(),
    slug: optional,
    html: optional,
    plaintext: optional,
  },
  ...{
    status: optional,
    type: optional,
    page: z.boolean().or(z.number()).nullish(),
    visibility: optional,
  },
  ...{
    custom_excerpt: optional,
    published_at: optional,
    updated_at: optional,
    created_at: optional,
    url: optional,
  },
  ...{ feature_image: optional, feature_image_alt: optional, feature_image_caption: optional },
  authors: z.array(person).nullish(),
  tags: z.array(tag).nullish(),
  ...{ lexical: optional, mobiledoc: optional },
});
const data = z.object({
  posts: z.array(z.unknown()),
  users: z.array(person).default([]),
  tags: z.array(tag).default([]),
  posts_tags: z
    .array(link)
    .nullish()
    .transform((rows) => rows ?? []),
  posts_authors: z
    .array(link)
    .nullish()
    .transform((rows) => rows ?? []),
  posts_meta: z
    .array(
      z.object({
        post_id: z.string(),
        feature_image_alt: optional,
        feature_image_caption: optional,
      }),
    )
    .default([]),
  settings: z.array(z.object({ key: z.string(), value: z.unknown() })).default([]),
});

/**
 * Ghost's export (https://docs.ghost.org/migration/custom): `db[0].data` with its tables, or the answer of its content API.
 * Undefined for what is none.
 */
export function fromGhost(exported: unknown): Archive | undefined {
  const outer = z.object({ db: z.array(z.object({ data })).min(1) }).safeParse(exported).data
    ?.db[0]?.data;
  const read =
    outer ?? z.object({ data }).safeParse(exported).data?.data ?? data.safeParse(exported).data;
  if (read === undefined) return undefined;
  const archive = emptyArchive('ghost');
  const setting = (key: string) =>
    String(read.settings.find((each) => each.key === key)?.value ?? '');
  archive.name = setting('title');
  const posts = read.posts.flatMap((row) => {
    const parsed = post.safeParse(row);
    if (!parsed.success) archive.unreadable.push({ place: titleOf(row), kind: 'json' });
    return parsed.success ? [parsed.data] : [];
  });
  const address = posts.find(({ url }) => /^https?:/.test(url ?? ''))?.url ?? setting('url');
  archive.origin = URL.canParse(address) ? new URL(address).origin : null;
  const host = archive.origin === null ? archive.name : new URL(archive.origin).host;
  const keyOf = (kind: string, id: string) => `ghost/${host}/${kind}/${id}`;
  const people = new Map(
    [...read.users, ...posts.flatMap(({ authors }) => authors ?? [])].map((each) => [
      each.id,
      each,
    ]),
  );
  archive.people = [...people.values()].map(({ id, name, slug, bio }) => ({
    ...{ key: keyOf('person', id), name, bio: bio ?? '' },
    addresses: [(slug && pathOf(`/author/${slug}/`)) || []].flat(),
  }));
  const tags = new Map(
    [...read.tags, ...posts.flatMap((each) => each.tags ?? [])].map((each) => [each.id, each]),
  );
  // Names with a number sign are the newsroom's own, and were shown to nobody.
  const shown = [...tags.values()].filter(({ name }) => !name.startsWith('#'));
  archive.tags = shown.map(({ name, slug }) => ({
    name,
    addresses: [(slug && pathOf(`/tag/${slug}/`)) || []].flat(),
  }));

  const htmlOf = (row: (typeof posts)[number]) => {
    try {
      return ghostHtml(row);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      archive.unreadable.push({ place: row.title, kind: 'html' }); // nested without end
      return '';
    }
  };
  archive.posts = posts.map((row): ArchivePost => {
    const isPage = row.type === 'page' || Boolean(row.page);
    const own = {
      authors:
        row.authors?.map(({ id }) => id) ??
        read.posts_authors
          .filter(({ post_id }) => post_id === row.id)
          .map(({ author_id }) => author_id ?? ''),
      tags:
        row.tags?.map(({ id }) => id) ??
        read.posts_tags
          .filter(({ post_id }) => post_id === row.id)
          .map(({ tag_id }) => tag_id ?? ''),
    };
    const names = own.tags
      .flatMap((id) => tags.get(id)?.name ?? [])
      .filter((name) => !name.startsWith('#'));
    const meta = read.posts_meta.find(({ post_id }) => post_id === row.id);
    const title = row.title.trim();
    const publishedAt = readAny(row.published_at ?? '');
    if (publishedAt === null && row.status === 'published')
      archive.unreadable.push({ place: title, kind: 'date' });
    return {
      ...{ key: keyOf('post', row.id), title, isPage, comments: 0 },
      slug: row.slug ?? '',
      html: htmlOf(row),
      excerpt: row.custom_excerpt ?? '',
      addresses: [pathOf(row.url ?? '') ?? (row.slug ? `/${row.slug}/` : [])].flat(),
      publishedAt,
      modifiedAt: readAny(row.updated_at ?? ''),
      state: stateOf(row.status ?? '', row.visibility ?? 'public'),
      authors: own.authors.filter((id) => people.has(id)).map((id) => keyOf('person', id)),
      // Ghost has one kind of names: the first is what the article is filed under.
      categories: names.slice(0, 1),
      tags: names.slice(1),
      hero: row.feature_image
        ? {
            url: row.feature_image,
            alt: row.feature_image_alt ?? meta?.feature_image_alt ?? '',
            caption: textOf(row.feature_image_caption ?? meta?.feature_image_caption ?? ''),
          }
        : null,
    };
  });
  archive.categories = archive.tags.filter(({ name }) =>
    archive.posts.some(({ categories }) => categories.includes(name)),
  );
  return archive;
}

function stateOf(status: string, visibility: string): ArchivePost['state'] {
  if (status === 'scheduled') return 'scheduled';
  // One that was only mailed was on no page.
  if (status === 'sent') return 'private';
  if (status !== 'published') return 'draft';
  return visibility === 'public' ? 'published' : 'protected';
}

const titleOf = (row: unknown): string =>
  z.object({ title: z.string() }).safeParse(row).data?.title ?? '';
