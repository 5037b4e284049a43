import { existsSync, readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { StartError } from '../instance/settings.ts';
import { text } from './text.ts';

const restoringSchema = z.object({
  /** The archive, and when it was last changed: another one of its name is another one. */
  file: z.string(),
  modified: z.number(),
  stamp: z.string(),
  /** The epoch that begins with the copy. */
  epochId: z.string(),
  /** What of `DATA_DIR` is in the copy; it lies in the folder of what is fresh until it is in its place. */
  fresh: z.array(z.string()),
});
export type Restoring = z.infer<typeof restoringSchema>;

/** There while a restore moves things about. */
export const restoringFile = (dataDir: string) => join(dataDir, 'restoring');

/** Writes down what is about to be moved: whole, or not at all. */
export async function writeRestoring(dataDir: string, restoring: Restoring): Promise<void> {
  const file = restoringFile(dataDir);
  await writeFile(`${file}.new`, JSON.stringify(restoring));
  await rename(`${file}.new`, file);
}

/** Nothing is being moved any more, nor about to be. */
export async function dropRestoring(dataDir: string): Promise<void> {
  const file = restoringFile(dataDir);
  for (const each of [`${file}.new`, file]) await rm(each, { force: true });
}

/** What is being moved, or was when the restore was killed; undefined of one of an earlier version, which said less. */
export function readRestoring(dataDir: string): Restoring | undefined {
  const file = restoringFile(dataDir);
  if (!existsSync(file)) return undefined;
  return restoringSchema.safeParse(parseJson(readFileSync(file, 'utf8'))).data;
}

/** Throws when a restore was broken off: what is there belongs to two different moments, or is missing. */
export function assertNotRestoring(dataDir: string): void {
  const file = restoringFile(dataDir);
  if (!existsSync(file)) return;
  const archive = readRestoring(dataDir)?.file ?? readFileSync(file, 'utf8');
  throw new StartError(text.restore.interrupted(archive));
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // of an earlier version: the path of the archive
  }
}
