import { ValidationError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload';
import { seriesPath } from '../../content/model/urls.ts';
import { text as slugText } from '../slugs/text.ts';
import { text } from '../text.ts';
import { namedCollection } from '../named/named-collection.ts';
import { assertUnused } from '../uses/assert-unused.ts';

/** Subscribers chose a series by the slug it had then: it stays theirs. */
const keepFormerSlugs: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const before: string | undefined = originalDoc?.slug;
  if (data['slug'] && data['slug'] !== before) {
    await assertNobodysFormer(req, { slug: String(data['slug']), id: originalDoc?.id });
  }
  if (!before || !data['slug'] || data['slug'] === before) return data;
  const former: string[] = originalDoc?.formerSlugs ?? [];
  const formerSlugs = [...new Set([...former, before])].filter((slug) => slug !== data['slug']);
  return { ...data, formerSlugs };
};

async function assertNobodysFormer(
  req: PayloadRequest,
  { slug, id }: { slug: string; id: string | undefined },
): Promise<void> {
  const { docs } = await req.payload.db.find<{ id: string; formerSlugs?: string[] | null }>({
    collection: 'series',
    select: { formerSlugs: true },
    pagination: false,
    req,
  });
  if (!docs.some((each) => each.id !== id && each.formerSlugs?.includes(slug))) return;
  const errors = [{ message: slugText.problems.slugTaken(slug), path: 'slug' }];
  throw new ValidationError({ collection: 'series', errors }, req.t);
}

export const Series = namedCollection({
  slug: 'series',
  labels: text.series,
  group: text.groups.editorial,
  toPath: seriesPath,
  fields: [
    { name: 'description', type: 'textarea', label: text.fields.description },
    {
      name: 'formerSlugs',
      type: 'json',
      hidden: true,
      access: { create: () => false, update: () => false },
    },
    {
      name: 'followers',
      type: 'ui',
      admin: {
        position: 'sidebar',
        disableListColumn: true,
        components: { Field: '/newsletter/subscribers/followers/FollowersPanel#FollowersPanel' },
      },
    },
  ],
  beforeChange: [keepFormerSlugs],
  beforeDelete: [assertUnused('series')],
});
