import type { Payload, PayloadRequest, Where } from 'payload';

/** Whether readers can see an article; a draft beside its release does not count. */
export async function isReleased(
  { payload, req }: { payload: Payload; req?: PayloadRequest },
  articleId: string,
): Promise<boolean> {
  const where: Where = {
    and: [{ id: { equals: articleId } }, { _status: { equals: 'published' } }],
  };
  const { totalDocs } = await payload.db.count({
    collection: 'articles',
    where,
    ...(req === undefined ? {} : { req }),
  });
  return totalDocs > 0;
}
