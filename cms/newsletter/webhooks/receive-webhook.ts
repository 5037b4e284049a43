import { Resend } from 'resend';
import type { PayloadHandler, PayloadRequest } from 'payload';
import { z } from 'zod';
import { recordEvent } from './record-event.ts';
import { readBody } from '../../web/read-form.ts';
import { readEnvironment } from '../../environment.ts';

const words = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
/** Tags come back as an object or as the list they were sent as. */
const tags = z
  .union([
    z.record(z.string(), z.string()),
    z
      .array(z.object({ name: z.string(), value: z.string() }))
      .transform((list) => Object.fromEntries(list.map(({ name, value }) => [name, value]))),
  ])
  .nullish()
  .transform((value) => value ?? {});
const event = z.object({
  type: z.string(),
  created_at: words,
  data: z.object({
    email_id: words,
    tags,
    bounce: z.object({ type: words }).nullish(),
  }),
});

/**
 * `POST /api/webhooks/resend`: what became of accepted mails. The signature is checked over the raw
 * body before anything is read; events we do not keep are answered 200, or they would come again.
 */
export const receiveWebhook: PayloadHandler = async (req) => {
  const body = await readBody(req, 256 * 1024);
  if (body === undefined) return new Response(null, { status: 413 });
  const id = header(req, 'id');
  const parsed = verify(req, new TextDecoder().decode(body));
  if (parsed === undefined) return new Response(null, { status: 401 });
  const known = event.safeParse(parsed);
  if (known.success) {
    const { type, created_at: at, data } = known.data;
    await recordEvent(req.payload, {
      id,
      type,
      at,
      resendId: data.email_id,
      deliveryId: data.tags['delivery'] ?? '',
      subscriberId: data.tags['subscriber'] ?? '',
      isPermanentBounce: type === 'email.bounced' && /^permanent$/i.test(data.bounce?.type ?? ''),
    });
  }
  return Response.json({ ok: true });
};

/** The signed content, or undefined when the signature, its age (300 s) or our secret is missing or wrong. */
function verify(req: PayloadRequest, payload: string): unknown {
  const { resendWebhookSecret: webhookSecret, resendApiKey } = readEnvironment();
  if (webhookSecret === undefined) {
    req.payload.logger.error({
      area: 'newsletter',
      msg: 'a webhook came, but RESEND_WEBHOOK_SECRET is not set',
    });
    return undefined;
  }
  const headers = {
    id: header(req, 'id'),
    timestamp: header(req, 'timestamp'),
    signature: header(req, 'signature'),
  };
  try {
    return new Resend(resendApiKey).webhooks.verify({ payload, headers, webhookSecret });
  } catch {
    return undefined; // forged or stale: the caller answers 401
  }
}

/** Svix sends its own names, the standard it became uses `webhook-`. */
const header = (req: PayloadRequest, name: string) =>
  req.headers.get(`svix-${name}`) ?? req.headers.get(`webhook-${name}`) ?? '';
