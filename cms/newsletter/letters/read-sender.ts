import type { Payload } from 'payload';
import { loadPublication } from '../../mapping/load-article.ts';
import type { Sender } from './layout.ts';
import { toSender } from './to-alert.ts';
import { readEnvironment } from '../../environment.ts';

/** Who the mails and the small pages are from, as the editors describe the publication now. */
export const readSender = async (payload: Payload): Promise<Sender> =>
  toSender(await loadPublication(payload), readEnvironment().siteUrl);
