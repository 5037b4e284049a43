import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Payload } from 'payload';
import { mediaFolder } from './media-store.ts';
import { findUnnamed, groupByRow } from './unnamed-files.ts';

/** An upload that is under way, or a page that was opened just now, may still need them. */
const kept = 24 * 3_600_000;

/** Deletes files here that no row names: what a change put others in place of, and what a killed upload left. */
export async function sweepFiles(payload: Payload, now = Date.now()): Promise<void> {
  const groups = groupByRow(await filesThere());
  for (const row of await findUnnamed(payload, [...groups.keys()]))
    for (const file of groups.get(row) ?? []) await sweep(join(mediaFolder(), file), now);
}

const filesThere = () =>
  readdir(mediaFolder()).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []; // nothing was uploaded yet
    throw error;
  });

async function sweep(path: string, now: number): Promise<void> {
  const { mtimeMs } = await stat(path);
  if (now - mtimeMs > kept) await unlink(path);
}
