import { z } from 'zod';

const time = z.iso.datetime();

/**
 * What the publisher says about an article it rendered: when each step was done, null when it is not yet.
 * `removed` in place of a revision: the article is gone.
 */
const renderedSchema = z.strictObject({
  id: z.string(),
  revision: z.string(),
  pulledAt: time,
  renderedAt: time,
  listsAt: time.nullable(),
  feedsAt: time.nullable(),
  searchAt: time.nullable(),
});

export const renderedListSchema = z.object({ receipts: z.array(renderedSchema).max(10_000) });

export type Rendered = z.infer<typeof renderedSchema>;

/** The revision of an article that is not (or no longer) public. */
export const removedRevision = 'removed';
