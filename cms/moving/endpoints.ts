import type { Endpoint, PayloadHandler, PayloadRequest } from 'payload';
import type { z } from 'zod';
import { isPublisher } from '../shared/is-publisher.ts';
import { json, readJson, unauthorized } from '../shared/http.ts';
import { moveIn, moveInSchema } from './move-in.ts';
import { moveOut, moveOutSchema } from './out/move-out.ts';

type Tell = (done: number, total?: number) => void;

/**
 * For who has the machine (`PUBLISH_TOKEN`): a line of JSON for every step, the last with what was moved, or the error.
 * Whoever asked may go: what was begun is finished.
 */
const streamed =
  <Asked, Moved>(
    schema: z.ZodType<Asked>,
    work: (req: PayloadRequest, asked: Asked, tell: Tell) => Promise<Moved>,
  ): PayloadHandler =>
  async (req) => {
    if (!isPublisher(req.headers)) return unauthorized();
    const asked = schema.safeParse(await readJson(req));
    if (!asked.success) return json({ errors: [{ message: asked.error.message }] }, 400);
    const lines = new TransformStream<string, string>();
    const writer = lines.writable.getWriter();
    const ignore = () => undefined; // nobody listens any more
    const say = (line: object) => void writer.write(`${JSON.stringify(line)}\n`).catch(ignore);
    void work(req, asked.data, (done, total) => say({ done, total }))
      .then((moved) => say({ moved }))
      .catch((err: unknown) => {
        req.payload.logger.error({ area: 'moving', err, msg: 'moving failed' });
        say({ error: err instanceof Error ? err.message : String(err) });
      })
      .finally(() => void writer.close().catch(ignore));
    return new Response(lines.readable.pipeThrough(new TextEncoderStream()), {
      headers: { 'content-type': 'application/x-ndjson' },
    });
  };

/** Below `/api`. */
export const movingEndpoints: Endpoint[] = [
  {
    ...{ path: '/moving/import', method: 'post' },
    handler: streamed(moveInSchema, ({ payload }, asked, tell) => moveIn(payload, asked, tell)),
  },
  {
    ...{ path: '/moving/export', method: 'post' },
    handler: streamed(moveOutSchema, ({ payload }, asked, tell) => moveOut(payload, asked, tell)),
  },
];
