import { setTimeout as sleep } from 'node:timers/promises';
import {
  APIError,
  AuthenticationError,
  type CollectionAfterErrorHook,
  type CollectionAfterLoginHook,
  type CollectionBeforeOperationHook,
  type Payload,
  type PayloadRequest,
} from 'payload';
import { logAccount } from '../../log/write-log.ts';
import { GrowingPause, networkOfRequest, RequestLimit } from '../../limits/limit-requests.ts';
import { findUser } from '../find-user.ts';
import { tryInVain } from '../passwords/is-password-of.ts';
import { WrongCode } from '../second-factor/require-second-factor.ts';
import { text } from '../text.ts';

/** Wrong passwords of one network, whichever accounts they try. */
const perNetwork = new RequestLimit({ most: 50, windowSeconds: 600 });

/**
 * Wrong passwords for one account from one network. An account is never locked: whoever guesses elsewhere does not
 * keep its owner out. Where no network is known (`TRUSTED_PROXY`), guesses at an account make everybody's pause.
 */
const perAccount = new GrowingPause();

/** Whose try a request is; kept with it, so that its end finds it. */
const names = new WeakMap<PayloadRequest['context'], string>();

/**
 * A login that fails is answered no earlier than this after it came, in milliseconds: what is written down of a known
 * account takes no longer than what is not of an unknown one.
 */
const failsAfter = 350;
const earliest = new WeakMap<PayloadRequest['context'], Promise<void>>();

/** A login counts as wrong of its network until it turns out right. */
export const countLogin: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'login' || req.payloadAPI === 'local') return args;
  const { data } = args as { data?: { email?: unknown; password?: unknown } }; // why: this operation carries data
  const network = networkOfRequest(req.headers);
  const email = typeof data?.email === 'string' ? data.email.trim().toLowerCase() : '';
  const name = `${network ?? ''} ${email}`;
  const wait = (network === undefined ? 0 : perNetwork.count(network)) || perAccount.begin(name);
  if (wait > 0) throw new APIError(text.problems.tooManyLogins(wait), 429, null, true);
  names.set(req.context, name);
  earliest.set(req.context, sleep(failsAfter));
  if (typeof data?.password === 'string') await hideUnknown(req.payload, email, data.password);
  return args;
};

/** A name that nobody has takes as long as a wrong password: else the time tells who works here. */
async function hideUnknown(payload: Payload, email: string, password: string): Promise<void> {
  if ((await findUser(payload, { email })) === null) await tryInVain(password);
}

export const forgiveLogin: CollectionAfterLoginHook = async ({ req, user }) => {
  const network = req.payloadAPI === 'local' ? undefined : networkOfRequest(req.headers);
  if (network !== undefined) perNetwork.forgive(network);
  end(req, 'right');
  if (req.payloadAPI !== 'local') await logAccount(req, 'logged-in', user);
  return user;
};

/** A wrong password for an account stands in the log; names that nobody has would fill it. */
export const noteFailedLogin: CollectionAfterErrorHook = async ({ error, req }) => {
  const isWrong = error instanceof AuthenticationError || error instanceof WrongCode;
  const name = end(req, isWrong ? 'wrong' : 'withdrawn');
  const account =
    isWrong && name !== undefined && (await findUser(req.payload, { email: emailIn(name) }));
  if (account) await logAccount(req, 'login-refused', account);
  await earliest.get(req.context);
};

/** The name of the try that ends; undefined when it was none. */
function end(
  { context }: PayloadRequest,
  outcome: 'right' | 'wrong' | 'withdrawn',
): string | undefined {
  const name = names.get(context);
  if (name === undefined) return undefined;
  names.delete(context);
  perAccount.end(name, outcome);
  return name;
}

const emailIn = (name: string) => name.slice(name.indexOf(' ') + 1);
