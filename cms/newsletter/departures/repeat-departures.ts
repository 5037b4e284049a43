import type { Payload } from 'payload';
import type { Departure } from '../../../content/wire/departures.ts';
import { nameOfAddress } from '../../departures/departure-names.ts';
import type { SubscriberRow } from '../store/rows.ts';
import { nextSubscribers, updateSubscriber } from '../store/subscribers.ts';
import { eraseSubscriber } from '../subscribers/erase-subscriber.ts';
import { reasons } from '../text.ts';

const pageSize = 500;

/**
 * After a restore: whoever left, was suppressed or erased since the copy was made does so again; the last event of a
 * person wins. `byPerson` has them by keyed hash, oldest first. Safe to repeat, by any number of processes.
 */
export async function repeatDepartures(
  payload: Payload,
  byPerson: ReadonlyMap<string, Departure[]>,
): Promise<void> {
  for (let after: string | undefined; byPerson.size > 0;) {
    const page = await nextSubscribers(payload, { group: [], after, limit: pageSize });
    for (const row of page) {
      const departures = byPerson.get(nameOfAddress(row.address));
      if (departures !== undefined) await repeat(payload, row, departures);
    }
    after = page.at(-1)?.id;
    if (page.length < pageSize) break;
  }
}

async function repeat(
  payload: Payload,
  { id, state, asked }: SubscriberRow,
  departures: readonly Departure[],
): Promise<void> {
  const last = departures.at(-1);
  const suppressed = departures.findLast(({ kind }) => kind === 'suppressed');
  const open = { confirmNonce: null, confirmation: 'none', confirmationNextAt: null } as const;
  // Also before she is erased: a suppressed address stays suppressed, as a hash.
  if (suppressed !== undefined && state !== 'suppressed') {
    const suppressedReason = suppressed.how ?? reasons.suppressed;
    await updateSubscriber(
      payload,
      { id },
      { ...open, asked: null, state: 'suppressed', suppressedReason },
    );
  }
  if (last?.kind === 'erased') await eraseSubscriber(payload, id);
  if (suppressed !== undefined || state === 'suppressed') return;
  if (last?.kind === 'left' && state !== 'unsubscribed') {
    const left = { unsubscribedAt: last.at, unsubscribedBy: last.how };
    await updateSubscriber(
      payload,
      { id },
      { ...open, asked: null, ...left, state: 'unsubscribed' },
    );
  }
  if (last?.kind === 'confirmed' && state !== 'active') {
    const back = { unsubscribedAt: null, unsubscribedBy: null, confirmedAt: last.at };
    await updateSubscriber(
      payload,
      { id },
      { ...open, ...asked, asked: null, ...back, state: 'active', confirmation: 'accepted' },
    );
  }
}
