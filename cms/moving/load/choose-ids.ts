import { createHash } from 'node:crypto';
import type { Payload, RequestContext } from 'payload';
import { isEmbedded, readEnvironment } from '../../environment.ts';

const key = 'idIsChosen';

/** For a document that keeps its id from where it comes from. */
export const withChosenId: RequestContext = { [key]: true };

/**
 * The id that a document has here by its name in an archive: always the same, so that whoever brings it twice, or is
 * killed in between, makes one.
 */
export function idOf(name: string): string {
  const digest = createHash('sha256').update(name).digest('hex');
  if (!isEmbedded(readEnvironment())) return digest.slice(0, 24); // an ObjectId
  // A name-based UUID (RFC 9562, version 8).
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-a${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}

/** The databases take ids that are given to them, of which only an archive's are let through. */
export function guardIds(payload: Payload): void {
  const { db } = payload;
  const create = db.create.bind(db);
  db.create = (args) => {
    if (args.req?.context?.[key] === true) return create(args);
    const entries = Object.entries(args.data as object).filter(([name]) => name !== 'id'); // why: rows are plain objects
    return create({ ...args, data: Object.fromEntries(entries) });
  };
}
