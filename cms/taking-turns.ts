import type { SQLiteAdapter, sqliteAdapter } from '@payloadcms/db-sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** After so long, in ms, whoever asks the database next lets everybody else have a turn first. */
const longest = 8;

/**
 * SQLite answers within the process, at once: a row of queries is one piece of work, and everybody else (a reader's
 * request, `/healthz`) waits until the last. With this every query may be the end of a turn.
 */
export function takingTurns(adapter: ReturnType<typeof sqliteAdapter>): typeof adapter {
  return {
    ...adapter,
    init: (args) => {
      const database = adapter.init(args);
      const connect = database.connect?.bind(database);
      database.connect = async (options) => {
        await connect?.(options);
        shareTheLoop(database.client);
      };
      return database;
    },
  };
}

type Client = Pick<SQLiteAdapter['client'], 'execute'>;
const sharing = new WeakSet<Client>();

/** Makes a client that answers at once pause between its answers, when others have not had a turn for a while. */
export function shareTheLoop(client: Client): void {
  if (sharing.has(client)) return;
  sharing.add(client);
  let began: number | undefined;
  const endTurn = () => (began = undefined);
  const execute = client.execute.bind(client) as (...args: unknown[]) => Promise<never>;
  client.execute = async (...args: unknown[]) => {
    // Asked again after each pause: of many who waited, the first may have used up this turn, too.
    while (began !== undefined && performance.now() - began > longest) await nextTurn();
    if (began === undefined) {
      began = performance.now();
      setImmediate(endTurn);
    }
    return execute(...args);
  };
}
