import type { Payload } from 'payload';
import { updateDeliveries, type DeliveryChange } from '../store/bulk.ts';
import { updateClaimed, type Claimed } from '../store/claim.ts';
import { killPoint } from '../kill-point.ts';
import type { BatchRow, DeliveryRow } from '../store/rows.ts';

/** Carries the stored answer of a batch over to its deliveries. Safe to repeat after a crash. */
export async function applyOutcomes(
  payload: Payload,
  { lease, row }: Claimed<BatchRow>,
): Promise<void> {
  const outcomes = row.answer ?? [];
  const ids = await deliveryIds(payload, row);
  const acceptedAt = new Date().toISOString();
  const changes = outcomes.flatMap((outcome, index): DeliveryChange[] => {
    const id = ids.get(row.positions[index] ?? -1);
    if (id === undefined)
      throw new Error(`batch ${row.key}: no delivery for item ${String(index)}`);
    return outcome.state === 'accepted'
      ? [{ id, state: 'accepted', reason: null, resendId: outcome.resendId, acceptedAt }]
      : [{ id, state: outcome.state, reason: outcome.reason }];
  });
  await updateDeliveries(payload, changes);
  killPoint('after-deliveries');
  await updateClaimed<BatchRow>(payload, lease, { state: 'settled' });
}

async function deliveryIds(payload: Payload, batch: BatchRow): Promise<Map<number, string>> {
  const { docs } = await payload.db.find<Pick<DeliveryRow, 'id' | 'position'>>({
    collection: 'deliveries',
    where: {
      and: [
        { mailing: { equals: batch.mailing } },
        { position: { greater_than_equal: batch.firstPosition } },
        { position: { less_than_equal: batch.lastPosition } },
      ],
    },
    select: { position: true },
    limit: 0,
    pagination: false,
  });
  return new Map(docs.map(({ id, position }) => [position, id]));
}
