import {
  Forbidden,
  type AfterErrorHook,
  type CollectionAfterChangeHook,
  type CollectionAfterDeleteHook,
  type Endpoint,
  type GlobalConfig,
  type Payload,
  type PayloadRequest,
  type RequestContext,
} from 'payload';
import { RequestLimit } from '../limits/limit-requests.ts';
import { isReleased } from '../mapping/is-released.ts';
import type { Role } from '../access.ts';
import { text } from '../text.ts';
import { text as logText } from './text.ts';

export type Act = keyof typeof logText.acts;

/** Who acts: whoever asks, or a person named by somebody who knows, or the system. */
type Actor =
  | PayloadRequest
  | { payload: Payload; user: { id: string; name?: string | null; email: string } | null };

/** Adds a line to the log, just after the act. */
export async function writeLog(
  actor: Actor,
  line: { act: Act; what: string; document: string; why?: string | undefined },
): Promise<void> {
  const { payload, user } = actor;
  const who = user === null ? logText.system : user.name || user.email;
  await payload.db.create({
    collection: 'log',
    data: { at: new Date().toISOString(), who, user: user?.id ?? null, ...line },
    ...('headers' in actor && { req: actor }),
  });
}

/** A global whose changes by people stand in the log. */
export const withLoggedChanges = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  hooks: {
    ...global.hooks,
    afterChange: [
      ...(global.hooks?.afterChange ?? []),
      async ({ doc, req }) => {
        const what = typeof global.label === 'string' ? global.label : global.slug;
        if (req.user) await writeLog(req, { act: 'settings-changed', what, document: global.slug });
        return doc as unknown;
      },
    ],
  },
});

interface ArticleRow {
  id: string;
  title?: string | null;
  _status?: string;
  published?: { revision?: string | null; firstAt?: string | null };
}

/**
 * Before anything of an operation is saved. Payload puts a copy in the context's place whenever a hook asks it
 * something, and of a bulk change all documents share one: what they leave for each other is in one map.
 */
export const beginOut = (context: RequestContext): void => {
  context['out'] ??= new Map<string, Out>();
};

/** What readers saw before a save; `stampRelease` leaves it for `logRelease`. */
export const rememberOut = (context: RequestContext, id: unknown, out: Out): void => {
  outOf(context)?.set(String(id), out);
};

/** The release before this save; null when there was none. */
export const recallOut = (context: RequestContext, id: unknown): unknown =>
  outOf(context)?.get(String(id)) ?? null;

const outOf = (context: RequestContext): Map<string, Out> | undefined =>
  // why: `beginOut` alone writes it
  context['out'] as Map<string, Out> | undefined;

/** Why an article is taken off the site; stands beside the act. */
export const rememberReason = (context: RequestContext, reason: string): void => {
  context['reason'] = reason;
};

type Out = Pick<ArticleRow, '_status' | 'published'> | null;

/** Published, changed while it is out, taken off the site. Drafts and autosave leave no line. */
export const logRelease: CollectionAfterChangeHook<ArticleRow> = async ({ context, doc, req }) => {
  const before = recallOut(context, doc.id) as Out; // set by `rememberOut` alone
  const act = await actOf(doc, before, req);
  if (act === undefined) return doc;
  const why = act === 'unpublished' ? String(context['reason'] ?? '') : undefined;
  await writeLog(req, { act, what: doc.title ?? '', document: doc.id, why });
  return doc;
};

async function actOf(doc: ArticleRow, before: Out, req: PayloadRequest): Promise<Act | undefined> {
  const wasOut = before?._status === 'published';
  if (doc._status === 'published') {
    if (doc.published?.revision === before?.published?.revision && wasOut) return undefined;
    return wasOut ? 'updated' : 'published';
  }
  // A draft beside what is out leaves that as it is.
  return wasOut && !(await isReleased({ payload: req.payload, req }, doc.id))
    ? 'unpublished'
    : undefined;
}

export const logDeletion: CollectionAfterDeleteHook<ArticleRow> = async ({ doc, req }) => {
  if (doc.published?.firstAt) {
    await writeLog(req, { act: 'deleted', what: doc.title ?? '', document: doc.id });
  }
};

interface UserRow {
  id: string;
  name?: string | null;
  email?: string;
  role?: Role;
}

const nameOf = ({ name, email, role }: UserRow) =>
  `${name || email || ''} (${role === undefined ? '' : text.roles[role]})`;

/** What happens with an account, by whoever asks; at a login she is not yet the one who asks. */
export async function logAccount(
  { payload, user }: PayloadRequest,
  act: Act,
  account: Account,
): Promise<void> {
  const line = { act, what: nameOf(account), document: account.id };
  await writeLog({ payload, user: user ?? account }, line);
}

type Account = UserRow & { email: string };

/** A person was refused something: told to administrators, once a minute and address. */
export const logRefusal: AfterErrorHook = async ({ error, req }) => {
  if (error instanceof Forbidden) await noteRefusal(req);
  return undefined;
};

/** An endpoint of ours, whose refusals of people stand in the log like Payload's own. */
export const withLoggedRefusals = (endpoint: Endpoint): Endpoint => ({
  ...endpoint,
  handler: async (req) => {
    const response = await endpoint.handler(req);
    if (response.status === 401 || response.status === 403) await noteRefusal(req);
    return response;
  },
});

async function noteRefusal({ method, pathname, payload, user }: PayloadRequest): Promise<void> {
  if (!user) return;
  const what = `${method ?? ''} ${pathname}`.slice(0, 200);
  if (refusals.count(`${user.id} ${what}`) > 0) return;
  await writeLog({ payload, user }, { act: 'access-refused', what, document: '' });
}
const refusals = new RequestLimit({ most: 1, windowSeconds: 60 });

export const logUser: CollectionAfterChangeHook<UserRow> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const isAdded = operation === 'create';
  if (!isAdded && doc.role === previousDoc.role) return doc;
  const act = isAdded ? 'user-added' : 'role-changed';
  await writeLog(req, { act, what: nameOf(doc), document: doc.id });
  return doc;
};

export const logUserRemoved: CollectionAfterDeleteHook<UserRow> = ({ doc, req }) =>
  writeLog(req, { act: 'user-removed', what: nameOf(doc), document: doc.id });
