import type { Payload } from 'payload';

export type Fields = Record<string, unknown>;
type Database = Payload['db'];
type UpdateOneArgs = Parameters<Database['updateOne']>[0];

/** What Payload hangs on a row in memory; no columns. */
const inMemoryOnly = ['collection', '_strategy', '_sid', 'id', 'createdAt', 'updatedAt'];

/** What a write means to change: the rest is as it was read. */
export function changesIn(data: Fields, base: Fields): Fields {
  const isSame = (name: string) =>
    JSON.stringify(data[name] ?? null) === JSON.stringify(base[name] ?? null);
  return Object.fromEntries(
    Object.entries(data).filter(([name]) => !inMemoryOnly.includes(name) && !isSame(name)),
  );
}

/** From now on it is remembered what each request reads whole of the collections that are watched. */
export function rememberReads(db: Database, isWatched: (collection: string) => boolean): LastRead {
  const read = new LastRead();
  const findOne = db.findOne.bind(db);
  const find = db.find.bind(db);
  db.findOne = async (args) => {
    const row = await findOne(args);
    // why: rows are what the collection's own columns hold.
    if (isWatched(args.collection) && row !== null) read.keep(args, row as unknown as Fields);
    return row as never; // why: the caller's type, unchanged
  };
  db.find = async (args) => {
    const found = await find(args);
    if (isWatched(args.collection))
      for (const row of found.docs) read.keep(args, row as unknown as Fields); // why: as above
    return found as never; // why: as above
  };
  return read;
}

/** Rows as each request last read them whole. Goes with the request. */
class LastRead {
  readonly #ofRequests = new WeakMap<object, Map<unknown, Fields>>();

  keep({ req, select: asked }: { req?: object; select?: object | null }, row: Fields): void {
    if (req === undefined) return;
    // Payload's own look-ups for populating say «everything» like that.
    const select = asked ?? undefined;
    const rows = this.#ofRequests.get(req) ?? new Map<unknown, Fields>();
    this.#ofRequests.set(req, rows);
    const known = rows.get(row['id']);
    // What was read in part renews those parts; the others stand there as null.
    const isRead = ([name]: [string, unknown]) => select === undefined || name in select;
    const part = structuredClone(Object.fromEntries(Object.entries(row).filter(isRead)));
    if (select === undefined) rows.set(row['id'], part);
    else if (known !== undefined) rows.set(row['id'], { ...known, ...part });
  }

  of({ req, id }: UpdateOneArgs): Fields | undefined {
    return req === undefined ? undefined : this.#ofRequests.get(req)?.get(id);
  }

  /** After a write that handed no row back. */
  merge(args: UpdateOneArgs): void {
    const base = this.of(args);
    if (base !== undefined) this.keep(args, { ...base, ...args.data, id: args.id });
  }
}
