import type { Payload } from 'payload';

/** Another password or another address: what was mailed before, perhaps to somebody else, opens nothing any more. */
export async function dropResetLink(payload: Payload, id: string): Promise<void> {
  await payload.db.updateOne({
    collection: 'users',
    id,
    data: { resetPasswordToken: null, resetPasswordExpiration: null, resetMailDueAt: null },
    returning: false,
  });
}
