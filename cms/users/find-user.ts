import type { Payload, PayloadRequest, Where } from 'payload';
import type { User } from '../payload-types.ts';

/** A user's whole row as it stands in the database now; with `req` as its transaction sees it. */
export async function findUser(
  payload: Payload,
  by: { id: string } | { email: string },
  req?: PayloadRequest,
): Promise<User | null> {
  const where: Where = 'id' in by ? { id: { equals: by.id } } : { email: { equals: by.email } };
  return payload.db.findOne<User>({ collection: 'users', where, ...(req && { req }) });
}
