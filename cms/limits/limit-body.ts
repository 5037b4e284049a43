import { hasToken } from './has-token.ts';
import { text } from './text.ts';

const kB = 1024;
const MB = 1024 * kB;

/** What a request below `/api` may carry, by its address; the first that fits counts. In bytes. */
const limits: readonly [address: RegExp, most: number][] = [
  [/^\/api\/newsletter\/import$/, 11 * MB], // a file of 10 MB in its form
  [/^\/api\/media(\/|$)/, 26 * MB], // a picture of 25 MB in its form
  [/^\/api\/moving\/screen\/look$/, 101 * MB], // an archive of 100 MB in its form
  [/^\/api\/files(\/|$)/, 101 * MB], // a film of 100 MB in its form
  [/^\/api\/(articles|publish\/draft)(\/|$)/, 4 * MB], // 60,000 words, as the text editor keeps them
  [/^\/api\/payload-preferences(\/|$)/, 64 * kB], // which columns, what is open
  [/^\/api\/webhooks\//, 256 * kB],
  [/^\/api\/(newsletter|users|desk)(\/|$)/, 64 * kB], // strangers may ask here
  [/^/, MB],
];

const forAnybody = 26 * MB;

const mostFor = (pathname: string) => limits.find(([address]) => address.test(pathname))?.[1] ?? 0;

/** The whole of a body; undefined as soon as it is longer than `most` bytes, whatever length was announced. */
export async function readAtMost(
  body: ReadableStream<Uint8Array> | null | undefined,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  if (body === null || body === undefined) return new Uint8Array();
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > most) {
      // Not cancelled: that would cut the connection before the answer is on its way. Nobody reads on, so the
      // sender is held up by its own unread bytes.
      reader.releaseLock();
      return undefined;
    }
    parts.push(value);
  }
  const whole = new Uint8Array(size);
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.byteLength;
  }
  return whole;
}

/** The same request with a body that was read within its limit, or 413 without having read more than that. */
export async function limitBody(request: Request): Promise<Request | Response> {
  const asked = mostFor(new URL(request.url).pathname);
  // What is larger than a picture is read of those alone who are logged in.
  const most = asked > forAnybody && !hasToken(request.headers) ? forAnybody : asked;
  const isAnnouncedTooLong = Number(request.headers.get('content-length') ?? 0) > most;
  const body = isAnnouncedTooLong ? undefined : await readAtMost(request.body, most);
  if (body === undefined) {
    return Response.json(
      { errors: [{ message: text.bodyTooLarge }] },
      { status: 413, headers: { 'cache-control': 'no-store' } },
    );
  }
  const { method, headers, signal } = request;
  if (method === 'GET' || method === 'HEAD') return request;
  return new Request(request.url, { method, headers, signal, body });
}

/** A route of Next's whose requests are read within their limits before anything else looks at them. */
export const withinLimit =
  <Context>(route: (request: Request, context: Context) => Promise<Response>) =>
  async (request: Request, context: Context): Promise<Response> => {
    const limited = await limitBody(request);
    return limited instanceof Response ? limited : route(limited, context);
  };
