import { hash } from 'node:crypto';
import type { Article } from '../../../content/model/article.ts';
import type { Author, Publication } from '../../../content/model/documents.ts';
import { creditOf } from '../../../content/model/credit.ts';
import { filesIn } from '../../../content/model/blocks/blocks.ts';
import {
  absoluteUrl,
  articlePath,
  authorPath,
  filePath,
  imagePath,
} from '../../../content/model/urls.ts';
import { escapeHtml } from '../../../content/model/markup.ts';
import { longDay } from '../typesetting/dates.ts';
import { readArticle } from '../lists/read-article.ts';
import { shareFile } from '../lists/picture-sources.ts';
import type { ListName, Store } from '../store.ts';
import { text } from '../text.ts';
import { saidTitle } from '../typesetting/said-title.ts';
import type { Chapter } from '../../../content/model/blocks/sound.ts';
import { typeset } from '../../../content/model/typography.ts';
import { bodyHtml } from '../blocks/body-html.ts';
import type { BodyContext } from '../blocks/body-html.ts';
import { pictureHtml } from './picture-html.ts';

/** One article as every feed format tells it. */
export interface FeedItem {
  /** Stays the same when the slug changes. */
  id: string;
  url: string;
  title: string;
  summary: string;
  /** Full text with pictures, credits, marking, disclosures and corrections. */
  html: string;
  publishedAt: string;
  modifiedAt: string;
  authors: { name: string; url: string | undefined }[];
  subjects: string[];
  enclosure: Enclosure | undefined;
  image:
    { url: string; type: 'image/jpeg'; width: number; height: number; credit: string } | undefined;
}

/** What is to be heard, or seen: the first sound of an article, else its first film. */
interface Enclosure {
  url: string;
  type: string;
  bytes: number;
  /** In seconds, where it is known. */
  duration: number | null;
  title: string;
  chapters: readonly Chapter[];
}

export interface FeedSource {
  store: Store;
  /** Origin of the site. */
  origin: string;
  /** Where the feed is announced (W3C WebSub §4); undefined when it is not. */
  hub?: string | undefined;
}

const length = 20;

/** The newest articles of a list. */
export const feedItems = (list: ListName, source: FeedSource): FeedItem[] =>
  source.store.latestArticles(list, length).map((article) => feedItem(article, source));

/** When the newest thing in a feed happened; undefined for an empty feed. */
export const updatedAt = (items: readonly FeedItem[]) =>
  items
    .map(({ modifiedAt }) => modifiedAt)
    .toSorted()
    .at(-1);

function feedItem(article: Article, { store, origin }: FeedSource): FeedItem {
  const toAddress = (path: string) => absoluteUrl(origin, path);
  const reading = readArticle(article, store);
  const { authors, category, hero } = reading;
  const share = hero && shareFile(hero);
  const context: BodyContext = {
    slugOf: (id) => store.card(id)?.slug,
    isPaid: article.marking !== 'editorial',
    toAddress,
    page: toAddress(articlePath(article.slug)),
    media: (id) => store.media(id),
    file: (id) => store.file(id),
    organisation: (id) => store.organisation(id),
    article: (id) => store.card(id),
  };
  const html = [
    paidHtml(article, store),
    article.lead ? `<p><strong>${escapeHtml(typeset(article.lead))}</strong></p>` : '',
    hero ? pictureHtml({ media: hero, toAddress }) : '',
    ...reading.disclosures.map((sentence) => `<p><em>${escapeHtml(typeset(sentence))}</em></p>`),
    bodyHtml(article.body, context),
    ...article.corrections.map(
      ({ at, text: words }) =>
        `<p><strong>${text.article.correction} ${longDay(at)}:</strong> ${escapeHtml(typeset(words))}</p>`,
    ),
  ].join('');
  return {
    id: itemId(article, origin),
    url: toAddress(articlePath(article.slug)),
    title: saidTitle(article),
    summary: typeset(article.lead),
    html,
    publishedAt: article.publishedAt,
    modifiedAt: article.modifiedAt,
    authors: writersOf(article, authors, toAddress),
    subjects: [...new Set([...(category ? [category.name] : []), ...article.tags])],
    enclosure: enclosureOf(article, store, toAddress),
    image: share && {
      url: toAddress(imagePath(share.name)),
      type: 'image/jpeg',
      width: share.width,
      height: share.height,
      credit: creditOf(hero)?.name ?? '',
    },
  };
}

function enclosureOf(
  { body }: Article,
  store: Store,
  toAddress: (path: string) => string,
): Enclosure | undefined {
  const files = filesIn(body).flatMap((id) => store.file(id) ?? []);
  const file =
    files.find(({ kind }) => kind === 'sound') ?? files.find(({ kind }) => kind === 'film');
  const box = body.find((block) => block.type === 'sound' && block.file === file?.id);
  const chapters = box?.type === 'sound' ? (box.chapters ?? []) : [];
  return (
    file && {
      chapters,
      ...{ url: toAddress(filePath(file.files[0].name)), type: file.mime },
      ...{ bytes: file.bytes, duration: file.duration, title: file.title },
    }
  );
}

/** Articles that were out earlier keep the id that feed readers know. */
const lastingSince = '2026-12-01T00:00:00.000Z';

/** Stays the same when the slug changes, and for what is published from now on also when the site moves (RFC 9562). */
function itemId({ id, publishedAt }: Article, origin: string): string {
  if (publishedAt < lastingSince) return `tag:${new URL(origin).hostname},2025:artikkel:${id}`;
  const isUuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id);
  return `urn:uuid:${isUuid ? id.toLowerCase() : uuidOf(id)}`;
}

/** Of a database that has other ids, as version 8: what its owner makes of them. */
function uuidOf(id: string): string {
  const hex = hash('sha256', `artikkel:${id}`);
  const variant = ((parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`];
  return [...parts, variant + hex.slice(17, 20), hex.slice(20, 32)].join('-');
}

/** «© Eier»: who has the rights to what a feed holds. */
export function rightsOf({ owner, name }: Pick<Publication, 'owner' | 'name'>): string {
  return `© ${owner || name}`;
}

/** Who stands behind it: of what is paid for, whoever paid. */
const writersOf = (
  { marking, sponsor }: Article,
  authors: readonly Author[],
  toAddress: (path: string) => string,
): FeedItem['authors'] =>
  marking === 'editorial'
    ? authors.map(({ name, slug }) => ({ name, url: toAddress(authorPath(slug)) }))
    : [{ name: sponsor || text.sponsor.unnamed, url: undefined }];

function paidHtml({ marking, sponsor }: Article, store: Store): string {
  if (marking === 'editorial') return '';
  const sentence = text.sponsor.sentence(sponsor || text.sponsor.unnamed, store.publication().name);
  return `<p><strong>${text.sponsor[marking]}.</strong> ${escapeHtml(sentence)}</p>`;
}
