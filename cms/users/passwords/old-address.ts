import type { CollectionAfterChangeHook, Payload } from 'payload';
import { z } from 'zod';
import { dropResetLink } from '../resets/drop-reset-link.ts';
import { text } from '../text.ts';

/** Rows of Payload's key-value collection: who is still to be told. */
const prefix = 'old-address:';
const notice = z.object({ to: z.string(), at: z.iso.datetime(), nextAt: z.iso.datetime() });

/** What was not accepted is tried again after so long, in ms, and given up after `longest`. */
const pause = 60_000;
const longest = 7 * 24 * 3_600_000;

/** The address that an account had is to be told: whoever did not change it herself has to know. */
export const noteOldAddress: CollectionAfterChangeHook = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const before: unknown = previousDoc?.email;
  if (operation !== 'update' || typeof before !== 'string' || before === doc.email) return doc;
  const id = String(doc.id);
  await dropResetLink(req.payload, id);
  const at = new Date().toISOString();
  await req.payload.kv.set(`${prefix}${id}:${at}`, { to: before, at, nextAt: at });
  return doc;
};

/** Tells old addresses until the mail is accepted. Safe to repeat, by any number of processes: a repetition is the same mail. */
export async function tellOldAddresses(payload: Payload): Promise<void> {
  const keys = (await payload.kv.keys()).filter((key) => key.startsWith(prefix));
  for (const key of keys) {
    const row = await payload.kv.get(key);
    if (row !== null) await tell(payload, key, notice.parse(row));
  }
}

async function tell(payload: Payload, key: string, { to, at, nextAt }: z.infer<typeof notice>) {
  const now = Date.now();
  if (now < Date.parse(nextAt)) return;
  try {
    await payload.sendEmail({ to, ...text.addressChanged, date: at });
  } catch (err) {
    const isOver = now > Date.parse(at) + longest;
    const msg = isOver ? 'an old address was never told' : 'an old address is not told yet';
    payload.logger.error({ area: 'users', err, msg, user: key.split(':')[1] });
    if (!isOver) {
      await payload.kv.set(key, { to, at, nextAt: new Date(now + pause).toISOString() });
      return;
    }
  }
  await payload.kv.delete(key);
}
