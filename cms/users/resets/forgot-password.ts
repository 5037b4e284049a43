import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  addDataAndFileToRequest,
  APIError,
  headersWithCors,
  type Endpoint,
  type Payload,
  type Where,
} from 'payload';
import { z } from 'zod';
import { CrowdPause } from '../../limits/crowd-pause.ts';
import { networkOfRequest } from '../../limits/limit-requests.ts';
import { tooMany } from '../../limits/too-many.ts';
import { text } from '../text.ts';

/** How long a mailed link works, from the newest mail with it; in milliseconds. */
const linkLifetime = 3_600_000;

/** One mail per account in so long; in milliseconds. */
const mailInterval = 15 * 60_000;

/** Every answer takes so long, whether there is such an account or not; in milliseconds. */
const answerAfter = 250;

/** Asked-for resets of one network, whichever accounts they name. What protects inboxes is `mailInterval`. */
const perNetwork = new CrowdPause({
  id: 'reset-network',
  free: 20,
  windowSeconds: 900,
  longest: 30,
});

const asked = z.object({ email: z.string().trim().toLowerCase().min(1).max(254) });

/**
 * Stands in for Payload's own `POST /api/users/forgot-password`, which waits for the mail provider (and so tells which
 * accounts there are), and kills the link it mailed before. Here the wish is written down, `sendResetMails` mails it,
 * and a link that still works is mailed again. The answer is the same for every address, and takes the same time.
 */
export const forgotPassword: Endpoint = {
  path: '/forgot-password',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req);
    const { data } = asked.safeParse(req.data ?? {});
    if (data === undefined) throw new APIError(text.problems.noAddress, 400, null, true);
    const network = networkOfRequest(req.headers);
    const wait = network === undefined ? 0 : perNetwork.begin(network, data.email);
    if (wait > 0) throw tooMany(req, wait, text.problems.tooManyResets(wait));
    await Promise.all([askForMail(req.payload, data.email), sleep(answerAfter)]);
    return Response.json(
      { message: req.t('general:success') },
      { headers: headersWithCors({ headers: new Headers(), req }) },
    );
  },
};

/** Two conditional writes: a link that works goes on working, else there is a new one; of two at once one wins. */
async function askForMail(payload: Payload, email: string): Promise<void> {
  const now = Date.now();
  const wish = {
    resetPasswordRequestedAt: isoAt(now),
    resetPasswordExpiration: isoAt(now + linkLifetime),
    resetMailDueAt: isoAt(now),
  };
  const mayAsk: Where[] = [
    { email: { equals: email } },
    {
      or: [
        { resetPasswordRequestedAt: { exists: false } },
        { resetPasswordRequestedAt: { less_than_equal: isoAt(now - mailInterval) } },
      ],
    },
  ];
  const write = (data: Record<string, unknown>, and: Where[]) =>
    payload.db.updateOne({
      collection: 'users',
      where: { and: [...mayAsk, ...and] },
      data,
      options: { atomic: true },
    });
  const works = { resetPasswordExpiration: { greater_than: isoAt(now) } };
  if ((await write(wish, [works])) !== null) return;
  await write({ ...wish, resetPasswordToken: randomBytes(20).toString('hex') }, []);
}

const isoAt = (time: number) => new Date(time).toISOString();
