import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getPayload, handleEndpoints, type Payload } from 'payload';
import { vi } from 'vitest';
import type { Role } from '../access.ts';
import { dropTestDatabase, testDatabase } from './test-database.ts';

export const publishToken = 'publish-token-publish-token-publish-token';

type Asker = 'anonymous' | 'publisher' | Role;

export interface Answer {
  status: number;
  /** Parsed when it is JSON, else the text. */
  body: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into every shape
  headers: Headers;
}

export interface Room {
  payload: Payload;
  dataDir: string;
  databaseUrl: string;
  /** Under which Payload keeps this instance in its cache. */
  key: string;
  /** A request to the REST API, with the rights of the named role. */
  ask: (who: Asker, method: string, path: string, body?: unknown) => Promise<Answer>;
  /** A request to the REST API with headers of its own. */
  fetch: (
    method: string,
    path: string,
    options: { headers?: Record<string, string>; body?: unknown },
  ) => Promise<Answer>;
  stop: () => Promise<void>;
}

interface Options {
  /** A room that nobody has entered yet. */
  isEmpty?: boolean;
  /** Settings other than those of `testEnvironment`. */
  environment?: Record<string, string>;
}

/** The settings of a CMS in a test but for where its data is: nothing of them leads out of the machine. */
export const testEnvironment = {
  // Payload runs the migrations only in production.
  NODE_ENV: 'production' as const,
  PAYLOAD_SECRET: 'payload-secret-payload-secret-payload-secret',
  PUBLISH_TOKEN: publishToken,
  RESEND_API_KEY: 're_test',
  RESEND_BASE_URL: 'http://127.0.0.1:9',
  RESEND_WEBHOOK_SECRET: `whsec_${Buffer.from('a webhook secret for tests').toString('base64')}`,
  PUBLISHER_URL: 'http://127.0.0.1:9',
  CMS_URL: 'http://localhost:3000',
  SITE_URL: 'http://localhost:4321',
};

let hasStarted = false;

/**
 * The real configuration on a throwaway DATA_DIR, with one user of each role. One room at a time in a test
 * file.
 */
export async function startRoom(options: Options = {}): Promise<Room> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cms-room-'));
  const name = `kundefront-${randomUUID().slice(0, 8)}`;
  const databaseUrl = testDatabase(dataDir);
  const environment = {
    ...testEnvironment,
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    ...options.environment,
  };
  for (const [key, value] of Object.entries(environment)) vi.stubEnv(key, value);
  // The configuration reads its settings when it is imported. A test's own imports stay those of its first room.
  if (hasStarted) vi.resetModules();
  hasStarted = true;
  const { default: config } = await import('../payload.config.ts');
  const payload = await getPayload({ config, key: name });

  await payload.updateGlobal({
    slug: 'publication',
    data: { owner: 'Eieren AS', responsibleEditor: 'Ada Nord' },
  });

  const tokens = new Map<Asker, string>();
  const headersOf = (who: Asker): Record<string, string> => {
    if (who === 'anonymous') return {};
    if (who === 'publisher') return { authorization: `Bearer ${publishToken}` };
    return { authorization: `JWT ${tokens.get(who) ?? ''}` };
  };
  const ask: Room['ask'] = (who, method, path, body) =>
    fetch(method, path, { headers: headersOf(who), body });
  const fetch: Room['fetch'] = async (method, path, { headers = {}, body }) => {
    // A form is written out first: a body that is refused half-way leaves nothing behind to fail.
    const form = body instanceof FormData ? new Response(body) : undefined;
    const sent = form === undefined ? JSON.stringify(body) : await form.arrayBuffer();
    const contentType = form?.headers.get('content-type') ?? 'application/json';
    const response = await handleEndpoints({
      config,
      request: new Request(`http://localhost:3000/api${path}`, {
        method,
        headers: { ...(body !== undefined && { 'content-type': contentType }), ...headers },
        ...(body !== undefined && { body: sent }),
      }),
      payloadInstanceCacheKey: name,
    });
    const text = await response.text();
    const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      body: isJson ? JSON.parse(text) : text,
      headers: response.headers,
    };
  };

  for (const role of options.isEmpty === true ? [] : (['admin', 'editor', 'writer'] as const)) {
    const user = { email: `${role}@example.com`, password: 'a long password' };
    await payload.create({ collection: 'users', data: { ...user, name: role, role } });
    const login = await payload.login({ collection: 'users', data: user });
    tokens.set(role, login.token ?? '');
  }
  return {
    payload,
    dataDir,
    databaseUrl,
    key: name,
    ask,
    fetch,
    stop: async () => {
      await payload.destroy();
      await dropTestDatabase(databaseUrl);
      vi.unstubAllEnvs();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
