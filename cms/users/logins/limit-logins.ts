import {
  APIError,
  AuthenticationError,
  type CollectionAfterErrorHook,
  type CollectionAfterLoginHook,
  type CollectionBeforeOperationHook,
  type Payload,
  type PayloadRequest,
} from 'payload';
import { GrowingPause, networkOfRequest, RequestLimit } from '../../limits/limit-requests.ts';
import { tryInVain } from '../passwords/is-password-of.ts';
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
  if (typeof data?.password === 'string') await hideUnknown(req.payload, email, data.password);
  return args;
};

/** A name that nobody has takes as long as a wrong password: else the time tells who works here. */
async function hideUnknown({ db }: Payload, email: string, password: string): Promise<void> {
  const user = await db.findOne({ collection: 'users', where: { email: { equals: email } } });
  if (user === null) await tryInVain(password);
}

export const forgiveLogin: CollectionAfterLoginHook = ({ req, user }) => {
  const network = req.payloadAPI === 'local' ? undefined : networkOfRequest(req.headers);
  if (network !== undefined) perNetwork.forgive(network);
  end(req, 'right');
  return user;
};

export const noteFailedLogin: CollectionAfterErrorHook = ({ error, req }) => {
  end(req, error instanceof AuthenticationError ? 'wrong' : 'withdrawn');
};

function end({ context }: PayloadRequest, outcome: 'right' | 'wrong' | 'withdrawn'): void {
  const name = names.get(context);
  if (name === undefined) return;
  names.delete(context);
  perAccount.end(name, outcome);
}
