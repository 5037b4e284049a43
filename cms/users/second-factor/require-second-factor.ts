import {
  APIError,
  AuthenticationError,
  type CollectionAfterOperationHook,
  type CollectionBeforeOperationHook,
} from 'payload';
import { z } from 'zod';
import { findUser } from '../find-user.ts';
import { isPasswordOf } from '../passwords/is-password-of.ts';
import { text } from '../text.ts';
import { drawSecret } from './draw-secret.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  hasSecondFactor,
  mustHaveSecondFactor,
  useCode,
} from './second-factor.ts';

const words = text.secondFactor;

/** A code that was given and is none: counts like a wrong password. */
export class WrongCode extends APIError {}

/** What a login form needs to go on, in a refusal's `data.secondFactor`. */
type Asked = { step: 'code' } | { step: 'setup'; secret: string; picture: string };

const given = z.object({
  email: z.string().trim().toLowerCase(),
  password: z.string(),
  code: z.string().trim().max(40).catch(''),
});

/**
 * Between the right password and the session: asks for the code of somebody who has a second factor, and has those
 * set one up whose role must have it. The code is sent as `code`, beside e-mail and password. All that is read here is
 * what the request says: this comes before Payload looks at it, and before its transaction.
 */
export const requireSecondFactor: CollectionBeforeOperationHook = async ({
  args,
  operation,
  req,
}) => {
  if (operation !== 'login' || req.payloadAPI === 'local') return args;
  const { data } = given.safeParse(req.data);
  const person = data && (await findUser(req.payload, { email: data.email }));
  if (!person) return args;
  const isAsked = hasSecondFactor(person);
  if (!isAsked && !(await mustHaveSecondFactor(req.payload, person))) return args;
  if (!(await isPasswordOf(person, data.password))) throw new AuthenticationError(req.t);
  if (isAsked) {
    if (data.code === '') throw asks(words.codeNeeded, { step: 'code' });
    if (!(await useCode(req.payload, person, data.code))) throw wrong({ step: 'code' });
    return args;
  }
  const { secret, person: begun } = await beginSecondFactor(req.payload, person);
  const setup: Asked = { step: 'setup', secret, picture: drawSecret(secret, person.email) };
  if (data.code === '') throw asks(words.setupNeeded, setup);
  const codes = await confirmSecondFactor(req.payload, begun, data.code);
  if (codes === undefined) throw wrong(setup);
  req.context[recoveryCodes] = codes;
  return args;
};

const recoveryCodes = 'recoveryCodes';

const asks = (message: string, secondFactor: Asked) =>
  new APIError(message, 401, { secondFactor }, true);
const wrong = (secondFactor: Asked) => new WrongCode(words.wrongCode, 401, { secondFactor }, true);

/** Who set up her second factor while logging in is shown her recovery codes, this once. */
export const handOutRecoveryCodes: CollectionAfterOperationHook = (operation) => {
  const codes = operation.req.context[recoveryCodes];
  if (operation.operation !== 'login' || codes === undefined) return operation.result;
  return { ...operation.result, recoveryCodes: codes };
};

/** A mailed link sets a password. It is no login for somebody whose login asks for more: her session goes again. */
export const endSessionOfReset: CollectionAfterOperationHook = async (operation) => {
  if (operation.operation !== 'resetPassword') return operation.result;
  const { req, result } = operation;
  const id = String(result.user['id']);
  const person = await findUser(req.payload, { id }, req);
  if (person === null) return result;
  if (!hasSecondFactor(person) && !(await mustHaveSecondFactor(req.payload, person))) return result;
  await req.payload.db.updateOne({ collection: 'users', id, data: { sessions: [] }, req });
  return { ...result, token: '' };
};
