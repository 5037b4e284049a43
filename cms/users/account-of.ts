import { Forbidden, type PayloadRequest } from 'payload';
import { roleOf } from '../access.ts';
import type { User } from '../payload-types.ts';
import { pathParameter } from '../shared/http.ts';
import { findUser } from './find-user.ts';

/** Whose account an address of `/api/users/<id>/…` names: one's own, or anybody's for administrators. Throws otherwise. */
export async function accountOf(req: PayloadRequest): Promise<User> {
  const id = pathParameter(req, 'id');
  if (!req.user || (id !== req.user.id && roleOf(req) !== 'admin')) throw new Forbidden(req.t);
  const user = await findUser(req.payload, { id }, req);
  if (user === null) throw new Forbidden(req.t);
  return user;
}
