import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  PayloadRequest,
  Where,
} from 'payload';

type Target = { from: string; article: string } | { from: string; to: string };

/** Makes (or turns) the redirect from an old address. Written before the save that moves the document. */
export async function writeRedirect(req: PayloadRequest, target: Target): Promise<void> {
  const { from } = target;
  const data =
    'article' in target
      ? { from, article: target.article, to: null }
      : { from, to: target.to, article: null };
  const existing = (await findRedirects(req, { from: { equals: from } }))[0];
  if (existing === undefined) await req.payload.create({ collection: 'redirects', data, req });
  else await req.payload.update({ collection: 'redirects', id: existing.id, data, req });
}

/** For documents that are public at once: a changed slug sends readers of the old address on. */
export const redirectOldSlug =
  (toPath: (slug: string) => string): CollectionBeforeChangeHook =>
  async ({ data, originalDoc, req }) => {
    const before: string | undefined = originalDoc?.slug;
    const after: string | undefined = data['slug'];
    if (before && after && before !== after) {
      await writeRedirect(req, { from: toPath(before), to: toPath(after) });
    }
    return data;
  };

/** After a move, older redirects lead straight to the new address, and none leads away from it. */
export const straightenRedirects =
  (toPath: (slug: string) => string): CollectionAfterChangeHook =>
  async ({ doc, previousDoc, req }) => {
    const before: string | undefined = previousDoc?.slug;
    const after: string | undefined = doc['slug'];
    if (!before || !after || before === after) return doc;
    for (const { id } of await findRedirects(req, { from: { equals: toPath(after) } })) {
      await req.payload.delete({ collection: 'redirects', id, req });
    }
    for (const { id } of await findRedirects(req, { to: { equals: toPath(before) } })) {
      const data = { to: toPath(after) };
      await req.payload.update({ collection: 'redirects', id, data, req });
    }
    return doc;
  };

async function findRedirects(req: PayloadRequest, where: Where): Promise<{ id: string }[]> {
  const { docs } = await req.payload.find({
    collection: 'redirects',
    where,
    pagination: false,
    depth: 0,
    req,
  });
  return docs;
}
