import type { SQLiteAdapter, sqliteAdapter } from '@payloadcms/db-sqlite';

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

/**
 * Makes a client that answers at once pause between its answers, when others have not had a turn for a while. Who
 * has used up a turn waits behind everybody who has waited for one: in a row, or the first would go on being first.
 */
export function shareTheLoop(client: Client): void {
  if (sharing.has(client)) return;
  sharing.add(client);
  const waiting: (() => void)[] = [];
  let began: number | undefined;
  const endTurn = () => {
    began = undefined;
    const next = waiting.shift();
    if (next === undefined) return;
    beginTurn();
    next();
  };
  const beginTurn = () => {
    began = performance.now();
    setImmediate(endTurn);
  };
  const isOver = () =>
    began === undefined ? waiting.length > 0 : performance.now() - began > longest;
  const execute = client.execute.bind(client) as (...args: unknown[]) => Promise<never>;
  client.execute = async (...args: unknown[]) => {
    if (isOver()) await new Promise<void>((resolve) => waiting.push(resolve));
    else if (began === undefined) beginTurn();
    return execute(...args);
  };
}
