import pLimit from 'p-limit';
import type { ObjectStore } from './object-store.ts';

const atOnce = 8;

export interface Copied {
  copied: number;
  /** Of the same name on both sides, but not of the same bytes. */
  different: string[];
}

/**
 * Copies what `to` lacks of what `from` has. May be broken off and run again, and while both are in use. Of what both have
 * sizes are compared. `wanted` leaves some out; `show` is told how far it is, in files.
 */
export async function copyObjects(
  from: ObjectStore,
  to: ObjectStore,
  {
    wanted = () => true,
    show,
  }: { wanted?: (name: string) => boolean; show?: (done: number, total: number) => void } = {},
): Promise<Copied> {
  const there = new Map<string, number>();
  for await (const { name, size } of to.list()) there.set(name, size);
  const different: string[] = [];
  const missing: string[] = [];
  for await (const { name, size } of from.list()) {
    if (!wanted(name)) continue;
    if (!there.has(name)) missing.push(name);
    else if (there.get(name) !== size) different.push(name);
  }
  let [done, copied] = [0, 0];
  await pLimit(atOnce).map(missing, async (name) => {
    const bytes = await from.get(name);
    // Deleted in the meantime.
    if (bytes !== undefined) {
      if (await to.put(name, bytes)) copied += 1;
      else if (!(await to.get(name))?.equals(bytes)) different.push(name);
    }
    done += 1;
    show?.(done, missing.length);
  });
  return { copied, different };
}
