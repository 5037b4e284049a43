import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { APIError, type Payload } from 'payload';
import { claimStore, StoreRefused } from '../../../content/store/claim-store.ts';
import type { ObjectStore } from '../../../content/store/object-store.ts';
import { openStore } from '../../../content/store/open-store.ts';
import { readEnvironment } from '../../environment.ts';
import { readInstallation } from './read-installation.ts';
import { text } from './text.ts';

/**
 * Where this machine has pictures and files: all of them, or, with a `MEDIA_STORE`, a copy of what it was asked for. Who is
 * to serve a file makes it be here first.
 */
export const mediaFolder = () => join(readEnvironment().dataDir, 'media');

/** Where they have their home, when that is not the folder itself. Throws when it does not answer, or is not ours. */
export async function findStore(payload: Payload): Promise<ObjectStore | undefined> {
  const { mediaStore, ...settings } = readEnvironment();
  if (mediaStore === undefined) return undefined;
  if (opened?.address !== mediaStore)
    opened = { address: mediaStore, store: openStore(mediaStore, settings), claimedAt: -Infinity };
  const mine = opened;
  const store = await mine.store;
  if (performance.now() - mine.claimedAt > claimLasts) {
    await claimStore(store, await readInstallation(payload));
    mine.claimedAt = performance.now();
  }
  return store;
}
let opened: { address: string; store: Promise<ObjectStore>; claimedAt: number } | undefined;

/** Whose it is does not change from one file of a picture to the next, in ms. */
const claimLasts = 60_000;

/**
 * Keeps a file under its name, which is another for other bytes: in the store, if there is one, and then here. Throws a
 * sentence when the store does not take it: no row may name what is not kept.
 */
export async function storeFile(payload: Payload, name: string, bytes: Buffer): Promise<void> {
  await keepInStore(payload, name, bytes);
  await writeFile(join(mediaFolder(), name), bytes);
}

/** The same for a file that Payload itself is about to write here. */
export async function keepInStore(payload: Payload, name: string, bytes: Buffer): Promise<void> {
  try {
    const store = await findStore(payload);
    await store?.put(name, bytes);
  } catch (err) {
    payload.logger.error({ area: 'media', err, msg: 'the media store did not take a file' });
    throw new APIError(whyRefused(err), 503, null, true);
  }
}

/** Whether a file is here after all, fetched from the store when it was not. */
export async function bringHere(payload: Payload, name: string): Promise<boolean> {
  const path = join(mediaFolder(), name);
  if (existsSync(path)) return true;
  if (/[/\\]|^\./.test(name)) return false;
  const bytes = await (await findStore(payload))?.get(name);
  if (bytes === undefined) return false;
  // Whole or not at all: others may be asking for it, too.
  const part = join(mediaFolder(), `.partial-${randomUUID()}`);
  await mkdir(mediaFolder(), { recursive: true });
  try {
    await writeFile(part, bytes);
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
  return true;
}

/** A file's bytes; undefined when nobody has it any more. */
export async function readStored(payload: Payload, name: string): Promise<Buffer | undefined> {
  return (await bringHere(payload, name)) ? readFile(join(mediaFolder(), name)) : undefined;
}

/** Deletes files of this machine; what the store has of them its sweep deletes when their time is over. */
export async function forgetHere(names: readonly string[]): Promise<void> {
  await Promise.all(names.map((name) => rm(join(mediaFolder(), name), { force: true })));
}

/** Deletes files here and in the store, at once. What other machines have copies of they sweep themselves. */
export async function forgetFiles(payload: Payload, names: readonly string[]): Promise<void> {
  const store = await findStore(payload);
  for (const name of names) await store?.delete(name);
  await forgetHere(names);
}

/** In words, for the editor and the desk. */
export const whyRefused = (error: unknown): string =>
  error instanceof StoreRefused
    ? text[error.why](readEnvironment().mediaStore ?? '')
    : text.silent(readEnvironment().mediaStore ?? '');
