import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** The last scheduled backup that did not go well; an archive that is newer has made up for it. */
export interface BackupFailure {
  at: Date;
  /** A sentence that names nobody. */
  why: string;
}

const schema = z.object({ at: z.coerce.date(), why: z.string() });
const fileIn = (dataDir: string) => join(dataDir, 'backup-failure.json');

/** Keeps it where the CMS finds it, whole or not at all. */
export async function writeBackupFailure(dataDir: string, failure: BackupFailure): Promise<void> {
  const file = fileIn(dataDir);
  await writeFile(`${file}.new`, JSON.stringify(failure), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** Undefined when none ever failed. */
export async function readBackupFailure(dataDir: string): Promise<BackupFailure | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(fileIn(dataDir), 'utf8')));
  } catch {
    return undefined; // none, or none that can be read: the log has it
  }
}
