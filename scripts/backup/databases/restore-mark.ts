import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import mongoose from 'mongoose';
import { epochSchema, makeEpoch } from '../../../content/wire/epoch.ts';
import { StartError } from '../../instance/settings.ts';
import { findEpoch, staging, writeEpoch, type Database } from './connect-mongo.ts';
import { text } from '../text.ts';

/**
 * The mark of a restore in the database that it replaces: one row, from before the first collection is touched until
 * everything is in its place. Whoever finds it knows from it, the collections and the scratch database how to go on.
 */
const markSchema = z.object({
  stamp: z.string(),
  file: z.string(),
  epochId: z.string(),
  scratch: z.string(),
  /**
   * `copying`: nothing of the product is touched. `swapping`: every collection of the copy lies in this database, and
   * one after the other takes its place. `undoing`: the old ones do.
   */
  phase: z.enum(['copying', 'swapping', 'undoing']),
  /** The collections of the copy. */
  fresh: z.array(z.object({ name: z.string(), rows: z.number() })),
  /** The collections that were there. */
  old: z.array(z.string()),
  /** The epoch that was there. */
  epoch: epochSchema.nullable(),
  /** Stamps of earlier restores whose old state is kept, too. */
  spared: z.array(z.string()),
  host: z.string(),
  dataDir: z.string(),
  /** The process that is at it, which counts `beat` on. */
  owner: z.string(),
  beat: z.number(),
});
export type Mark = z.infer<typeof markSchema>;

export const markCollection = `${staging}mark`;
const key = { _id: 'restore' };
const every = 1_000;
/** A process of another machine that was silent for so long is gone. */
const patience = 10_000;
const duplicate = 11000;

const marks = (db: Database) => db.collection<{ _id: string }>(markCollection);

/** The mark of a restore that is under way, or was killed. */
export async function findMark(db: Database): Promise<Mark | undefined> {
  const row = await marks(db).findOne(key);
  return row === null ? undefined : markSchema.parse(row);
}

/** Sets the mark, in the place of one of which nothing can be made. Throws when another restore was first. */
export async function setMark(
  db: Database,
  mark: Omit<Mark, 'host' | 'owner' | 'beat'>,
  instead?: Mark,
): Promise<Mark> {
  const whole: Mark = { ...mark, host: hostname(), owner: randomUUID(), beat: 0 };
  try {
    await marks(db).replaceOne(
      instead === undefined ? { ...key, owner: whole.owner } : { ...key, owner: instead.owner },
      whole,
      { upsert: true },
    );
  } catch (cause) {
    if (!(cause instanceof mongoose.mongo.MongoServerError) || cause.code !== duplicate)
      throw cause;
    throw new StartError(text.restore.underWay(whole.host), { cause });
  }
  return whole;
}

/**
 * Takes over a mark whose process is gone: at once where it was of this `DATA_DIR`, which the caller holds, otherwise
 * when it has been silent. Throws a sentence when it is not.
 */
export async function takeOver(db: Database, mark: Mark, dataDir: string): Promise<Mark> {
  const isOwn = mark.host === hostname() && mark.dataDir === dataDir;
  if (!isOwn) await sleep(patience);
  const { owner, beat } = mark;
  const mine: Mark = { ...mark, owner: randomUUID(), host: hostname(), dataDir };
  // Which of them is at it: the beat of another one's is a new one.
  const { matchedCount } = await marks(db).updateOne(
    { ...key, owner, ...(isOwn ? {} : { beat }) },
    { $set: { owner: mine.owner, host: mine.host, dataDir } },
  );
  if (matchedCount === 0) throw new StartError(text.restore.underWay(mark.host));
  return mine;
}

/** Runs `work` while everybody sees that the process is alive. */
export async function beating<T>(
  db: Database,
  { owner }: Mark,
  work: () => Promise<T>,
): Promise<T> {
  const beat = () => marks(db).updateOne({ ...key, owner }, { $inc: { beat: 1 } });
  // What cannot be written now is told by the next step.
  const timer = setInterval(() => void beat().catch(() => undefined), every);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/**
 * Before each step: throws when another process has taken over, and sees to it that nobody claims anything, whatever
 * was written to the epoch meanwhile.
 */
export async function holdMark(db: Database, { owner, host }: Mark): Promise<void> {
  const { matchedCount } = await marks(db).updateOne({ ...key, owner }, { $inc: { beat: 1 } });
  if (matchedCount === 0) throw new StartError(text.restore.underWay(host));
  const epoch = await findEpoch(db).catch(() => undefined);
  if (epoch?.isRestoring !== true) await writeEpoch(db, makeEpoch({ isRestoring: true }));
}

/** Writes down how far it is. */
export async function enterPhase(db: Database, mark: Mark, phase: Mark['phase']): Promise<void> {
  await marks(db).updateOne({ ...key, owner: mark.owner }, { $set: { phase } });
}

/** It is over. */
export async function dropMark(db: Database): Promise<void> {
  await db.dropCollection(markCollection);
}
