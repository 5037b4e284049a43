import { createHmac } from 'node:crypto';
import type { DeliveryRow } from '../store/rows.ts';
import { ask } from './ask.ts';
import type { Newsroom } from './start-newsroom.ts';

/** What a webhook may be made to differ in. */
export interface SentWebhook {
  id?: string;
  secret?: string;
  at?: number;
  data?: Record<string, unknown>;
}

/** A webhook about a delivery, signed as Svix signs: HMAC-SHA256 over `id.timestamp.body`. */
export function sendWebhook(
  newsroom: Newsroom,
  {
    type,
    delivery,
    id = crypto.randomUUID(),
    secret,
    at,
    data,
  }: SentWebhook & { type: string; delivery: DeliveryRow },
): Promise<Response> {
  const timestamp = String(Math.floor((at ?? Date.now()) / 1000));
  const body = JSON.stringify({
    type,
    created_at: new Date().toISOString(),
    data: {
      email_id: delivery.resendId,
      to: ['noen-andre@eksempel.no'],
      tags: { mailing: delivery.mailing, delivery: delivery.id },
      ...data,
    },
  });
  const key = Buffer.from(
    (secret ?? process.env['RESEND_WEBHOOK_SECRET'] ?? '').slice(6),
    'base64',
  );
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return ask(newsroom, '/api/webhooks/resend', {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'svix-id': id,
      'svix-timestamp': timestamp,
      'svix-signature': `v1,${signature}`,
    },
  });
}
