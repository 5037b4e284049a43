import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { publisherEndpoints } from '../../content/model/urls.ts';
import { bearer } from '../../content/wire/bearer.ts';

const statusShape = z.object({
  state: z.string(),
  searchPending: z.boolean(),
  pages: z.number().default(0),
  /** Pictures it has not got or drawn yet. */
  pending: z.number().default(0),
});

/** What the publisher says it is doing; `down` while nobody answers. */
export async function publisherStatus(url: string, publishToken: string) {
  const answer = await fetch(`${url}${publisherEndpoints.status}`, {
    headers: { authorization: bearer(publishToken) },
  }).catch(() => undefined);
  return answer?.ok === true
    ? statusShape.parse(await answer.json())
    : { state: 'down', searchPending: true, pages: 0, pending: 0 };
}

/** Waits until everything is out and can be searched. False when it is not after `timeout` ms. */
export async function waitUntilPublished(options: {
  url: string;
  publishToken: string;
  timeout: number;
}): Promise<boolean> {
  const { url, publishToken, timeout } = options;
  const end = Date.now() + timeout;
  while (Date.now() < end) {
    const { state, searchPending } = await publisherStatus(url, publishToken);
    if (state === 'idle' && !searchPending) return true;
    await delay(100);
  }
  return false;
}
