import type { Payload } from 'payload';
import { z } from 'zod';
import { forgottenAddress } from './tokens.ts';

export const day = 24 * 3600 * 1000;

/** Confirmation mails are counted for 30 days. */
export const recentTimes = (times: readonly string[]) =>
  times.filter((at) => Date.now() - Date.parse(at) < 30 * day);

const prefix = 'confirmations:';
const keyOf = (address: string) => `${prefix}${forgottenAddress(address)}`;
const timesSchema = z.array(z.string());

/** When an address that we have forgotten since was asked to confirm; ISO 8601, empty when it never was. */
export async function timesOfForgotten(payload: Payload, address: string): Promise<string[]> {
  return timesSchema.parse((await payload.kv.get(keyOf(address))) ?? []);
}

/** Before an address is forgotten: a keyed hash of it keeps the times, so that the limit holds. */
export async function keepTimes(
  payload: Payload,
  { address, times }: { address: string; times: readonly string[] },
): Promise<void> {
  const kept = new Set([...(await timesOfForgotten(payload, address)), ...times]);
  await payload.kv.set(keyOf(address), recentTimes([...kept]));
}

/** Drops the hashes whose times count no more. */
export async function dropOldTimes(payload: Payload): Promise<void> {
  for (const key of await payload.kv.keys()) {
    if (!key.startsWith(prefix)) continue;
    const times = timesSchema.parse((await payload.kv.get(key)) ?? []);
    if (recentTimes(times).length === 0) await payload.kv.delete(key);
  }
}
