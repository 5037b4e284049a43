import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import { AuthenticationError, type Payload, type PayloadRequest } from 'payload';
import { runExclusive } from '../../shared/run-exclusive.ts';
import { changesIn, rememberReads, type Fields } from './last-read.ts';

type Database = Payload['db'];
type UpdateOneArgs = Parameters<Database['updateOne']>[0];
type Session = { id: string };

/**
 * Lets a write of a user carry what it means to change, and nothing else.
 *
 * Payload reads a user whole, hashes a password for up to a second, and writes the row back whole: whatever
 * somebody else changed meanwhile (role, password, e-mail, sessions) was undone (payloadcms/payload#17295,
 * #18132). Here what a request read is remembered; what it writes is compared with that, and only the difference
 * reaches the database. Sessions are added and removed one by one. A session that rests on a password which
 * is no longer the user's is refused.
 *
 * SQLite: one write of a user at a time, in the one process that opens the file. MongoDB: conditional updates.
 */
export function narrowUserWrites(payload: Payload): void {
  const { db } = payload;
  const bases = rememberReads(db, (collection) => collection === 'users');
  const updateOne = db.updateOne.bind(db);

  db.updateOne = async (args) => {
    if (args.collection !== 'users') return updateOne(args);
    return runExclusive('users', async () => {
      const written = await writeNarrow({ payload, args, base: bases.of(args), updateOne });
      if (written !== null)
        bases.keep(args, written as unknown as Fields); // why: as above
      else bases.merge(args);
      return written;
    });
  };
}

interface Write {
  payload: Payload;
  args: UpdateOneArgs;
  base: Fields | undefined;
  updateOne: Database['updateOne'];
}

async function writeNarrow({ payload, args, base, updateOne }: Write) {
  const data: Fields = args.data;
  const isWhole = 'hash' in data && 'email' in data;
  if (!isWhole || args.id === undefined) return updateOne(args);
  // Payload's lock against guessing ends the newest sessions, with a row it read long before.
  if (base === undefined && args.req === undefined)
    return updateOne({ ...args, data: { sessions: data['sessions'] } });
  if (base === undefined) return updateOne(args);

  const { sessions, ...changes } = changesIn(data, base);
  const isNewPassword = 'hash' in changes;
  if (sessions !== undefined || isNewPassword) {
    await writeSessions({
      payload,
      args,
      updateOne,
      base,
      wanted: sessionsOf(data),
      isNewPassword,
    });
  }
  const isTimed = 'updatedAt' in data && Object.keys(changes).length > 0;
  return updateOne({
    ...args,
    data: { ...changes, updatedAt: isTimed ? data['updatedAt'] : null },
  });
}

interface SessionWrite extends Omit<Write, 'base'> {
  base: Fields;
  wanted: Session[];
  isNewPassword: boolean;
}

/** What becomes of the sessions that a request read. */
interface SessionChange {
  gone: string[];
  renewed: Session[];
  added: Session[];
}

/** A new password keeps the wanted sessions only; anything else adds, renews and removes its own. */
async function writeSessions(write: SessionWrite): Promise<void> {
  const { payload, args, base, wanted, isNewPassword } = write;
  const change = changeOf(sessionsOf(base), wanted);
  if (isMongo(payload.db)) return writeToMongo(payload.db, { ...write, ...change });
  const { gone, renewed, added } = change;
  const fresh = await freshRow(payload, args);
  if (!isNewPassword && added.length > 0) assertSamePassword(fresh, base, args.req);
  const byId = new Map(renewed.map((session) => [session.id, session]));
  const kept = sessionsOf(fresh)
    .filter(({ id }) => !gone.includes(id))
    .map((session) => byId.get(session.id) ?? session);
  await write.updateOne({
    ...args,
    data: { sessions: isNewPassword ? wanted : [...kept, ...added], updatedAt: null },
  });
}

function changeOf(before: readonly Session[], wanted: readonly Session[]): SessionChange {
  const had = new Map(before.map((session) => [session.id, JSON.stringify(session)]));
  const ids = new Set(wanted.map(({ id }) => id));
  return {
    gone: before.map(({ id }) => id).filter((id) => !ids.has(id)),
    renewed: wanted.filter((each) => had.has(each.id) && had.get(each.id) !== JSON.stringify(each)),
    added: wanted.filter(({ id }) => !had.has(id)),
  };
}

async function freshRow(payload: Payload, { id }: UpdateOneArgs): Promise<Fields> {
  const row = await payload.db.findOne<{ id: string }>({
    collection: 'users',
    where: { id: { equals: id } },
  });
  return { ...row };
}

function assertSamePassword(fresh: Fields, base: Fields, req?: Partial<PayloadRequest>): void {
  if (fresh['hash'] === base['hash'] && fresh['salt'] === base['salt']) return;
  throw new AuthenticationError(req?.t);
}

// why: the adapter's name tells its class, and Payload types `db` as the common base.
const isMongo = (db: unknown): db is MongooseAdapter =>
  (db as unknown as { name?: unknown }).name === 'mongoose';

/** Each step is one conditional update of the document: no other process can come between. */
async function writeToMongo(
  db: MongooseAdapter,
  change: SessionWrite & SessionChange,
): Promise<void> {
  const { args, base, wanted, isNewPassword, gone, renewed, added } = change;
  const users = db.collections['users'];
  if (users === undefined) throw new Error('no collection of users');
  const options = { timestamps: false };
  if (isNewPassword) {
    const { hash, salt } = args.data as Fields; // why: this collection's own columns
    await users.updateOne({ _id: args.id }, { $set: { hash, salt, sessions: wanted } }, options);
    return;
  }
  if (gone.length > 0) {
    const pull = { $pull: { sessions: { id: { $in: gone } } } };
    await users.updateOne({ _id: args.id }, pull, options);
  }
  for (const session of renewed) {
    const where = { _id: args.id, 'sessions.id': session.id };
    await users.updateOne(where, { $set: { 'sessions.$': session } }, options);
  }
  if (added.length === 0) return;
  const { matchedCount } = await users.updateOne(
    { _id: args.id, hash: base['hash'], salt: base['salt'] },
    { $push: { sessions: { $each: added } } },
    options,
  );
  if (matchedCount === 0) throw new AuthenticationError(args.req?.t);
}

const sessionsOf = (row: Fields): Session[] =>
  // why: the column holds what Payload wrote there.
  Array.isArray(row['sessions']) ? (row['sessions'] as Session[]) : [];
