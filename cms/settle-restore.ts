import type { Payload } from 'payload';
import { departuresSince } from './departures/departures-since.ts';
import { repeatDepartures } from './newsletter/departures/repeat-departures.ts';
import { departuresDue, settleDepartures } from './shared/epoch.ts';
import { holdAccounts } from './users/waiting/waiting-accounts.ts';

/** A departure is written down before the row: one of a little before the copy may be missing in it. */
const margin = 10 * 60_000;

/**
 * After a restore: who left since the copy was made leaves again, and accounts that were changed since wait for an
 * administrator. Until it is done nothing is mailed (see `readEpoch`). Safe to repeat, by any number of processes.
 */
export async function settleRestore(payload: Payload): Promise<void> {
  const due = await departuresDue(payload);
  if (due === undefined) return;
  const from = new Date(Date.parse(due.since) - margin).toISOString();
  const byPerson = Map.groupBy(await departuresSince(from), ({ who }) => who);
  await holdAccounts(payload, new Set(byPerson.keys()));
  await repeatDepartures(payload, byPerson);
  await settleDepartures(payload, due.epoch);
}
