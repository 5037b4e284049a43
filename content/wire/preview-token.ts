import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { equalSecrets } from './equal-secrets.ts';

/** What a preview address gives: the newest draft of one article, until a time (seconds since 1970). */
const claimSchema = z.object({
  id: z.string(),
  exp: z.number(),
  /** Given to somebody without an account. */
  share: z.literal(true).optional(),
});
export type PreviewClaim = z.infer<typeof claimSchema>;

/** How far ahead `exp` may lie, in seconds: in the admin's own pane, and for a link that was given away. */
export const longestLife = { pane: 10 * 60, share: 7 * 24 * 3_600 } as const;

/** `<claim>.<signature>`, both base64url: HMAC-SHA-256 with the token that CMS and publisher share. */
export function createPreviewToken(claim: PreviewClaim, publishToken: string): string {
  const body = Buffer.from(JSON.stringify(claim)).toString('base64url');
  return `${body}.${sign(body, publishToken)}`;
}

/**
 * The article id of a valid token; why not, otherwise. `sharedAt` (ISO 8601 UTC) is when a link was given away, for
 * the CMS to judge: it knows which ones a restore has ended. `now` is in milliseconds.
 */
export function readPreviewToken(
  token: string,
  publishToken: string,
  now = Date.now(),
): { ok: true; id: string; sharedAt?: string } | { ok: false; reason: 'invalid' | 'expired' } {
  const [body = '', signature = ''] = token.split('.');
  if (!equalSecrets(signature, sign(body, publishToken))) return { ok: false, reason: 'invalid' };
  const claim = claimSchema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString()));
  if (!claim.success) return { ok: false, reason: 'invalid' };
  const left = claim.data.exp - now / 1000;
  const longest = claim.data.share === true ? longestLife.share : longestLife.pane;
  // Two clocks may differ by a few seconds.
  if (left <= 0 || left > longest + 5) return { ok: false, reason: 'expired' };
  const { id, exp, share } = claim.data;
  if (share !== true) return { ok: true, id };
  return { ok: true, id, sharedAt: new Date((exp - longestLife.share) * 1000).toISOString() };
}

const sign = (body: string, publishToken: string) =>
  createHmac('sha256', publishToken).update(`preview:${body}`).digest('base64url');
