import type { Payload } from 'payload';
import { z } from 'zod';
import { nameOfAccount } from '../../departures/departure-names.ts';
import { runExclusive } from '../../shared/run-exclusive.ts';

const key = 'waiting-accounts';
const ids = z.array(z.string());
const account = z.object({ id: z.string(), name: z.string().nullish(), email: z.string() });
export type WaitingAccount = z.infer<typeof account>;

/**
 * After a restore: accounts whose keyed hash is among those that were changed since the copy have an older password,
 * role or address again, or were removed. None of them is let in before an administrator gives it a new password.
 */
export async function holdAccounts(payload: Payload, changed: ReadonlySet<string>): Promise<void> {
  const { docs } = await payload.db.find({ collection: 'users', pagination: false, limit: 0 });
  const held = docs
    .map((row) => account.parse(row).id)
    .filter((id) => changed.has(nameOfAccount(id)));
  if (held.length > 0) await change(payload, (waiting) => [...new Set([...waiting, ...held])]);
}

export const isWaiting = async (payload: Payload, id: string): Promise<boolean> =>
  (await read(payload)).includes(id);

/** Lets an account in again. */
export async function letIn(payload: Payload, id: string): Promise<void> {
  if (await isWaiting(payload, id))
    await change(payload, (waiting) => waiting.filter((each) => each !== id));
}

/** Who waits for an administrator; whoever was removed since waits no more. */
export async function waitingAccounts(payload: Payload): Promise<WaitingAccount[]> {
  const waiting = await read(payload);
  if (waiting.length === 0) return [];
  const { docs } = await payload.db.find({
    collection: 'users',
    where: { id: { in: waiting } },
    pagination: false,
  });
  return docs.map((row) => account.parse(row));
}

const read = async (payload: Payload) => ids.parse((await payload.kv.get(key)) ?? []);

const change = (payload: Payload, to: (waiting: string[]) => string[]): Promise<void> =>
  runExclusive(key, async () => payload.kv.set(key, to(await read(payload))));
