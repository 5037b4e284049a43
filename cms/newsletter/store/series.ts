import type { Payload } from 'payload';
import { z } from 'zod';

const series = z.object({ name: z.string(), slug: z.string() });

/** What subscribers may choose among, by name. */
export async function findSeries(payload: Payload): Promise<z.infer<typeof series>[]> {
  const { docs } = await payload.db.find({
    collection: 'series',
    sort: 'name',
    select: { name: true, slug: true },
    limit: 0,
    pagination: false,
  });
  return docs.map((row) => series.parse(row));
}
