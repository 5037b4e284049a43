import type { Payload } from 'payload';
import type { Departure } from '../../../content/wire/departures.ts';
import { departedName } from '../subscribers/tokens.ts';
import { appendDeparture, copyToTarget } from './departures-file.ts';

/**
 * Writes down what somebody did, where a restore of the database does not undo it. Called before the database is told,
 * but for who comes back: whoever dies in between has rather left than stayed. A backup target that cannot be reached
 * keeps nobody from leaving: the reconciler tells of it, and makes up for it.
 */
export async function noteDeparture(
  payload: Payload,
  { address, kind, how = null }: { address: string; how?: string | null } & Pick<Departure, 'kind'>,
): Promise<void> {
  const at = new Date().toISOString();
  await appendDeparture({ who: departedName(address), kind, at, how });
  await copyToTarget().catch((err: unknown) => {
    payload.logger.error({ err, msg: 'newsletter: departures could not be copied to BACKUP_TO' });
  });
}
