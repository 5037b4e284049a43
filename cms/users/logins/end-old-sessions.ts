import { Forbidden, type CollectionBeforeOperationHook } from 'payload';
import { z } from 'zod';

/** However often a session is renewed: after so long its owner logs in again. */
const longest = 30 * 24 * 3600 * 1000;

const user = z.object({
  _sid: z.string(),
  sessions: z.array(z.object({ id: z.string(), createdAt: z.coerce.date() })),
});

/** Refuses to renew a session that began more than thirty days ago. */
export const endOldSessions: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'refresh') return args;
  const { data } = user.safeParse(req.user);
  const begun = data?.sessions.find(({ id }) => id === data._sid)?.createdAt;
  if (begun !== undefined && Date.now() - begun.getTime() > longest) throw new Forbidden(req.t);
  return args;
};
