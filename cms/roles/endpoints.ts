import type { Endpoint } from 'payload';
import { z } from 'zod';
import { json, readJson, unauthorized } from '../shared/http.ts';
import { isPublisher } from '../shared/is-publisher.ts';
import { takeLease } from './leases.ts';
import { isShared } from './rights.ts';

const asked = z.object({ holder: z.string().min(1).max(100) });
/** Of the right to write into `SITE_TARGET`, in ms. */
const lasts = 15_000;

/** Below `/api`; for publishers: `{"lasts"}` when the right is the holder's from now on, null when it is another's. */
export const roleEndpoints: Endpoint[] = [
  {
    ...{ path: '/publish/target-right', method: 'post' },
    handler: async (req) => {
      if (!isPublisher(req.headers)) return unauthorized();
      const { data } = asked.safeParse(await readJson(req));
      if (data === undefined) return json({ error: 'unreadable' }, 400);
      const { holder } = data;
      const isGranted =
        !isShared() || (await takeLease(req.payload, 'site-target', { holder, lasts }));
      return json({ lasts: isGranted ? lasts : null });
    },
  },
];
