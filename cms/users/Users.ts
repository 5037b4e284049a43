import {
  APIError,
  type CollectionAfterChangeHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionConfig,
  type PayloadRequest,
  type Where,
} from 'payload';
import { isAdmin, isAdminField, nobodyField, readUsers } from '../access.ts';
import { logUser, logUserRemoved } from '../log/write-log.ts';
import { readEnvironment } from '../environment.ts';
import { endOldSessions } from './logins/end-old-sessions.ts';
import { countLogin, forgiveLogin, noteFailedLogin } from './logins/limit-logins.ts';
import { rememberDevice } from './logins/known-device.ts';
import { text } from '../text.ts';
import { text as words } from './text.ts';
import { assertGoodPassword } from './passwords/assert-good-password.ts';
import { notePassword } from './passwords/note-password.ts';
import { noteOldAddress } from './passwords/old-address.ts';
import { requirePresentPassword } from './passwords/require-present-password.ts';
import { registerFirst } from './first-admin/register-first.ts';
import { forgotPassword } from './resets/forgot-password.ts';
import {
  endSessionOfReset,
  handOutRecoveryCodes,
  requireSecondFactor,
} from './second-factor/require-second-factor.ts';
import { secondFactorEndpoints } from './second-factor/endpoints.ts';
import { sessionEndpoints } from './sessions/session-endpoints.ts';
import { hasUsers } from './first-admin/setup-code.ts';
import { noteChange, noteRemoval, refuseWaiting } from './waiting/hold-changed.ts';

/** The first user is the administrator, whatever was chosen. */
const welcomeFirst: CollectionBeforeChangeHook = async ({ data, operation, req }) =>
  operation !== 'create' || (await hasUsers(req.payload)) ? data : { ...data, role: 'admin' };

/** Somebody must be able to let people in. */
const keepAnAdmin: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  const isDemoted =
    operation === 'update' && originalDoc?.role === 'admin' && data.role !== 'admin';
  if (isDemoted) await assertAnotherAdmin(req, String(originalDoc.id));
  return data;
};

/** Two at once may each see the other one: whoever finds nobody left afterwards takes her own change back. */
const undoLastDemotion: CollectionAfterChangeHook = async ({
  doc,
  previousDoc,
  operation,
  req,
}) => {
  if (operation === 'update' && previousDoc?.role === 'admin' && doc.role !== 'admin')
    await keepUnlessLast(req, String(doc.id));
  return doc;
};

/** An administrator is removed as one who is none any more, so that two removals see each other, too. */
const keepLastAdmin: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const demoted = await setRole(req, { id: String(id), from: 'admin', to: 'writer' });
  if (demoted) await keepUnlessLast(req, String(id));
};

async function keepUnlessLast(req: PayloadRequest, id: string): Promise<void> {
  try {
    await assertAnotherAdmin(req, id);
  } catch (error) {
    await setRole(req, { id, to: 'admin' });
    throw error;
  }
}

async function setRole(
  { payload }: PayloadRequest,
  { id, from, to }: { id: string; from?: string; to: string },
): Promise<boolean> {
  const and: Where[] = [
    { id: { equals: id } },
    ...(from === undefined ? [] : [{ role: { equals: from } }]),
  ];
  const row: unknown = await payload.db.updateOne({
    ...{ collection: 'users', where: { and }, data: { role: to } },
    options: { atomic: true },
  });
  return row !== null && row !== undefined;
}

async function assertAnotherAdmin(req: PayloadRequest, id: string): Promise<void> {
  const { totalDocs } = await req.payload.count({
    collection: 'users',
    where: { and: [{ role: { equals: 'admin' } }, { id: { not_equals: id } }] },
    req,
  });
  if (totalDocs === 0) throw new APIError(words.problems.lastAdmin, 400, null, true);
}

/** What only the system reads and writes. */
const ours = {
  hidden: true,
  access: { create: nobodyField, read: nobodyField, update: nobodyField },
} as const;

/** Who works here. The roles' rights are in `access.ts`. */
export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: words.singular, plural: words.plural },
  auth: {
    tokenExpiration: 8 * 60 * 60,
    // Never locked against its owner: see `limit-logins.ts`.
    maxLoginAttempts: Number.MAX_SAFE_INTEGER,
    cookies: { sameSite: 'Lax', secure: readEnvironment().cmsUrl.startsWith('https:') },
  },
  admin: {
    group: text.groups.system,
    hideAPIURL: true,
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'role'],
  },
  access: {
    read: readUsers,
    create: isAdmin,
    update: readUsers,
    delete: isAdmin,
    admin: ({ req }) => Boolean(req.user),
    unlock: isAdmin,
  },
  disableDuplicate: true,
  endpoints: [registerFirst, forgotPassword, ...secondFactorEndpoints, ...sessionEndpoints],
  hooks: {
    beforeOperation: [
      countLogin,
      requireSecondFactor,
      endOldSessions,
      assertGoodPassword,
      requirePresentPassword,
    ],
    afterLogin: [forgiveLogin],
    afterError: [noteFailedLogin],
    beforeLogin: [refuseWaiting],
    beforeChange: [welcomeFirst, keepAnAdmin, noteChange],
    afterChange: [undoLastDemotion, logUser, noteOldAddress],
    beforeDelete: [noteRemoval, keepLastAdmin],
    afterDelete: [logUserRemoved],
    afterOperation: [notePassword, handOutRecoveryCodes, endSessionOfReset, rememberDevice],
  },
  fields: [
    {
      name: 'code',
      type: 'text',
      virtual: true,
      label: words.code,
      admin: {
        description: words.codeHelp,
        // Asked of the first user only: nobody is logged in yet.
        condition: (_data, _siblings, { user }) => !user,
        disableListColumn: true,
        disableListFilter: true,
        disableBulkEdit: true,
        components: { Field: '/users/first-admin/SetupCodeField#SetupCodeField' },
      },
    },
    { name: 'name', type: 'text', label: words.name },
    {
      name: 'currentPassword',
      type: 'text',
      virtual: true,
      label: words.presentPassword,
      admin: {
        description: words.presentPasswordHelp,
        condition: (data, _siblings, { user }) => Boolean(user) && data['id'] === user?.id,
        disableListColumn: true,
        disableListFilter: true,
        disableBulkEdit: true,
        components: { Field: '/users/passwords/PresentPasswordField#PresentPasswordField' },
      },
    },
    {
      name: 'role',
      type: 'select',
      label: words.role,
      required: true,
      defaultValue: 'writer',
      saveToJWT: true,
      admin: { isClearable: false },
      options: Object.entries(text.roles).map(([value, label]) => ({ value, label })),
      access: { create: isAdminField, update: isAdminField },
    },
    // When the link for a new password is mailed next; empty when no mail is owed.
    { name: 'resetMailDueAt', type: 'date', index: true, ...ours },
    // See `second-factor/second-factor.ts`.
    { name: 'secondFactor', type: 'json', ...ours },
    { name: 'secondFactorWrites', type: 'number', ...ours },
    {
      name: 'doors',
      type: 'ui',
      admin: {
        condition: (data) => Boolean(data['id']),
        components: { Field: '/users/second-factor/AccountDoors#AccountDoors' },
        disableListColumn: true,
      },
    },
  ],
};
