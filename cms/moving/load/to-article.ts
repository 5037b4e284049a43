import type { toLexical } from '../texts/to-lexical.ts';
import type { ArchivePost } from '../archive.ts';
import { decide, type Plan } from '../plan.ts';
import { text } from '../text.ts';
import type { Ownership } from '../texts/take-ownership.ts';
import type { Names } from './names.ts';

/** More letters than a title, or an ingress, may have are cut. */
const longest = { title: 300, lead: 2_000 };

interface Parts {
  lead: string;
  body: ReturnType<typeof toLexical>;
  /** Media id. */
  hero: string | null;
  names: Names;
  plan: Plan;
  ownership: Ownership | null;
}

/** A post as the fields of an article; who and what it names is found, or made. */
export async function toArticle(post: ArchivePost, parts: Parts) {
  const { lead, body, hero, names, plan, ownership } = parts;
  const { kind, category, tags, number } = decide(post, plan);
  const place = number === undefined ? '' : placeName(number.place);
  // «#48 | BERGEN» alone stands above the title here: the place is what is left for it.
  const title = (number?.rest || place || post.title || text.untitled).slice(0, longest.title);
  return {
    ...{ title, lead: (lead || title).slice(0, longest.lead), kind, body, tags, heroImage: hero },
    category: category === null ? null : await names.category(category),
    authors: await names.authors(post.authors),
    ...(number !== undefined && {
      series: await names.series(plan.series),
      seriesNumber: number.number,
      place,
    }),
    ...(ownership !== null && { organisations: [await names.owner(ownership)] }),
    ...(post.publishedAt !== null && { publishedAt: post.publishedAt }),
  };
}
export type ArticleData = Awaited<ReturnType<typeof toArticle>>;

/** `BERGEN` as names are written; what is not all in capitals stays. */
const placeName = (place: string): string =>
  place === place.toUpperCase()
    ? place
        .toLowerCase()
        .replace(
          /(^|[\s-])(\p{L})/gu,
          (_, before: string, letter: string) => before + letter.toUpperCase(),
        )
    : place;
