import { epochKey } from '../../../content/wire/epoch.ts';
import {
  allCollections,
  connectMongo,
  findEpoch,
  keeping,
  keyValues,
  productCollections,
  staging,
  writeEpoch,
  type Connection,
  type Database,
} from './connect-mongo.ts';
import { copyCollection } from './copy-collection.ts';
import {
  beating,
  dropMark,
  enterPhase,
  findMark,
  holdMark,
  markCollection,
  setMark,
  takeOver,
  type Mark,
} from './restore-mark.ts';
import {
  dropScratches,
  isWhole,
  makeScratch,
  scratchName,
  scratchRows,
} from './scratch-database.ts';
import type { Outcome, Staging, Swap } from './staging.ts';
import { text } from '../text.ts';

/** Loads the dump into a scratch database and checks it. The returned function drops that again. */
export async function stageMongo(url: string, staged: Staging): Promise<() => Promise<void>> {
  await withMongo(url, (connection) => makeScratch(connection, { ...staged, what: 'restore' }));
  return () =>
    withMongo(url, async ({ db, use }) => {
      await use(scratchName(db, { what: 'restore', stamp: staged.stamp })).dropDatabase();
    });
}

/**
 * Puts what was staged in the place of what is there, collection by collection, under a mark: until the last one is
 * there nobody claims anything, and whoever finds the mark can go on. `spared`: the restore whose old state is kept, too.
 */
export function swapMongo(url: string, swap: Swap, spared: string | undefined): Promise<Outcome> {
  return withMongo(url, async (connection) => {
    const { db, use } = connection;
    const scratch = scratchName(db, { what: 'restore', stamp: swap.stamp });
    const rows = await scratchRows(use(scratch));
    const lost = await findMark(db);
    const mark = await setMark(
      db,
      {
        ...{ ...swap, scratch, phase: 'copying' },
        fresh: Object.entries(rows).map(([name, count]) => ({ name, rows: count })),
        old: await productCollections(db),
        epoch: (await findEpoch(db).catch(() => undefined)) ?? null,
        spared: [spared, lost?.stamp].flatMap((stamp) => stamp ?? []),
      },
      lost,
    );
    return beating(db, mark, () => goOn(connection, mark));
  });
}

/**
 * Finishes or undoes a restore that was killed, from what stands in the database. Undefined when there was none, or
 * when it had done everything; `swap` tells which one it was. The caller holds `dataDir`.
 */
export function finishMongo(
  url: string,
  { dataDir, swap }: { dataDir: string; swap: Swap | undefined },
): Promise<(Outcome & { file?: string }) | undefined> {
  return withMongo(url, async (connection) => {
    const { db } = connection;
    const found = await findMark(db);
    const isLeft = await dropScratches(connection, {
      what: 'restore',
      dataDir,
      but: found?.scratch,
    });
    if (found === undefined) {
      if (swap !== undefined && (await isBegun(db, swap.epochId))) return restored(db, swap.stamp);
      return isLeft ? { is: 'undone' } : undefined;
    }
    const mark = await takeOver(db, found, dataDir);
    const outcome = await beating(db, mark, () => goOn(connection, mark));
    return { ...outcome, file: mark.file };
  });
}

const kept = ({ stamp }: Mark, name: string) => `${keeping}${stamp}-${name}`;
const staged = (name: string) => `${staging}${name}`;
/** Whether the epoch of a restore is the database's; one that cannot be read is none. */
const isBegun = async (db: Database, id: string) =>
  (await findEpoch(db).catch(() => undefined))?.id === id;
const isOther = (name: string) => name !== keyValues;

async function goOn(connection: Connection, mark: Mark): Promise<Outcome> {
  const { db, use } = connection;
  // With its epoch in place everything is: others may be at work already.
  if (await isBegun(db, mark.epochId)) return tidy(connection, mark);
  if (mark.phase === 'undoing') return undo(connection, mark);
  await holdMark(db, mark);
  const missing = await stillMissing(db, mark);
  if (missing.length > 0 && !(await isComplete(use(mark.scratch), mark)))
    return undo(connection, mark);
  for (const { name, rows } of missing) {
    await holdMark(db, mark);
    const to = { db, name: staged(name), rows };
    await copyCollection({ db: use(mark.scratch), name }, to);
  }
  if (mark.phase === 'copying') {
    if (mark.old.includes(keyValues)) await keepKeyValues(db, mark);
    await enterPhase(db, mark, 'swapping');
  }
  await swapCollections(db, mark);
  return tidy(connection, mark);
}

/** What of the copy is neither in its place nor laid beside it. */
async function stillMissing(db: Database, mark: Mark): Promise<Mark['fresh']> {
  if (mark.phase === 'copying') return mark.fresh;
  const there = new Set(await allCollections(db));
  return mark.fresh.filter(({ name }) => {
    if (there.has(staged(name))) return false;
    const wasKept = !mark.old.includes(name) || there.has(kept(mark, name));
    return !(isOther(name) && there.has(name) && wasKept);
  });
}

async function isComplete(scratch: Database, { fresh }: Mark): Promise<boolean> {
  if (!(await isWhole(scratch))) return false;
  const rows = await scratchRows(scratch);
  return fresh.every(({ name, rows: count }) => rows[name] === count);
}

/** As they were before the mark; a copy, as the epoch in them must not be gone for a moment. */
async function keepKeyValues(db: Database, mark: Mark): Promise<void> {
  const name = kept(mark, keyValues);
  await copyCollection({ db, name: keyValues }, { db, name });
  if (mark.epoch === null) await db.collection(name).deleteOne({ key: epochKey });
  else await writeEpoch(db, mark.epoch, name);
}

async function swapCollections(db: Database, mark: Mark): Promise<void> {
  const there = new Set(await allCollections(db));
  const fresh = mark.fresh.map(({ name }) => name).filter(isOther);
  for (const name of new Set([...mark.old.filter(isOther), ...fresh])) {
    await holdMark(db, mark);
    const isOld = mark.old.includes(name) && !there.has(kept(mark, name));
    if (isOld && there.has(name)) await db.renameCollection(name, kept(mark, name));
    // Whoever still runs may make one anew in between: what is restored takes its place.
    if (there.has(staged(name)))
      await db.renameCollection(staged(name), name, { dropTarget: true });
    else if (!fresh.includes(name) && !isOld && there.has(name)) await db.dropCollection(name);
  }
  // The epoch last: until then nobody claims.
  await holdMark(db, mark);
  await db.renameCollection(staged(keyValues), keyValues, { dropTarget: true });
}

/** What the restore needed no more, and what earlier ones kept. */
async function tidy({ db, use }: Connection, mark: Mark): Promise<Outcome> {
  const stamps = [mark.stamp, ...mark.spared];
  for (const name of await allCollections(db)) {
    const isOurs = name.startsWith(staging) && name !== markCollection;
    const isEarlier =
      name.startsWith(keeping) && !stamps.some((stamp) => name.startsWith(`${keeping}${stamp}-`));
    if (isOurs || isEarlier) await db.dropCollection(name);
  }
  await use(mark.scratch).dropDatabase();
  await dropMark(db);
  return restored(db, mark.stamp);
}

async function restored(db: Database, stamp: string): Promise<Outcome> {
  const prefix = `${keeping}${stamp}-`;
  const isKept = (await allCollections(db)).some((name) => name.startsWith(prefix));
  const where = text.restore.collections(prefix, db.databaseName);
  return { is: 'restored', stamp, kept: isKept ? where : undefined };
}

/** Everything as it was, where it still is. */
async function undo({ db, use }: Connection, mark: Mark): Promise<Outcome> {
  const there = new Set(await allCollections(db));
  const old = mark.old.filter(isOther);
  if (!old.every((name) => there.has(name) || there.has(kept(mark, name))))
    return { is: 'lost', stamp: mark.stamp };
  if (mark.phase !== 'copying') {
    await enterPhase(db, mark, 'undoing');
    for (const name of old) {
      await holdMark(db, mark);
      if (there.has(kept(mark, name)))
        await db.renameCollection(kept(mark, name), name, { dropTarget: true });
    }
    const added = mark.fresh.filter(({ name }) => isOther(name) && !old.includes(name));
    for (const { name } of added) if (there.has(name)) await db.dropCollection(name);
  }
  for (const name of there) {
    const isOurs = name.startsWith(staging) && name !== markCollection;
    if (isOurs || name === kept(mark, keyValues)) await db.dropCollection(name);
  }
  await use(mark.scratch).dropDatabase();
  if (mark.epoch !== null) await writeEpoch(db, mark.epoch);
  else if (mark.old.includes(keyValues))
    await db.collection(keyValues).deleteOne({ key: epochKey });
  else if (there.has(keyValues)) await db.dropCollection(keyValues);
  await dropMark(db);
  return { is: 'undone' };
}

async function withMongo<T>(url: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await connectMongo(url);
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}
