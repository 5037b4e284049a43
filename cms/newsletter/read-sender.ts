import type { Payload } from 'payload';
import { z } from 'zod';
import type { Sender } from './mail/layout.ts';
import { newsletterSettings } from './settings.ts';
import { pages } from './text.ts';

const words = z
  .string()
  .nullish()
  .transform((value) => (value ?? '').trim());
const publication = z.object({
  name: words,
  responsibleEditor: words,
  address: words,
  notice: words,
});

/** Who the mails and the small pages are from: the publication as the editors describe it. */
export async function readSender(payload: Payload): Promise<Sender> {
  const found = publication.parse(await payload.findGlobal({ slug: 'publication', depth: 0 }));
  return {
    ...found,
    name: found.name || pages.fallbackName,
    siteUrl: newsletterSettings().siteUrl,
  };
}
