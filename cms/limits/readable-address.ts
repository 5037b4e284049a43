import { text } from './text.ts';

/** Payload's own doors that lead nowhere here: addresses of accounts are not confirmed by mail. */
const shut = /^\/api\/users\/verify(\/|$)/;

/**
 * An address as Payload can read it: bytes that are no text are refused with 400 before anybody stumbles over them, doors
 * that lead nowhere with 404, and where a file lies is not for the asker to say.
 */
export function readableAddress(request: Request): Request | Response {
  const url = new URL(request.url);
  if (!isText(url.pathname)) return refuse(text.addressUnreadable, 400);
  if (shut.test(url.pathname)) return refuse(text.notHere, 404);
  if (!url.searchParams.has('prefix')) return request;
  url.searchParams.delete('prefix');
  return new Request(url, request);
}

function isText(pathname: string): boolean {
  try {
    return !decodeURIComponent(pathname).includes('\0');
  } catch {
    return false;
  }
}

const refuse = (message: string, status: number): Response =>
  Response.json({ errors: [{ message }] }, { status, headers: { 'cache-control': 'no-store' } });

/** A route of Next's that only sees addresses that can be read. */
export const withReadableAddress =
  <Context>(route: (request: Request, context: Context) => Promise<Response>) =>
  async (request: Request, context: Context): Promise<Response> => {
    const readable = readableAddress(request);
    return readable instanceof Response ? readable : route(readable, context);
  };
