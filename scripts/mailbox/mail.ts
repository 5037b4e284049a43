import { z } from 'zod';

const addresses = z.array(z.string()).default([]);

/** A mail as it was asked for, field names as in the SDK. */
const mailSchema = z.object({
  from: z.string(),
  to: z.array(z.string()),
  cc: addresses,
  bcc: addresses,
  replyTo: addresses,
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  headers: z.record(z.string(), z.string()),
  tags: z.array(z.object({ name: z.string(), value: z.string() })),
  /** The content itself is not kept. */
  attachments: z.array(z.object({ name: z.string(), bytes: z.number() })).default([]),
});
export type Mail = z.infer<typeof mailSchema>;

export const acceptedMailSchema = mailSchema.extend({
  id: z.string(),
  /** ISO 8601, on the stand-in's own clock. */
  at: z.string(),
  request: z.number(),
  idempotencyKey: z.string().nullable().default(null),
  /** Recipients, in lower case, that were on the suppression list when the mail was accepted. */
  suppressedTo: addresses,
});
export type AcceptedMail = z.infer<typeof acceptedMailSchema>;

export const recipientsOf = ({ to, cc, bcc }: Pick<Mail, 'to' | 'cc' | 'bcc'>) => [
  ...to,
  ...cc,
  ...bcc,
];
