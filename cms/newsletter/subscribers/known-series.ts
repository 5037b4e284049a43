import type { Payload } from 'payload';
import { isSlug } from '../../../content/model/slug.ts';

/** The series there are: who asks for none that exists gets every article. */
export async function knownSeries(
  payload: Payload,
  asked: FormDataEntryValue[],
): Promise<string[]> {
  const slugs = asked.filter((slug) => typeof slug === 'string').filter(isSlug);
  const { docs } = await payload.db.find<{ slug: string }>({
    collection: 'series',
    where: { slug: { in: slugs.slice(0, 100) } },
    limit: 100,
    pagination: false,
  });
  const known = new Set(docs.map(({ slug }) => slug));
  return slugs.filter((slug) => known.has(slug));
}
