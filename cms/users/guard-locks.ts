import type { Payload } from 'payload';
import { roleOf } from '../access.ts';

/** Who is in a document stands in rows of Payload's own, which anybody might change: a writer ends only her own. */
export function guardLocks(payload: Payload): void {
  const locks = payload.collections['payload-locked-documents']?.config;
  if (locks === undefined) throw new Error('Payload has no locks of documents');
  locks.access.delete = ({ req }) =>
    roleOf(req) === 'writer' ? { 'user.value': { equals: req.user?.id } } : Boolean(req.user);
  // Payload itself writes them past these rules.
  locks.access.create = locks.access.update = ({ req }) =>
    roleOf(req) !== 'writer' && Boolean(req.user);
}
