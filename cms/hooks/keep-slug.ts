import {
  ValidationError,
  type CollectionBeforeValidateHook,
  type CollectionSlug,
  type PayloadRequest,
} from 'payload';
import { toSlug } from '../../content/model/slug.ts';
import { text } from '../text.ts';

interface Options {
  collection: Exclude<CollectionSlug, 'payload-jobs'>;
  /** The field the slug is made from. */
  from: 'title' | 'name';
}

/**
 * The Norwegian slug rule. Made from the title until the document is public, then kept unless somebody
 * changes it on purpose. One made by itself gets -2, -3 … when taken; one that was typed is refused.
 */
export const keepSlug =
  ({ collection, from }: Options): CollectionBeforeValidateHook =>
  async ({ data, originalDoc, req }) => {
    if (data === undefined) return data;
    const id: string | undefined = originalDoc?.id;
    const source: string = data[from] ?? originalDoc?.[from] ?? '';
    const current: string = originalDoc?.slug ?? '';
    const typed = toSlug(data['slug'] ?? '');
    const isTyped = Boolean(data['slug']) && data['slug'] !== current;

    if (isTyped) {
      if (typed === '') throw problem(collection, text.problems.slugEmpty, req);
      if (await isTaken({ collection, slug: typed, id, req })) {
        throw problem(collection, text.problems.slugTaken(typed), req);
      }
      return { ...data, slug: typed };
    }
    if (current !== '' && !shouldFollow(originalDoc, from, current)) {
      return { ...data, slug: current };
    }
    const wanted = toSlug(source);
    if (wanted === '') return { ...data, slug: current === '' ? undefined : current };
    if (isVariant(current, wanted)) return { ...data, slug: current };
    return { ...data, slug: await freeSlug({ collection, slug: wanted, id, req }) };
  };

/** Until it was public, an article's slug follows its title; other documents are public at once. */
function shouldFollow(
  document: Record<string, unknown> & { published?: { firstAt?: unknown } },
  from: string,
  current: string,
): boolean {
  const wasMadeFrom = toSlug(String(document[from] ?? ''));
  return from === 'title' && !document.published?.firstAt && isVariant(current, wasMadeFrom);
}

const isVariant = (slug: string, base: string) =>
  slug === base || (slug.startsWith(`${base}-`) && /^\d+$/.test(slug.slice(base.length + 1)));

interface Wanted {
  collection: Options['collection'];
  slug: string;
  id: string | undefined;
  req: PayloadRequest;
}

async function freeSlug(wanted: Wanted): Promise<string> {
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wanted.slug : `${wanted.slug.slice(0, 76)}-${number}`;
    if (!(await isTaken({ ...wanted, slug }))) return slug;
  }
}

async function isTaken({ collection, slug, id, req }: Wanted): Promise<boolean> {
  const found = await req.payload.db.findOne<{ id: string }>({
    collection,
    where: { slug: { equals: slug } },
    req,
  });
  return found !== null && String(found.id) !== id;
}

const problem = (collection: string, message: string, req: PayloadRequest) =>
  new ValidationError({ collection, errors: [{ message, path: 'slug' }] }, req.t);
