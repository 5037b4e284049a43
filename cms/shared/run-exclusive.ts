/** Next bundles routes and instrumentation apart: what they must share hangs on the process. */
const shared = globalThis as typeof globalThis & {
  kundefrontTurns?: Map<string, Promise<unknown>>;
}; // a key of our own
const tails = (shared.kundefrontTurns ??= new Map<string, Promise<unknown>>());

/** Runs tasks with the same key one after the other, in the order they were asked for. */
export function runExclusive<T>(key: string, task: () => Promise<T>): Promise<T> {
  const before = tails.get(key) ?? Promise.resolve();
  const result = before.then(task, task);
  tails.set(key, result);
  const tidy = () => {
    if (tails.get(key) === result) tails.delete(key);
  };
  result.then(tidy, tidy);
  return result;
}
