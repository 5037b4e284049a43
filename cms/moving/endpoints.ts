import type { Endpoint, PayloadHandler } from 'payload';
import { isPublisher } from '../shared/is-publisher.ts';
import { json, readJson, unauthorized } from '../shared/http.ts';
import { moveIn, moveInSchema } from './move-in.ts';

/**
 * `POST /api/moving/import`, for who has the machine (`PUBLISH_TOKEN`): a line of JSON for every step, the last with the
 * report or the error. Whoever asked may go: what was begun is finished.
 */
const importArchive: PayloadHandler = async (req) => {
  if (!isPublisher(req.headers)) return unauthorized();
  const asked = moveInSchema.safeParse(await readJson(req)).data;
  if (asked === undefined) return json({ errors: [{ message: 'paths' }] }, 400);
  const lines = new TransformStream<string, string>();
  const writer = lines.writable.getWriter();
  const say = (line: object) =>
    void writer.write(`${JSON.stringify(line)}\n`).catch(() => undefined); // nobody listens any more
  void moveIn(req.payload, asked, (done, total) => say({ done, total }))
    .then((moved) => say({ moved }))
    .catch((err: unknown) => {
      req.payload.logger.error({ area: 'moving', err, msg: 'an import failed' });
      say({ error: err instanceof Error ? err.message : String(err) });
    })
    .finally(() => void writer.close().catch(() => undefined));
  return new Response(lines.readable.pipeThrough(new TextEncoderStream()), {
    headers: { 'content-type': 'application/x-ndjson' },
  });
};

/** Below `/api`. */
export const movingEndpoints: Endpoint[] = [
  { path: '/moving/import', method: 'post', handler: importArchive },
];
