import { APIError, Forbidden, type Endpoint, type PayloadRequest } from 'payload';
import { z } from 'zod';
import { logAccount } from '../../log/write-log.ts';
import { json, readJson } from '../../shared/http.ts';
import { accountOf } from '../account-of.ts';
import { assertPresentPassword } from '../passwords/require-present-password.ts';
import { text } from '../text.ts';
import { drawSecret } from './draw-secret.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  hasSecondFactor,
  mustHaveSecondFactor,
  readSecondFactor,
  removeSecondFactor,
} from './second-factor.ts';
import type { SecondFactorView } from './second-factor-view.ts';

const words = text.secondFactor;
const sent = z.object({ currentPassword: z.string().catch(''), code: z.string().catch('') });

/** `GET /api/users/<id>/second-factor`: a `SecondFactorView`, for the person herself and for administrators. */
const view: Endpoint = {
  path: '/:id/second-factor',
  method: 'get',
  handler: async (req) => {
    const person = await accountOf(req);
    return json({
      isOwn: person.id === req.user?.id,
      since: readSecondFactor(person)?.since ?? null,
      recoveryLeft: readSecondFactor(person)?.recovery.length ?? 0,
      isRequired: await mustHaveSecondFactor(req.payload, person),
    } satisfies SecondFactorView);
  },
};

/** `POST …/second-factor/begin` with the present password: the secret and its picture. Nothing is asked for yet. */
const begin: Endpoint = {
  path: '/:id/second-factor/begin',
  method: 'post',
  handler: async (req) => {
    const { person, currentPassword } = await ownChange(req);
    await assertPresentPassword(req, currentPassword);
    if (hasSecondFactor(person)) throw new APIError(words.alreadyOn, 409, null, true);
    const { secret } = await beginSecondFactor(req.payload, person);
    return json({ secret, picture: drawSecret(secret, person.email) });
  },
};

/** `POST …/second-factor/confirm` with the app's first code: from now on logins ask for it. The recovery codes. */
const confirm: Endpoint = {
  path: '/:id/second-factor/confirm',
  method: 'post',
  handler: async (req) => {
    const { person, code } = await ownChange(req);
    const codes = await confirmSecondFactor(req.payload, person, code);
    if (codes === undefined) throw new APIError(words.wrongCode, 400, null, true);
    await logAccount(req, 'second-factor-on', person);
    return json({ recoveryCodes: codes });
  },
};

/** `POST …/second-factor/remove`: of oneself with the present password; of somebody who lost hers by an administrator. */
const remove: Endpoint = {
  path: '/:id/second-factor/remove',
  method: 'post',
  handler: async (req) => {
    const person = await accountOf(req);
    const { currentPassword } = sent.parse((await readJson(req)) ?? {});
    if (person.id === req.user?.id) await assertPresentPassword(req, currentPassword);
    if (!(await removeSecondFactor(req.payload, person)))
      throw new APIError(words.changedMeanwhile, 409, null, true);
    await logAccount(req, 'second-factor-off', person);
    return json({ ok: true });
  },
};

export const secondFactorEndpoints: Endpoint[] = [view, begin, confirm, remove];

async function ownChange(req: PayloadRequest) {
  const person = await accountOf(req);
  if (person.id !== req.user?.id) throw new Forbidden(req.t);
  return { person, ...sent.parse((await readJson(req)) ?? {}) };
}
