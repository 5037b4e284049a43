import type { Payload } from 'payload';
import { z } from 'zod';

const series = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  formerSlugs: z
    .array(z.string())
    .nullish()
    .transform((slugs) => slugs ?? []),
});
type SeriesRow = z.infer<typeof series>;

export interface SeriesIndex {
  /** By name. */
  all: SeriesRow[];
  /** The slug that a series has now, by any that it has or had; undefined when there is no such series. */
  current: (slug: string) => string | undefined;
}

/** The series that subscribers may follow. Choices are kept as slugs and outlive a new slug of their series. */
export async function readSeries(payload: Payload): Promise<SeriesIndex> {
  const { docs } = await payload.db.find({
    collection: 'series',
    sort: 'name',
    select: { name: true, slug: true, formerSlugs: true },
    limit: 0,
    pagination: false,
  });
  const all = docs.map((row) => series.parse(row));
  const former = all.flatMap(({ slug, formerSlugs }) =>
    formerSlugs.map((old) => [old, slug] as const),
  );
  const bySlug = new Map([...former, ...all.map(({ slug }) => [slug, slug] as const)]);
  return { all, current: (slug) => bySlug.get(slug) };
}
