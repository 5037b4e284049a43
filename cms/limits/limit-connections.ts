import { Server, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from './text.ts';

let isLimited = false;

/**
 * From now on no request to this process is read further than `most` bytes, whatever length it announced and whoever it is
 * for: pages of the admin are Next's, which reads to the end before anybody is asked. Below `/api` see `limitBody`.
 */
export function limitConnections(most: number): void {
  if (isLimited) return;
  isLimited = true;
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (event: string | symbol, ...args: unknown[]) {
    // why: what a server emits with each request
    if (event === 'request') limit(args[0] as IncomingMessage, args[1] as ServerResponse, most);
    return Reflect.apply(emit, this, [event, ...args]) as boolean;
  };
}

function limit(request: IncomingMessage, response: ServerResponse, most: number): void {
  const push = request.push.bind(request);
  let size = 0;
  request.push = (chunk: Uint8Array | null, encoding?: BufferEncoding): boolean => {
    size += chunk?.length ?? 0;
    if (size <= most) return push(chunk, encoding);
    if (!response.headersSent) {
      response.writeHead(413, { 'content-type': 'application/json', connection: 'close' });
      response.end(JSON.stringify({ errors: [{ message: text.bodyTooLarge }] }));
    }
    // Nobody reads on; the answer may be on its way for a moment still.
    setTimeout(() => request.socket.destroy(), 1_000).unref();
    return false;
  };
}
