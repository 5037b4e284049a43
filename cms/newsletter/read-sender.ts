import type { Payload } from 'payload';
import { loadPublication } from '../publish/load-article.ts';
import type { Sender } from './mail/layout.ts';
import { toSender } from './mail/to-alert.ts';
import { newsletterSettings } from './settings.ts';

/** Who the mails and the small pages are from, as the editors describe the publication now. */
export const readSender = async (payload: Payload): Promise<Sender> =>
  toSender(await loadPublication(payload), newsletterSettings().siteUrl);
