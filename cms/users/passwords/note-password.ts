import type { CollectionAfterOperationHook } from 'payload';
import { z } from 'zod';
import { roleOf } from '../../access.ts';
import { noteAccount } from '../../departures/note-departure.ts';
import { logAccount } from '../../log/write-log.ts';
import { dropResetLink } from '../resets/drop-reset-link.ts';
import { findUser } from '../find-user.ts';
import { letIn } from '../waiting/waiting-accounts.ts';

const row = z.object({ id: z.string() });
const changed = z.union([
  row.transform(({ id }) => [id]), // one account
  z.object({ docs: z.array(row) }).transform(({ docs }) => docs.map(({ id }) => id)), // several
  z.object({ user: row }).transform(({ user }) => [user.id]), // by a mailed link
]);

/**
 * Another password, by its owner, an administrator or a mailed link: it stands in the log, and a copy from before
 * must not undo it. Given by an administrator, or on the machine itself, it lets somebody in who waits.
 */
export const notePassword: CollectionAfterOperationHook = async (operation) => {
  const { args, req, result } = operation;
  if (!['update', 'updateByID', 'resetPassword'].includes(operation.operation)) return result;
  const { data } = args as { data?: { password?: unknown } }; // why: these operations carry data
  if (typeof data?.password !== 'string' || data.password === '') return result;
  for (const id of changed.parse(result)) {
    await noteAccount(req.payload, id);
    await dropResetLink(req.payload, id);
    const isGiven = operation.operation !== 'resetPassword';
    if (isGiven && (!req.user || roleOf(req) === 'admin')) await letIn(req.payload, id);
    const account = await findUser(req.payload, { id }, req);
    if (account) await logAccount(req, 'password-changed', account);
  }
  return result;
};
