import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionBeforeLoginHook,
} from 'payload';
import { noteAccount } from '../../departures/note-departure.ts';
import { text } from '../text.ts';
import { isWaiting } from './waiting-accounts.ts';

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
