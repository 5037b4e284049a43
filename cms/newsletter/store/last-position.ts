import type { Payload } from 'payload';

/** The highest position given so far; -1 when there is none. */
export async function lastPosition(payload: Payload, mailingId: string): Promise<number> {
  const { docs } = await payload.db.find<{ position: number }>({
    collection: 'deliveries',
    where: { mailing: { equals: mailingId } },
    sort: '-position',
    limit: 1,
    pagination: false,
  });
  return docs[0]?.position ?? -1;
}
