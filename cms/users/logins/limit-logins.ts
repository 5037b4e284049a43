import { setTimeout as sleep } from 'node:timers/promises';
import {
  AuthenticationError,
  type CollectionAfterErrorHook,
  type CollectionAfterLoginHook,
  type CollectionBeforeOperationHook,
  type Payload,
  type PayloadRequest,
} from 'payload';
import { logAccount } from '../../log/write-log.ts';
import { CrowdPause } from '../../limits/crowd-pause.ts';
import { GrowingPause, networkOfRequest } from '../../limits/limit-requests.ts';
import { tooMany } from '../../limits/too-many.ts';
import { findUser } from '../find-user.ts';
import { tryInVain } from '../passwords/is-password-of.ts';
import { WrongCode } from '../second-factor/require-second-factor.ts';
import { text } from '../text.ts';
import { deviceOf } from './known-device.ts';

/**
 * Wrong passwords of one network, whichever accounts they try: beyond what an office mistypes, each of its accounts
 * waits for itself. One who guesses slows her network down, and keeps nobody out.
 */
const perNetwork = new CrowdPause({
  id: 'login-network',
  free: 50,
  windowSeconds: 600,
  longest: 30,
});

/**
 * Wrong passwords for one account from one network. An account is never locked: whoever guesses elsewhere does not
 * keep its owner out. Where no network is known (`TRUSTED_PROXY`), guesses at an account make the pause of everybody
 * whose browser is not known; a browser becomes known by a right login, or by the mailed link to a new password.
 */
const perAccount = new GrowingPause({ id: 'login-account' });

/** Wrong passwords of browsers that know an account. What others do, and their network, is nothing to them. */
const perDevice = new GrowingPause({ id: 'login-device' });

type Outcome = 'right' | 'wrong' | 'withdrawn';

/** A try under way; kept with its request, so that its end finds it. */
interface Try {
  email: string;
  end: (outcome: Outcome) => void;
}
const tries = new WeakMap<PayloadRequest['context'], Try>();

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
  const email = typeof data?.email === 'string' ? data.email.trim().toLowerCase() : '';
  const device = await deviceOf(req, email);
  const begun = begin({ email, device, network: networkOfRequest(req.headers) });
  if (typeof begun === 'number') throw tooMany(req, begun, text.problems.tooManyLogins(begun));
  tries.set(req.context, begun);
  earliest.set(req.context, sleep(failsAfter));
  if (typeof data?.password === 'string') await hideUnknown(req.payload, email, data.password);
  return args;
};

/** A name that nobody has takes as long as a wrong password: else the time tells who works here. */
async function hideUnknown(payload: Payload, email: string, password: string): Promise<void> {
  if ((await findUser(payload, { email })) === null) await tryInVain(password);
}

interface Tried {
  email: string;
  device: string | undefined;
  network: string | undefined;
}

/** The seconds to wait instead, if it may not come now. A known browser that guesses waits no longer than others. */
function begin(tried: Tried): Try | number {
  const { email, device, network } = tried;
  const own = device === undefined ? Infinity : perDevice.begin(device);
  if (device === undefined || own > 0) {
    const begun = beginOfStranger(tried);
    return typeof begun === 'number' ? Math.min(own, begun) : begun;
  }
  const end = (outcome: Outcome) => {
    perDevice.end(device, outcome);
    if (outcome === 'right' && network !== undefined) perNetwork.forgive(network);
  };
  return { email, end };
}

function beginOfStranger({ email, network }: Tried): Try | number {
  const name = `${network ?? ''} ${email}`;
  const wait = perAccount.begin(name);
  if (wait > 0) return wait;
  const pause = network === undefined ? 0 : perNetwork.begin(network, email);
  if (pause > 0) {
    perAccount.end(name, 'withdrawn');
    return pause;
  }
  const end = (outcome: Outcome) => {
    perAccount.end(name, outcome);
    if (outcome === 'wrong' || network === undefined) return;
    perNetwork.forgive(network);
    // A right one takes a wrong one away, too.
    if (outcome === 'right') perNetwork.forgive(network);
  };
  return { email, end };
}

export const forgiveLogin: CollectionAfterLoginHook = async ({ req, user }) => {
  end(req, 'right');
  if (req.payloadAPI !== 'local') await logAccount(req, 'logged-in', user);
  return user;
};

/** A wrong password for an account stands in the log; names that nobody has would fill it. */
export const noteFailedLogin: CollectionAfterErrorHook = async ({ error, req }) => {
  const isWrong = error instanceof AuthenticationError || error instanceof WrongCode;
  const email = end(req, isWrong ? 'wrong' : 'withdrawn');
  const account = isWrong && email !== undefined && (await findUser(req.payload, { email }));
  if (account) await logAccount(req, 'login-refused', account);
  await earliest.get(req.context);
};

/** The address of the try that ends; undefined when it was none. */
function end({ context }: PayloadRequest, outcome: Outcome): string | undefined {
  const begun = tries.get(context);
  tries.delete(context);
  begun?.end(outcome);
  return begun?.email;
}
