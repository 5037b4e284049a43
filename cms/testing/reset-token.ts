import { randomBytes } from 'node:crypto';
import type { Room } from './start-room.ts';

/** The token of a mailed link with which a user may set a new password, for the next hour. */
export async function aResetToken({ payload }: Room, id: string): Promise<string> {
  const resetPasswordToken = randomBytes(20).toString('hex');
  const resetPasswordExpiration = new Date(Date.now() + 3_600_000).toISOString();
  await payload.db.updateOne({
    collection: 'users',
    id,
    data: { resetPasswordToken, resetPasswordExpiration },
  });
  return resetPasswordToken;
}
