import { z } from 'zod';
import { articleKinds, type ArticleKind } from '../../content/model/article.ts';
import type { Archive, ArchivePost } from './archive.ts';

/**
 * What becomes what. Everything that is left out is decided by itself (`proposePlan`); a person changes it on the screen, or
 * in the file of `--map` (YAML or JSON).
 */
const planSchema = z.strictObject({
  /** By the name of a category there: a kind of article, a tema, a tag, the series, or nothing. */
  categories: z
    .record(
      z.string(),
      z.union([
        z.strictObject({ kind: z.enum(articleKinds) }),
        z.strictObject({ tema: z.string().min(1) }),
        z.strictObject({ tag: z.string().min(1) }),
        z.literal('series'),
        z.literal('drop'),
      ]),
    )
    .default({}),
  /** Names of bylines there, and what they are here; an empty one is no byline. */
  authors: z.record(z.string(), z.string()).default({}),
  /** The series of titles that begin with a number and a place (`#48 | BERGEN`). */
  series: z.string().default(''),
  /** Whether questions and their answers become boxes. */
  questions: z.boolean().default(false),
  /** The kind of what no category decides. */
  kind: z.enum(articleKinds).default('news'),
});
export type Plan = z.infer<typeof planSchema>;
/** What somebody has decided of it. */
export const decidedSchema = planSchema.partial();
type Decided = z.infer<typeof decidedSchema>;

const kindNames: [RegExp, ArticleKind][] = [
  [/^(nyhet(er)?|news|aktuelt)$/i, 'news'],
  [/^(intervju(er|et)?|interviews?|portrett(er)?)$/i, 'interview'],
  [/^(blogg?(en|er|innlegg)?|posts?|kommentar(er)?)$/i, 'post'],
];
const none = /^(uncategori[sz]ed|ukategorisert|ikke kategorisert|uten kategori)$/i;
/** More than these are no temas, of which a newspaper has a handful. */
const mostTemas = 12;

/** What would be done, with what a person has decided laid over it. */
export function proposePlan(archive: Archive, decided: Decided = {}): Plan {
  const used = new Map<string, number>();
  for (const { categories } of archive.posts)
    for (const name of categories) used.set(name, (used.get(name) ?? 0) + 1);
  const names = [...used].sort(([, a], [, b]) => b - a).map(([name]) => name);
  const series = decided.series || seriesOf(archive);
  const temas = names
    .filter((name) => !none.test(name) && kindOf(name) === undefined && name !== series)
    .slice(0, mostTemas);
  const categories = Object.fromEntries(
    names.map((name) => {
      const kind = kindOf(name);
      if (none.test(name)) return [name, 'drop' as const];
      if (name === series) return [name, 'series' as const];
      if (kind !== undefined) return [name, { kind }];
      return [name, temas.includes(name) ? { tema: name } : { tag: name }];
    }),
  );
  const plan = planSchema.parse(decided);
  return {
    ...plan,
    categories: { ...categories, ...plan.categories },
    authors: {
      ...Object.fromEntries(archive.people.map(({ name }) => [name, name])),
      ...plan.authors,
    },
    series,
  };
}

const kindOf = (name: string): ArticleKind | undefined =>
  kindNames.find(([pattern]) => pattern.test(name.trim()))?.[1];

/** `#48 | BERGEN`, with or without a title behind it. */
const numbered = /^#\s?(\d{1,4})\s*[|:–-]\s*(\p{Lu}[\p{Lu} .-]+\p{Lu})(?:\s*[|:–-]\s*|\s+|$)/u;

function readNumber(title: string): { number: number; place: string; rest: string } | undefined {
  const found = numbered.exec(title);
  if (found === null) return undefined;
  return {
    number: Number(found[1]),
    place: found[2] ?? '',
    rest: title.slice(found[0].length).trim(),
  };
}

/** The category that most numbered posts share, or the name of the publication. */
function seriesOf({ posts, name }: Archive): string {
  const counts = new Map<string, number>();
  const parts = posts.filter(({ title }) => readNumber(title) !== undefined);
  if (parts.length === 0) return '';
  for (const { categories } of parts)
    for (const each of categories)
      if (!none.test(each) && kindOf(each) === undefined)
        counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? name;
}

/** Kind, tema, tags and series of one post. */
export function decide(post: ArchivePost, plan: Plan) {
  const targets = post.categories.map((name) => plan.categories[name] ?? { tag: name });
  const kinds = targets.flatMap((each) =>
    typeof each === 'object' && 'kind' in each ? [each.kind] : [],
  );
  const temas = targets.flatMap((each) =>
    typeof each === 'object' && 'tema' in each ? [each.tema] : [],
  );
  const tags = targets.flatMap((each) =>
    typeof each === 'object' && 'tag' in each ? [each.tag] : [],
  );
  const [category, ...others] = temas;
  const number = plan.series === '' ? undefined : readNumber(post.title);
  return {
    kind: kinds[0] ?? (number === undefined ? plan.kind : ('post' as const)),
    category: category ?? null,
    tags: [...new Set([...post.tags, ...others, ...tags])],
    number,
  };
}
