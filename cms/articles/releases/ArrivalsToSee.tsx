import type { Payload, TypedUser } from 'payload';
import { text } from '../text.ts';

const words = text.arrivals;

interface Props {
  payload: Payload;
  user?: TypedUser;
}

/** Above the list of articles: how many came from an archive, and nobody here has saved yet. */
export async function ArrivalsToSee({ payload, user }: Props) {
  if (!user) return null;
  const { totalDocs } = await payload.count({
    collection: 'articles',
    where: { 'arrival.source': { exists: true } },
  });
  if (totalDocs === 0) return null;
  const { admin } = payload.config.routes;
  return (
    <p>
      {words.some(totalDocs)}{' '}
      <a href={`${admin}/collections/articles?where[or][0][and][0][arrival.source][exists]=true`}>
        {words.show}
      </a>
    </p>
  );
}
