import { randomUUID } from 'node:crypto';
import { handleEndpoints } from 'payload';
import type { Newsroom } from './start-newsroom.ts';

type Fields = Record<string, string | string[]> | [string, string][];

/** Asks this domain's endpoints as HTTP would, without a port. */
export function ask(
  { payload, key }: Pick<Newsroom, 'payload' | 'key'>,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const request = new Request(new URL(path, 'http://evil.example'), init);
  return handleEndpoints({
    config: payload.config,
    payloadInstanceCacheKey: key,
    request,
  });
}

/** A POST as a browser's form sends it. */
export function postForm(newsroom: Newsroom, path: string, fields: Fields = {}) {
  const body = new URLSearchParams();
  for (const [name, value] of Array.isArray(fields) ? fields : Object.entries(fields)) {
    for (const each of Array.isArray(value) ? value : [value]) body.append(name, each);
  }
  return ask(newsroom, path, { method: 'POST', body });
}

export function sendJson(newsroom: Newsroom, path: string, value: unknown) {
  return ask(newsroom, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
}

/** Headers of somebody of the newsroom who is logged in. */
export async function asUser(
  { payload }: Newsroom,
  role: 'admin' | 'editor' | 'writer' = 'editor',
): Promise<{ email: string; headers: { authorization: string } }> {
  const data = { email: `${role}-${randomUUID()}@eksempel.no`, password: 'en lang nok setning' };
  await payload.create({ collection: 'users', data: { ...data, name: role, role } });
  const { token } = await payload.login({ collection: 'users', data });
  return { email: data.email, headers: { authorization: `JWT ${String(token)}` } };
}
