import { createHmac, hkdfSync } from 'node:crypto';
import { readEnvironment } from '../environment.ts';

const keys = new Map<string, Buffer>();

/**
 * HMAC-SHA-256 of a value, base64url. Each purpose has a key of its own, derived from PAYLOAD_SECRET (HKDF, RFC 5869):
 * what was made for one is worthless for another.
 */
export function sign(purpose: string, value: string): string {
  const { payloadSecret } = readEnvironment();
  const name = `${purpose}\n${payloadSecret}`;
  let key = keys.get(name);
  if (!key) {
    key = Buffer.from(hkdfSync('sha256', payloadSecret, '', purpose, 32));
    keys.set(name, key);
  }
  return createHmac('sha256', key).update(value).digest('base64url');
}
