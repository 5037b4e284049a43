import { hasBearer } from '../../content/wire/bearer.ts';
import { readEnvironment } from '../environment.ts';

/** Whether the request carries the publisher's token. */
export const isPublisher = (headers: Headers): boolean =>
  hasBearer(headers.get('authorization'), readEnvironment().publishToken);
