import { APIError, type PayloadRequest } from 'payload';

/** 429 with a sentence, and in `Retry-After` the seconds until the next try. */
export function tooMany(req: PayloadRequest, seconds: number, message: string): APIError {
  req.responseHeaders ??= new Headers();
  req.responseHeaders.set('retry-after', String(seconds));
  return new APIError(message, 429, null, true);
}
