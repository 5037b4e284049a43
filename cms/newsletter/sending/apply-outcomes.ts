import type { DeliveryChange } from '../store/bulk.ts';
import type { Claimed } from '../store/claim.ts';
import { killPoint } from '../kill-point.ts';
import type { SendingStore } from './sending-store.ts';

/** Carries the stored answer of a batch over to its deliveries. Safe to repeat after a crash. */
export async function applyOutcomes(
  store: SendingStore,
  { lease, row }: Claimed<'batches'>,
): Promise<void> {
  const outcomes = row.answer ?? [];
  const ids = await store.deliveryIds(row);
  const acceptedAt = new Date().toISOString();
  const changes = outcomes.flatMap((outcome, index): DeliveryChange[] => {
    const id = ids.get(row.positions[index] ?? -1);
    if (id === undefined)
      throw new Error(`batch ${row.key}: no delivery for item ${String(index)}`);
    return outcome.state === 'accepted'
      ? [{ id, state: 'accepted', reason: null, resendId: outcome.resendId, acceptedAt }]
      : [{ id, state: outcome.state, reason: outcome.reason }];
  });
  await store.updateDeliveries(changes);
  killPoint('after-deliveries');
  // From here on the deliveries know it.
  await store.updateBatch(lease, { state: 'settled', answer: null });
}
