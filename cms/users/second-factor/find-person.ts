import type { Payload, PayloadRequest, Where } from 'payload';
import type { Role } from '../../access.ts';
import type { Person } from './second-factor.ts';

/** A user's row with what a login compares. */
export interface PersonRow extends Person {
  email: string;
  role: Role;
  hash?: string | null;
  salt?: string | null;
}

/** As it stands in the database now; with `req` as its transaction sees it. */
export async function findPerson(
  payload: Payload,
  by: { id: string } | { email: string },
  req?: PayloadRequest,
): Promise<PersonRow | null> {
  const where: Where = 'id' in by ? { id: { equals: by.id } } : { email: { equals: by.email } };
  return payload.db.findOne<PersonRow>({ collection: 'users', where, ...(req && { req }) });
}

/** Whether administrators ask a second factor of everybody of her role. */
export async function mustHaveSecondFactor(
  payload: Payload,
  { role }: PersonRow,
): Promise<boolean> {
  const { secondFactorRoles } = await payload.findGlobal({ slug: 'security', depth: 0 });
  return (secondFactorRoles ?? []).includes(role);
}
