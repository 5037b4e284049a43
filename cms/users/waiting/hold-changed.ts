import {
  APIError,
  type CollectionAfterOperationHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionBeforeLoginHook,
} from 'payload';
import { z } from 'zod';
import { roleOf } from '../../access.ts';
import { noteAccount } from '../../departures/note-departure.ts';
import { text } from '../text.ts';
import { isWaiting, letIn } from './waiting-accounts.ts';

const account = z.object({ id: z.string() });

/** Refuses somebody whose account was changed since the copy that was restored. Her password was right: she may know. */
export const refuseWaiting: CollectionBeforeLoginHook = async ({ req, user }) => {
  if (await isWaiting(req.payload, String(user.id)))
    throw new APIError(text.problems.waiting, 403, null, true);
  return user;
};

/** What a restore must not undo: another role or address. */
export const noteChange: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const isOther = (field: string) => field in data && data[field] !== originalDoc?.[field];
  if (originalDoc !== undefined && (isOther('role') || isOther('email')))
    await noteAccount(req.payload, String(originalDoc.id));
  return data;
};

export const noteRemoval: CollectionBeforeDeleteHook = ({ id, req }) =>
  noteAccount(req.payload, String(id));

/** Another password. Given by an administrator, or on the machine itself, it lets somebody in who waits. */
export const notePassword: CollectionAfterOperationHook = async (operation) => {
  const { args, req } = operation;
  const { data } = args as { data?: { password?: unknown } }; // why: these operations carry data
  if (typeof data?.password !== 'string' || data.password === '') return operation.result;
  if (operation.operation === 'updateByID') {
    const { id } = account.parse(operation.result);
    await noteAccount(req.payload, id);
    if (!req.user || roleOf(req) === 'admin') await letIn(req.payload, id);
  }
  if (operation.operation === 'resetPassword')
    await noteAccount(req.payload, account.parse(operation.result.user).id);
  return operation.result;
};
