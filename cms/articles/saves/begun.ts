import type { Payload, Where } from 'payload';

/** Payload makes a draft as soon as «ny sak» is opened; it is none to anybody until something is typed, or it comes with a title. */
export const begun: Where = {
  or: [{ savedFrom: { exists: true } }, { title: { exists: true } }],
};

/** Somebody may have left the empty page open and come back to it, so long; in ms. */
const patience = 24 * 3_600_000;

/** Removes drafts that nobody typed anything into. */
export async function removeUnbegun(payload: Payload, now = Date.now()): Promise<void> {
  const before = new Date(now - patience).toISOString();
  const { docs } = await payload.find({
    collection: 'articles',
    draft: true,
    where: {
      and: [
        { savedFrom: { exists: false } },
        { title: { exists: false } },
        { _status: { equals: 'draft' } },
        { createdAt: { less_than: before } },
        { updatedAt: { less_than: before } },
      ],
    },
    depth: 0,
    limit: 100,
    pagination: false,
  });
  for (const { id, lead, body, heroImage, published } of docs) {
    // From a program, or taken off: not ours to remove.
    if (lead || body || heroImage || published?.firstAt) continue;
    await payload.db.deleteVersions({
      collection: 'articles',
      where: { parent: { equals: id } },
    });
    await payload.db.deleteOne({ collection: 'articles', where: { id: { equals: id } } });
  }
}
