import { ValidationError, type CollectionBeforeOperationHook } from 'payload';
import { text } from '../text.ts';
import { assessPassword } from './assess-password.ts';

const setting = ['create', 'update', 'updateByID', 'resetPassword'];

interface Change {
  data?: { password?: unknown; email?: unknown; name?: unknown };
}

/** Wherever a password is set: by its owner, by an administrator, by the mailed link, for the first user. */
export const assertGoodPassword: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (!setting.includes(operation)) return args;
  const { data = {} } = args as Change; // why: these operations carry data
  const { password } = data;
  if (password === undefined || password === null || password === '') return args;
  const known = [data.email, data.name, req.user?.email, req.user?.name].flatMap(wordsOf);
  const assessment = typeof password === 'string' ? assessPassword(password, known) : 'short';
  if (assessment === 'good') return args;
  const errors = [{ message: text.badPassword[assessment], path: 'password' }];
  throw new ValidationError({ collection: 'users', errors }, req.t);
};

/** A name or an address, whole, before its @, and in its words, also written as one. */
function wordsOf(value: unknown): string[] {
  if (typeof value !== 'string') return [];
  const words = value.split('@').flatMap((part) => {
    const pieces = part.split(/[^\p{L}\p{N}]+/u);
    return [part, pieces.join(''), ...pieces];
  });
  return [value, ...words].filter(Boolean);
}
