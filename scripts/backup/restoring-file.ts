import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../instance/settings.ts';
import { text } from './text.ts';

/** There while a restore moves things about; holds the path of the archive. */
export const restoringFile = (dataDir: string) => join(dataDir, 'restoring');

/** Throws when a restore was broken off: what is there belongs to two different moments, or is missing. */
export function assertNotRestoring(dataDir: string): void {
  const file = restoringFile(dataDir);
  if (!existsSync(file)) return;
  throw new StartError(text.restore.interrupted(readFileSync(file, 'utf8')));
}
