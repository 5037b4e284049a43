import { createHash, timingSafeEqual } from 'node:crypto';
import { readEnvironment } from '../environment.ts';

/** Whether the request carries the publisher's token. Takes the same time whatever was sent. */
export function isPublisher(headers: Headers): boolean {
  const expected = `Bearer ${readEnvironment().publishToken}`;
  return timingSafeEqual(digest(headers.get('authorization') ?? ''), digest(expected));
}

// Equal lengths are what timingSafeEqual asks for.
const digest = (text: string) => createHash('sha256').update(text).digest();
