import {
  ValidationError,
  type CollectionBeforeValidateHook,
  type CollectionSlug,
  type PayloadRequest,
  type Where,
} from 'payload';
import { toSlug } from '../../content/model/slug.ts';
import { text } from './text.ts';

interface Options {
  collection: keyof typeof text.fallbacks;
  /** The field the slug is made from. */
  from: 'title' | 'name';
  /** Public address by slug; undefined when the documents have no page. */
  toPath?: ((slug: string) => string) | undefined;
}

/** Older pages of a list live below its address: `/tema/x/side/2/`. */
const reserved = new Set(['side']);

/**
 * The Norwegian slug rule. Made from the title until the document is public, then kept unless somebody
 * changes it on purpose. One made by itself gets -2, -3 … when taken; one that was typed is refused.
 */
export const keepSlug =
  (options: Options): CollectionBeforeValidateHook =>
  async ({ data, originalDoc, req }) => {
    if (data === undefined) return data;
    const { collection, from } = options;
    const id: string | undefined = originalDoc?.id;
    const source: string = data[from] ?? originalDoc?.[from] ?? '';
    const current: string = originalDoc?.slug ?? '';

    if (data['slug'] && data['slug'] !== current) {
      const typed = toSlug(String(data['slug']));
      if (typed === '') throw problem(collection, text.problems.slugEmpty, req);
      if (reserved.has(typed) || (await isTaken({ options, slug: typed, id, req }))) {
        throw problem(collection, text.problems.slugTaken(typed), req);
      }
      return { ...data, slug: typed };
    }
    if (current !== '' && !shouldFollow(originalDoc, from, current)) {
      return { ...data, slug: current };
    }
    const wanted = toSlug(source) || (source.trim() === '' ? '' : text.fallbacks[collection]);
    if (wanted === '') return { ...data, slug: current === '' ? undefined : current };
    if (isVariant(current, wanted)) return { ...data, slug: current };
    return { ...data, slug: await freeSlug({ options, slug: wanted, id, req }) };
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
  options: Options;
  slug: string;
  id: string | undefined;
  req: PayloadRequest;
}

/** Neither in use nor an address that was moved: old links to that one keep leading to it. */
async function freeSlug(wanted: Wanted): Promise<string> {
  for (let number = reserved.has(wanted.slug) ? 2 : 1; ; number++) {
    const slug = number === 1 ? wanted.slug : `${wanted.slug.slice(0, 76)}-${number}`;
    if (!(await isTaken({ ...wanted, slug })) && !(await hasMoved({ ...wanted, slug })))
      return slug;
  }
}

const isTaken = ({ options: { collection }, slug, id, req }: Wanted) =>
  exists(req, collection, {
    and: [{ slug: { equals: slug } }, ...(id === undefined ? [] : [{ id: { not_equals: id } }])],
  });

async function hasMoved({ options: { toPath }, slug, id, req }: Wanted): Promise<boolean> {
  if (toPath === undefined) return false;
  const from: Where = { from: { equals: toPath(slug) } };
  // Its own old address a document may have back.
  return exists(
    req,
    'redirects',
    id === undefined
      ? from
      : { and: [from, { or: [{ article: { not_equals: id } }, { article: { exists: false } }] }] },
  );
}

async function exists(
  req: PayloadRequest,
  collection: Exclude<CollectionSlug, 'payload-jobs'>,
  where: Where,
): Promise<boolean> {
  return (await req.payload.db.findOne({ collection, where, req })) !== null;
}

const problem = (collection: string, message: string, req: PayloadRequest) =>
  new ValidationError({ collection, errors: [{ message, path: 'slug' }] }, req.t);
