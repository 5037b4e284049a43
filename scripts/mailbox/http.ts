import type { IncomingMessage, ServerResponse } from 'node:http';

const largestBody = 40 * 1024 * 1024;

export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): void {
  response
    .writeHead(status, { ...headers, 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(value));
}

/** The body as text; undefined when it is larger than the 40 MB that the provider takes. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer; // why: a request without an encoding gives buffers
    size += bytes.length;
    if (size <= largestBody) chunks.push(bytes); // the rest is read too, or the answer never arrives
  }
  return size > largestBody ? undefined : Buffer.concat(chunks).toString('utf8');
}
