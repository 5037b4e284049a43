import type { PayloadRequest } from 'payload';

/** JSON that no cache may keep. */
export const json = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });

export const unauthorized = (): Response => json({ error: 'unauthorized' }, 401);
export const notFound = (): Response => json({ error: 'not-found' }, 404);

/** The body as JSON of unknown shape; undefined when it is none. */
export async function readJson(req: PayloadRequest): Promise<unknown> {
  try {
    return (await req.json?.()) as unknown; // any → unknown: the caller's schema decides
  } catch {
    return undefined; // no JSON: refused by the caller's schema
  }
}

/** A step of the endpoint's path, such as `:id`. */
export function pathParameter(req: PayloadRequest, name: string): string {
  const value = req.routeParams?.[name];
  return typeof value === 'string' ? value : '';
}
