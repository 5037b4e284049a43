import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload';

type Target = { from: string; article: string } | { from: string; to: string };

/** Makes (or turns) the redirect from an old address. Written before the save that moves the document. */
export async function writeRedirect(req: PayloadRequest, target: Target): Promise<void> {
  const { from } = target;
  const data = 'article' in target ? { from, article: target.article, to: null } : { from, to: target.to, article: null };
  const found = await req.payload.find({
    collection: 'redirects',
    where: { from: { equals: from } },
    limit: 1,
    depth: 0,
    req,
  });
  const existing = found.docs[0];
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
