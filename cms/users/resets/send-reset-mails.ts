import type { Payload, Where } from 'payload';
import { z } from 'zod';
import { readEnvironment } from '../../environment.ts';
import { text } from '../text.ts';

/** A mail that was not accepted, or whose sender died, is tried again after so long; in milliseconds. */
const pause = 60_000;

const rows = z.array(
  z.object({
    id: z.string(),
    email: z.string(),
    resetPasswordToken: z.string().nullish(),
    resetPasswordExpiration: z.string().nullish(),
    resetPasswordRequestedAt: z.string().nullish(),
    resetMailDueAt: z.string(),
  }),
);
type Wish = z.infer<typeof rows>[number];

/** Mails the links that were asked for and are due, until they are accepted or have run out. */
export async function sendResetMails(payload: Payload): Promise<void> {
  const { docs } = await payload.db.find({
    collection: 'users',
    where: { resetMailDueAt: { less_than_equal: new Date().toISOString() } },
    pagination: false,
    limit: 100,
  });
  for (const wish of rows.parse(docs)) await sendResetMail(payload, wish);
}

async function sendResetMail(payload: Payload, wish: Wish): Promise<void> {
  const { id, email, resetPasswordToken: token, resetPasswordRequestedAt: askedAt } = wish;
  const moveDue = (from: string, to: string | null) => writeDue(payload, id, from, to);
  const isOver = new Date().toISOString() >= (wish.resetPasswordExpiration ?? '');
  if (isOver || !token) {
    if (await moveDue(wish.resetMailDueAt, null))
      payload.logger.error({ area: 'users', msg: 'a reset mail was given up', user: id });
    return;
  }
  // Moving the due time is the claim: of several processes one sees it unchanged.
  const nextAt = new Date(Date.now() + pause).toISOString();
  if (!(await moveDue(wish.resetMailDueAt, nextAt))) return;
  try {
    // The date makes a repetition the same mail to the provider, and a later wish another.
    const mail = text.resetMail(`${readEnvironment().cmsUrl}/admin/reset/${token}`);
    await payload.sendEmail({ to: email, ...mail, date: askedAt ?? undefined });
  } catch (err) {
    payload.logger.error({
      area: 'users',
      err,
      msg: 'a reset mail waits',
      user: id,
      until: nextAt,
    });
    return;
  }
  await moveDue(nextAt, null);
}

/** Writes only if nobody has moved the due time since; whether it did. */
async function writeDue(
  payload: Payload,
  id: string,
  from: string,
  to: string | null,
): Promise<boolean> {
  const and: Where[] = [{ id: { equals: id } }, { resetMailDueAt: { equals: from } }];
  const row = await payload.db.updateOne({
    collection: 'users',
    where: { and },
    data: { resetMailDueAt: to },
    options: { atomic: true },
  });
  return row !== null;
}
