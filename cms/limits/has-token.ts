import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { readEnvironment } from '../environment.ts';

/**
 * Whether a request carries a token that this CMS has signed (JWT, RFC 7519, HS256): known before anything of its body is
 * read. Whether it still counts, and for what, Payload asks afterwards.
 */
export function hasToken(headers: Headers): boolean {
  const cookie = /(?:^|;\s*)payload-token=([^;]+)/.exec(headers.get('cookie') ?? '')?.[1];
  const token = /^(?:JWT|Bearer) (.+)$/.exec(headers.get('authorization') ?? '')?.[1] ?? cookie;
  const [head = '', body = '', given = ''] = (token ?? '').split('.');
  // As Payload makes the key of its tokens of the secret.
  const key = createHash('sha256')
    .update(readEnvironment().payloadSecret)
    .digest('hex')
    .slice(0, 32);
  const signed = createHmac('sha256', key).update(`${head}.${body}`).digest();
  const signature = Buffer.from(given, 'base64url');
  return signature.length === signed.length && timingSafeEqual(signature, signed);
}
