import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { logAccount } from '../../log/write-log.ts';
import { json, readJson } from '../../shared/http.ts';
import { accountOf } from '../account-of.ts';
import type { SessionsView } from './sessions-view.ts';

const time = z.coerce.date().transform((date) => date.toISOString());
const kept = z.array(z.object({ id: z.string(), createdAt: time, expiresAt: time })).catch([]);
const sent = z.object({ session: z.string().optional() });

/** `GET /api/users/<id>/sessions`: a `SessionsView`, for the person herself and for administrators. */
const list: Endpoint = {
  path: '/:id/sessions',
  method: 'get',
  handler: async (req) => {
    const { sessions } = await accountOf(req);
    const now = new Date().toISOString();
    const shown = kept.parse(sessions).filter(({ expiresAt }) => expiresAt > now);
    return json({
      sessions: shown
        .map(({ id, createdAt, expiresAt }) => ({
          ...{ id, since: createdAt, until: expiresAt },
          isThis: id === sessionOf(req),
        }))
        .toSorted((a, b) => b.since.localeCompare(a.since)),
    } satisfies SessionsView);
  },
};

/** `POST …/sessions/end` with `session`, or without for all but the one that asks. */
const end: Endpoint = {
  path: '/:id/sessions/end',
  method: 'post',
  handler: async (req) => {
    const owner = await accountOf(req);
    const { session } = sent.parse((await readJson(req)) ?? {});
    // Written like Payload's own: what the request read, less some. `narrow-user-writes.ts` takes only those away.
    const sessions = (owner.sessions ?? []).filter(({ id }) =>
      session === undefined ? id === sessionOf(req) : id !== session,
    );
    await req.payload.db.updateOne({
      ...{ collection: 'users', id: owner.id, req, returning: false },
      data: { ...owner, sessions },
    });
    await logAccount(req, 'sessions-ended', owner);
    return json({ ok: true });
  },
};

export const sessionEndpoints: Endpoint[] = [list, end];

const sessionOf = ({ user }: PayloadRequest) =>
  z.object({ _sid: z.string() }).safeParse(user).data?._sid;
