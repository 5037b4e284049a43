import type { Endpoint } from 'payload';
import { json, unauthorized } from '../../shared/http.ts';
import { isPublisher } from '../../shared/is-publisher.ts';
import { sweepStore } from './sweep-store.ts';

/** Below `/api`; for who has the machine (`PUBLISH_TOKEN`). */
export const storeEndpoints: Endpoint[] = [
  {
    ...{ path: '/media-store/sweep', method: 'post' },
    handler: async ({ headers, payload }) =>
      isPublisher(headers)
        ? json({ moved: await sweepStore(payload, { isAsked: true }) })
        : unauthorized(),
  },
];
