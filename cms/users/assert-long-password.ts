import { ValidationError, type CollectionBeforeOperationHook } from 'payload';
import { text } from './text.ts';

/** In characters. NIST SP 800-63B § 5.1.1 asks for 8, and for room for long sentences. */
const shortestPassword = 12;
const longestPassword = 1000;

export const isLongEnough = (password: string) =>
  [...password].length >= shortestPassword && password.length <= longestPassword;

const setting = ['create', 'update', 'updateByID', 'resetPassword'];

/** Wherever a password is set: by its owner, by an administrator, by the mailed link, for the first user. */
export const assertLongPassword: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (!setting.includes(operation)) return args;
  const { data } = args as { data?: { password?: unknown } }; // why: these operations carry data
  const password = data?.password;
  if (password === undefined || password === null || password === '') return args;
  if (typeof password === 'string' && isLongEnough(password)) return args;
  const errors = [{ message: text.passwordTooShort, path: 'password' }];
  throw new ValidationError({ collection: 'users', errors }, req.t);
};
