import type { Payload } from 'payload';
import { newerMigrations } from '../note-migrations.ts';

const every = 5_000;

/**
 * Where several machines are on one database: once newer code has been at it, this process stops, answering whom it has
 * begun to answer. What older code writes there would be wrong, and a start of it is refused. `stop` is for tests.
 */
export function stopWhenOlder(
  payload: Payload,
  {
    stop = () => void process.kill(process.pid, 'SIGTERM'),
    interval = every,
  }: { stop?: () => void; interval?: number } = {},
): void {
  const timer = setInterval(() => {
    newerMigrations(payload).then(
      (names) => {
        if (names.length === 0) return;
        clearInterval(timer);
        payload.logger.fatal({
          ...{ area: 'roles', migrations: names },
          msg: 'the database is from newer code: this process stops',
        });
        stop();
      },
      // Without an answer nothing is known; whoever needs the database tells that it is away.
      () => undefined,
    );
  }, interval);
  timer.unref();
}
