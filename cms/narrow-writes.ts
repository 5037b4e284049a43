import { APIError, type Payload } from 'payload';
import { changesIn, rememberReads, type Fields } from './users/logins/last-read.ts';
import { text } from './text.ts';

type Database = Payload['db'];
type UpdateOneArgs = Parameters<Database['updateOne']>[0];

/**
 * What people's forms and the system write at the same time. A person's answer rests on the column that is named as she
 * saw it: in the row of somebody who has just left, or of a mailing that was decided, it is refused.
 */
const shared: Partial<Record<string, string | null>> = {
  subscribers: 'state',
  mailings: 'decision',
  media: null,
  files: null,
};

/**
 * Lets a person's write of a shared row carry what she means to change, and nothing else. Payload reads a row whole and
 * writes it back whole, a second later when pictures are cut: whatever the system wrote meanwhile (who left, what was
 * sent, which picture is public) was undone. Users: see `narrow-user-writes.ts`.
 */
export function narrowWrites(payload: Payload): void {
  const { db } = payload;
  const read = rememberReads(db, (collection) => collection in shared);
  const updateOne = db.updateOne.bind(db);

  db.updateOne = async (args) => {
    const base = args.collection in shared ? read.of(args) : undefined;
    if (base === undefined) return updateOne(args);
    const row = await updateOne(narrow(args, base));
    // Payload goes on with the row: in one that is not there any more nothing can be changed.
    if (row === null) throw new APIError(text.changedMeanwhile, 409, null, true);
    read.keep(args, row as unknown as Fields); // why: rows are what the collection's own columns hold
    return row;
  };
}

function narrow(args: UpdateOneArgs, base: Fields): UpdateOneArgs {
  const changes = changesIn(args.data, base);
  const data = { ...changes, updatedAt: args.data['updatedAt'] };
  const decisive = shared[args.collection] ?? '';
  if (!(decisive in changes)) return { ...args, data };
  const { id, ...others } = args;
  const as = base[decisive] ?? null;
  const asRead = { [decisive]: as === null ? { exists: false } : { equals: as } };
  // why: a row is addressed by its id or by conditions; here by both.
  return {
    ...others,
    ...{ where: { and: [{ id: { equals: id } }, asRead] }, options: { atomic: true }, data },
  } as UpdateOneArgs;
}
