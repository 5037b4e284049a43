import { z } from 'zod';

/** What the settings show of the sender's domain. Shared with the browser: no server code. */
export const domainViewSchema = z.strictObject({
  domain: z.string(),
  checks: z.array(
    z.strictObject({
      name: z.enum(['DKIM', 'SPF', 'DMARC', 'MX']),
      state: z.enum(['good', 'missing', 'wrong', 'unknown']),
      /** What it is, and what was found, in words. */
      sentence: z.string(),
      /** What to write with whoever keeps the domain; null when there is nothing to write. */
      write: z.strictObject({ type: z.string(), host: z.string(), value: z.string() }).nullable(),
    }),
  ),
});
export type DomainView = z.infer<typeof domainViewSchema>;
export type DomainCheck = DomainView['checks'][number];
