import { setTimeout as sleep } from 'node:timers/promises';
import type { Payload } from 'payload';
import type { Departure } from '../../content/wire/departures.ts';
import { nameOfAccount, nameOfAddress } from './departure-names.ts';
import { appendDeparture, copyToTarget } from './departures-file.ts';

/**
 * Writes down what somebody did, where a restore of the database does not undo it. Called before the database is told,
 * but for who comes back: whoever dies in between has rather left than stayed.
 */
export const noteDeparture = (
  payload: Payload,
  {
    address,
    kind,
    how = null,
  }: { address: string; kind: Exclude<Departure['kind'], 'account'>; how?: string | null },
): Promise<void> => note(payload, { who: nameOfAddress(address), kind, how });

/** An account got another password, role or address, or was removed: a copy from before must not let it in. */
export const noteAccount = (payload: Payload, id: string): Promise<void> =>
  note(payload, { who: nameOfAccount(id), kind: 'account', how: null });

/** A backup target has so long to keep a departure, in ms. */
const patience = 3_000;

/** A backup target that cannot be reached, or hangs, keeps nobody from leaving: the reconciler tells, and makes up for it. */
async function note(payload: Payload, departure: Omit<Departure, 'at'>): Promise<void> {
  await appendDeparture({ ...departure, at: new Date().toISOString() });
  const tooSlow = new Error(`no answer after ${patience / 1000} s`);
  const silence = sleep(patience, undefined, { ref: false }).then(() => Promise.reject(tooSlow));
  await Promise.race([copyToTarget(), silence]).catch((err: unknown) => {
    payload.logger.error({
      area: 'departures',
      err,
      msg: 'departures could not be copied to BACKUP_TO',
    });
  });
}
