import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment } from '../../environment.ts';

const read = new Map<string, string>();

/**
 * Whether a time (ISO 8601 UTC) lies before the last `npm run restore`: what was begun then may have gone out
 * since, and only a person can tell. Nothing is restored while a process runs, so the file is read once.
 */
export function isFromBackup(time: string): boolean {
  const file = join(readEnvironment().dataDir, 'restored');
  const restoredAt = read.get(file) ?? readOr(file, '');
  read.set(file, restoredAt);
  return time < restoredAt;
}

function readOr(file: string, fallback: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    // why: a system error of Node carries a code.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return fallback;
    throw error;
  }
}
