import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  copyName,
  departuresFolder,
  listCopies,
  ownDepartures,
  readDepartures,
  type Departure,
  type DeparturesHead,
} from '../../content/wire/departures.ts';
import { targetFolder } from '../../content/wire/backup-archives.ts';
import { readEnvironment } from '../environment.ts';
import { runExclusive } from '../shared/run-exclusive.ts';
import { departuresKey } from './departure-names.ts';

const inTurn = <T>(task: () => Promise<T>) => runExclusive('departures', task);

/** Begins this `DATA_DIR`'s file: from here on nothing is missing in it. */
export const beginDepartures = (): Promise<void> =>
  inTurn(() => ensureOwn(ownDepartures(readEnvironment().dataDir)));

/** Adds a line to it, which is on the disk when this resolves. */
export const appendDeparture = (departure: Departure): Promise<void> =>
  inTurn(async () => {
    const file = ownDepartures(readEnvironment().dataDir);
    await ensureOwn(file);
    // A line that a power cut broke off must not spoil this one.
    const last = await readFrom(file, Math.max(0, (await sizeOf(file)) - 1));
    const before = last.toString() === '\n' ? '' : '\n';
    await append(file, `${before}${JSON.stringify(departure)}\n`);
  });

let copying: Promise<void> | undefined;

/**
 * Brings the copy at the backup target up to date: what it lacks is added, and it is replaced where it is another file
 * than it should be. Nothing without a target, or without departures. A target that hangs holds up nothing else:
 * whoever asks meanwhile waits for the one copy that comes after it.
 */
export function copyToTarget(): Promise<void> {
  copying ??= runExclusive('departures at the target', () => {
    copying = undefined; // what is written from here on needs another one
    return copyOwn();
  });
  return copying;
}

async function copyOwn(): Promise<void> {
  const { dataDir, backupTo } = readEnvironment();
  const file = ownDepartures(dataDir);
  if (backupTo === undefined) return;
  const own = await inTurn(async () => {
    const departures = await readDepartures(file);
    return departures && { head: departures.head, bytes: await readFile(file) };
  });
  if (own === undefined) return;
  const { bytes } = own;
  const folder = targetFolder(backupTo);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const copy = join(folder, copyName(own.head));
  const [head, done] = [(await readDepartures(copy))?.head, await sizeOf(copy)];
  if (head?.from === own.head.from && done <= bytes.length) {
    if (done < bytes.length) await append(copy, bytes.subarray(done));
    return;
  }
  await writeFile(`${copy}.new`, bytes, { mode: 0o600 });
  await replace(copy);
}

/**
 * Forgets what happened before `cut` (ISO 8601 UTC): here, and, by way of `copyToTarget`, there. Files of others, which
 * a restore brought or another machine left, go when nothing in them is younger; who still lives writes his again.
 */
export async function forgetDepartures(cut: string): Promise<void> {
  const { dataDir, backupTo } = readEnvironment();
  await inTurn(async () => {
    const file = ownDepartures(dataDir);
    const own = await readDepartures(file);
    await forgetCopies(departuresFolder(dataDir), cut);
    const kept = own?.departures.filter(({ at }) => at >= cut) ?? [];
    if (own === undefined || kept.length === own.departures.length) return;
    await write(file, { ...own.head, from: cut }, kept);
  });
  if (backupTo !== undefined) await forgetCopies(targetFolder(backupTo), cut);
}

async function forgetCopies(folder: string, cut: string): Promise<void> {
  for (const name of await listCopies(folder)) {
    const copy = await readDepartures(join(folder, name));
    const isOld = copy?.head.from !== undefined && copy.head.from < cut;
    if (isOld && !copy?.departures.some(({ at }) => at >= cut)) await rm(join(folder, name));
  }
}

/** A file of its own, made with the present secret: hashes of another one match nobody. */
async function ensureOwn(file: string): Promise<void> {
  const own = await readDepartures(file);
  const key = departuresKey();
  if (own?.head.key === key) return;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  // One of another secret stays beside it: an older archive may hold that secret.
  if (own !== undefined) await rename(file, join(dirname(file), copyName(own.head)));
  const head = { id: randomBytes(6).toString('hex'), key, from: new Date().toISOString() };
  await write(file, head, []);
}

async function write(file: string, head: DeparturesHead, departures: readonly Departure[]) {
  const lines = [head, ...departures].map((line) => `${JSON.stringify(line)}\n`);
  await writeFile(`${file}.new`, lines.join(''), { mode: 0o600 });
  await replace(file);
}

/** Gives `file.new` its name, once it is on the disk. */
async function replace(file: string): Promise<void> {
  const handle = await open(`${file}.new`, 'r+');
  await handle.chmod(0o600);
  await handle.sync();
  await handle.close();
  await rename(`${file}.new`, file);
}

async function append(file: string, bytes: Buffer | string): Promise<void> {
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.appendFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const sizeOf = async (file: string): Promise<number> =>
  (await stat(file).catch(() => undefined))?.size ?? 0;

async function readFrom(file: string, position: number): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const { buffer } = await handle.read(
      Buffer.alloc(size - position),
      0,
      size - position,
      position,
    );
    return buffer;
  } finally {
    await handle.close();
  }
}
