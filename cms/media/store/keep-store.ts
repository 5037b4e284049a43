import { setTimeout as sleep } from 'node:timers/promises';
import type { Payload } from 'payload';
import { StoreRefused } from '../../../content/store/claim-store.ts';
import { copyObjects } from '../../../content/store/copy-objects.ts';
import { FolderStore } from '../../../content/store/folder-store.ts';
import { readEnvironment } from '../../environment.ts';
import { findStore, mediaFolder, whyRefused } from './media-store.ts';
import { sweepFiles } from './sweep-files.ts';
import { findUnnamed, groupByRow } from './unnamed-files.ts';

const every = 3_600_000;
const afterFailure = 60_000;

/**
 * On every machine with a copy: keeps it and the store in step, from now on. Throws a sentence when the store must not be
 * used; one that does not answer now may do so later.
 */
export async function startKeepingStore(payload: Payload): Promise<void> {
  if (readEnvironment().mediaStore === undefined) return;
  await findStore(payload).catch((error: unknown) => {
    if (error instanceof StoreRefused) throw new Error(whyRefused(error), { cause: error });
  });
  void repeat(payload);
}

async function repeat(payload: Payload): Promise<never> {
  for (;;) {
    const isDone = await keepInStep(payload).then(
      () => true,
      (err: unknown) => {
        payload.logger.error({ area: 'media', err, msg: 'the media store cannot be kept in step' });
        return false;
      },
    );
    await sleep(isDone ? every : afterFailure);
  }
}

/**
 * Puts into the store what it lacks of what rows name and this machine has (a restore brought it, or it lay here before
 * there was a store), and deletes here what no row names. Resolves to how many files were put.
 */
export async function keepInStep(payload: Payload): Promise<number> {
  const store = await findStore(payload);
  if (store === undefined) return 0;
  const here = new FolderStore(mediaFolder());
  const names: string[] = [];
  for await (const { name } of here.list()) names.push(name);
  const groups = groupByRow(names);
  const unnamed = new Set(await findUnnamed(payload, [...groups.keys()]));
  const named = new Set([...groups].flatMap(([row, files]) => (unnamed.has(row) ? [] : files)));
  const { copied, different } = await copyObjects(here, store, {
    wanted: (name) => named.has(name),
  });
  if (different.length > 0)
    payload.logger.error({
      ...{
        area: 'media',
        msg: 'files differ from those in the store',
        files: different.slice(0, 20),
      },
    });
  await sweepFiles(payload);
  return copied;
}
