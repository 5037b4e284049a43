import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether two secrets are the same; takes the same time whatever was sent. */
export const equalSecrets = (a: string | Uint8Array, b: string | Uint8Array): boolean =>
  timingSafeEqual(digest(a), digest(b));

// Equal lengths are what timingSafeEqual asks for.
const digest = (value: string | Uint8Array) => createHash('sha256').update(value).digest();
