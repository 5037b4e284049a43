import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getPayload, handleEndpoints, type Migration, type Payload } from 'payload';
import sharp from 'sharp';
import type { Article } from '../../payload-types.ts';

export const scratchToken = 'scratch-token-scratch-token-scratch-token';

export interface ScratchCms {
  payload: Payload;
  /** A request to the REST API as the publisher makes it; `null` token: as anyone. */
  request: (path: string, body?: unknown, token?: string | null) => Promise<Response>;
  /** A published article unless `data` says otherwise. */
  anArticle: (data?: Record<string, unknown>) => Promise<Article>;
  /** A picture of 1200 × 800, through the real upload. */
  aPicture: () => Promise<{ id: string }>;
  stop: () => Promise<void>;
}

/** The real CMS, without its web server, on a throwaway SQLite file. One for each test file. */
export async function startScratchCms(): Promise<ScratchCms> {
  const folder = await mkdtemp(join(tmpdir(), 'publish-'));
  Object.assign(process.env, {
    DATA_DIR: folder,
    DATABASE_URL: `file:${folder}/scratch.db`,
    PAYLOAD_SECRET: 'scratch-secret-scratch-secret-scratch-secret',
    PUBLISH_TOKEN: scratchToken,
    RESEND_API_KEY: 're_scratch',
    PAYLOAD_LOG_LEVEL: 'silent',
  });
  // The configuration reads the environment when it is imported.
  const [{ default: config }, { migrations }] = await Promise.all([
    import('../../payload.config.ts'),
    import('../../migrations/index.ts'),
  ]);
  const payload = await getPayload({ config });
  payload.logger.level = 'silent';
  // Payload's common type does not know the adapter's arguments.
  await payload.db.migrate({ migrations: migrations as Migration[] });

  let number = 0;
  return {
    payload,
    request: (path, body, token = scratchToken) =>
      handleEndpoints({
        config,
        request: new Request(`http://localhost:3000/api${path}`, {
          method: body === undefined ? 'GET' : 'POST',
          headers: {
            'content-type': 'application/json',
            ...(token !== null && { authorization: `Bearer ${token}` }),
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
      }),
    anArticle: (data = {}) => {
      number += 1;
      return payload.create({
        collection: 'articles',
        data: {
          title: `Sak ${number}`,
          lead: 'Ingress',
          kind: 'news',
          marking: 'editorial',
          sendAlert: false,
          _status: 'published',
          ...data,
        },
      });
    },
    aPicture: async () => {
      const canvas = { width: 1200, height: 800, channels: 3, background: '#468' } as const;
      const data = await sharp({ create: canvas }).jpeg().toBuffer();
      const file = { data, name: 'Kø i butikken.jpg', mimetype: 'image/jpeg', size: data.length };
      const words = { alt: 'Folk i kø', credit: 'Ola Nordmann' };
      return payload.create({ collection: 'media', data: words, file });
    },
    stop: async () => {
      await payload.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
