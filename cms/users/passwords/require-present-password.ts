import { ValidationError, type CollectionBeforeOperationHook, type PayloadRequest } from 'payload';
import { GrowingPause } from '../../limits/limit-requests.ts';
import { findUser } from '../find-user.ts';
import { isPasswordOf } from './is-password-of.ts';
import { text } from '../text.ts';

interface Change {
  id?: unknown;
  data?: { password?: unknown; email?: unknown; currentPassword?: unknown };
}

/** Whoever has only the session guesses no faster than a stranger. */
const guesses = new GrowingPause({ id: 'present-password' });

/**
 * One's own password or address is changed with the present password only: a borrowed screen is no account
 * (OWASP ASVS 3.7). Administrators change those of others, one at a time.
 */
export const requirePresentPassword: CollectionBeforeOperationHook = async ({
  args,
  operation,
  req,
}) => {
  if (operation !== 'update' && operation !== 'updateByID') return args;
  if (req.payloadAPI === 'local' || !req.user) return args;
  const { id, data = {} } = args as Change; // why: these operations carry them
  const { currentPassword, ...changes } = data;
  const isOwn = id === undefined || String(id) === req.user.id;
  const isNewAddress =
    typeof changes.email === 'string' && changes.email.trim().toLowerCase() !== req.user.email;
  const isNewPassword = typeof changes.password === 'string' && changes.password !== '';
  if (!isOwn || !(isNewAddress || isNewPassword)) return { ...args, data: changes };

  await assertPresentPassword(req, currentPassword);
  return { ...args, data: changes };
};

/** Throws unless it is the password of the person who asks. */
export async function assertPresentPassword(
  req: PayloadRequest,
  currentPassword: unknown,
): Promise<void> {
  const id = req.user?.id ?? '';
  const row = await findUser(req.payload, { id });
  const wait = guesses.begin(id);
  const isRight = wait === 0 && (await isPasswordOf(row ?? {}, currentPassword));
  if (wait === 0) guesses.end(id, isRight ? 'right' : 'wrong');
  if (isRight) return;
  const message = wait > 0 ? text.problems.tooManyLogins(wait) : text.presentPasswordWrong;
  const errors = [{ message, path: 'currentPassword', label: text.presentPassword }];
  throw new ValidationError({ collection: 'users', errors }, req.t);
}
