import type { LightArticle } from './light-article.ts';

/** How much two articles have in common: a series most, then people and organisations, then tags. */
export function relatedness(one: LightArticle, other: LightArticle): number {
  const people = ({ interviewees }: LightArticle) => interviewees.map(({ name }) => name);
  return (
    (one.series !== null && one.series === other.series ? 3 : 0) +
    2 * shared(people(one), people(other)) +
    2 * shared(one.organisations, other.organisations) +
    shared(one.tags, other.tags)
  );
}

const shared = (some: readonly string[], others: readonly string[]) =>
  some.filter((each) => others.includes(each)).length;
