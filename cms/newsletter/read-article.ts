import type { Payload, TypedUser } from 'payload';
import { z } from 'zod';
import { absoluteUrl, articlePath, imagePath } from '../../content/model/urls.ts';
import type { AlertContent } from './mail/alert.ts';
import { readSender } from './read-sender.ts';
import { newsletterSettings } from './settings.ts';

const id = z.union([z.string(), z.object({ id: z.string() }).transform((doc) => doc.id)]);
const words = z
  .string()
  .nullish()
  .transform((value) => (value ?? '').trim());
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

const articleRow = z.object({
  id: z.string(),
  title: words,
  lead: words,
  kind: z.enum(['news', 'interview', 'post']).nullish(),
  place: words,
  seriesNumber: z.number().nullish(),
  marking: z.enum(['editorial', 'sponsored', 'advert']).nullish(),
  sponsor: words,
  heroImage: id.nullish(),
  series: id.nullish(),
  organisations: list(id),
  corrections: list(z.object({ id: z.string(), text: words })),
  interviewees: list(z.object({ organisation: id.nullish() })),
});
const publishedRow = z.object({ slug: z.string(), revision: z.string() });

export interface ArticleForMail {
  revision: string;
  seriesSlug: string | null;
  content: AlertContent;
  corrections: { id: string; text: string }[];
}

/** The published article with everything its alert says, or undefined when it is not published. */
export async function readArticle(
  payload: Payload,
  articleId: string,
): Promise<ArticleForMail | undefined> {
  const found: unknown = await payload.db.findOne({
    collection: 'articles',
    where: { and: [{ id: { equals: articleId } }, { _status: { equals: 'published' } }] },
  });
  if (found === null) return undefined;
  const { published } = z.object({ published: publishedRow }).parse(found);
  return {
    revision: published.revision,
    ...(await readContent(payload, found, published.slug)),
  };
}

/** The same of the newest draft, as it would go out now; undefined when `user` may not read it. */
export async function readDraft(
  payload: Payload,
  articleId: string,
  user: TypedUser,
): Promise<AlertContent | undefined> {
  const found: unknown = await payload.findByID({
    collection: 'articles',
    id: articleId,
    draft: true,
    depth: 0,
    user,
    overrideAccess: false,
    disableErrors: true,
  });
  if (found === null) return undefined;
  const { slug } = z.object({ slug: words }).parse(found);
  return (await readContent(payload, found, slug)).content;
}

async function readContent(payload: Payload, row: unknown, slug: string) {
  const article = articleRow.parse(row);
  const { siteUrl } = newsletterSettings();
  const organisations = [
    ...article.interviewees.map(({ organisation }) => organisation),
    ...article.organisations,
  ].filter((each) => typeof each === 'string');
  const seriesSlug = article.series
    ? (await findBy(payload, 'series', article.series, z.object({ slug: z.string() })))?.slug
    : undefined;
  const content: AlertContent = {
    sender: await readSender(payload),
    kind: article.kind ?? 'news',
    place: [article.seriesNumber && `#${String(article.seriesNumber)}`, article.place]
      .filter(Boolean)
      .join(' | '),
    title: article.title,
    lead: article.lead,
    url: absoluteUrl(siteUrl, articlePath(slug)),
    picture: article.heroImage ? await readPicture(payload, article.heroImage) : null,
    marking: article.marking ?? 'editorial',
    sponsor: article.sponsor,
    disclosures: await readDisclosures(payload, [...new Set(organisations)]),
  };
  return { seriesSlug: seriesSlug ?? null, content, corrections: article.corrections };
}

const organisationRow = z.object({ interest: z.string().nullish(), disclosure: words });

async function readDisclosures(payload: Payload, ids: readonly string[]): Promise<string[]> {
  const rows = await Promise.all(
    ids.map((each) => findBy(payload, 'organisations', each, organisationRow)),
  );
  return rows
    .filter((row) => row !== undefined)
    .filter(({ interest }) => interest !== 'none' && typeof interest === 'string')
    .map(({ disclosure }) => disclosure)
    .filter((sentence) => sentence !== '');
}

const size = z.object({
  filename: z.string().nullish(),
  mimeType: z.string().nullish(),
  width: z.number().nullish(),
  height: z.number().nullish(),
});
const mediaRow = size.extend({
  alt: words,
  credit: words,
  sizes: z.record(z.string(), size).nullish(),
});

/** The JPEG nearest to twice the mail's width, cut to a wide shape when there is such a one. */
async function readPicture(payload: Payload, mediaId: string): Promise<AlertContent['picture']> {
  const media = await findBy(payload, 'media', mediaId, mediaRow);
  if (!media) return null;
  const candidates = [
    ...Object.entries(media.sizes ?? {}).map(([name, each]) => ({ name, ...each })),
    { name: 'full', ...media },
  ].flatMap(({ name, filename, mimeType, width, height }) =>
    filename && width && height && mimeType === 'image/jpeg'
      ? [{ isWide: /^(wide|share)/.test(name), filename, width, height }]
      : [],
  );
  const byFit = candidates.toSorted(
    (a, b) =>
      Number(b.isWide) - Number(a.isWide) || Math.abs(a.width - 1072) - Math.abs(b.width - 1072),
  );
  const [best] = byFit;
  if (!best) return null;
  const { siteUrl } = newsletterSettings();
  return {
    url: absoluteUrl(siteUrl, imagePath(best.filename)),
    width: best.width,
    height: best.height,
    alt: media.alt,
    credit: media.credit,
  };
}

async function findBy<T extends z.ZodType>(
  payload: Payload,
  collection: 'series' | 'organisations' | 'media',
  documentId: string,
  shape: T,
): Promise<z.infer<T> | undefined> {
  const found: unknown = await payload.db.findOne({
    collection,
    where: { id: { equals: documentId } },
  });
  return found === null ? undefined : shape.parse(found);
}
