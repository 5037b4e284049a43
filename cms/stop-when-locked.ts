import type { Payload } from 'payload';
import { isEmbedded, readEnvironment } from './environment.ts';

/**
 * After one SQLITE_BUSY libsql acknowledges writes that it then loses. A new process is the only way out:
 * this one ends at once, and the supervisor starts the next.
 */
export function stopWhenLocked(error: unknown, logger: Payload['logger']): void {
  if (!isEmbedded(readEnvironment()) || !isLocked(error)) return;
  logger.fatal({
    area: 'database',
    msg: 'the database was locked by somebody else: stopping before writes are lost',
  });
  process.exit(75); // EX_TEMPFAIL
}

/** Whether SQLite said BUSY, in the error itself or in what caused it. */
export function isLocked(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code: unknown = 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && code.startsWith('SQLITE_BUSY')) return true;
  return /SQLITE_BUSY|database is locked/.test(error.message) || isLocked(error.cause);
}
