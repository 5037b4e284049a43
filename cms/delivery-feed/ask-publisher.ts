import type { Payload } from 'payload';
import type { DocumentType } from '../../content/model/documents.ts';
import { renderedListSchema, type Rendered } from '../../content/wire/receipt.ts';
import { readEnvironment } from '../environment.ts';
import { publisherEndpoints } from '../../content/model/urls.ts';
import { bearer } from '../../content/wire/bearer.ts';

const askTimeoutMs = 2000;

/** Tells the publisher that something changed. A lost ping costs seconds only: the publisher also polls. */
export async function pingPublisher(
  types: readonly DocumentType[],
  logger: Payload['logger'],
): Promise<void> {
  try {
    const response = await post(publisherEndpoints.ping, { types });
    await response.body?.cancel();
    if (!response.ok)
      logger.debug({ area: 'publish', status: response.status }, 'the publisher refused a ping');
  } catch (err) {
    logger.debug({ area: 'publish', err }, 'the publisher did not hear a ping');
  }
}

/** What the publisher knows of these releases; `silent` when it does not answer as agreed. */
export async function askForReceipts(
  articles: readonly { id: string; revision: string }[],
): Promise<{ ok: true; receipts: Rendered[] } | { ok: false; reason: 'silent' }> {
  try {
    const response = await post(publisherEndpoints.receipts, {
      articles: articles.map(({ id, revision }) => ({ id, revision })),
    });
    const parsed = renderedListSchema.safeParse(await response.json());
    if (!response.ok || !parsed.success) return { ok: false, reason: 'silent' };
    return { ok: true, receipts: parsed.data.receipts };
  } catch {
    return { ok: false, reason: 'silent' }; // refused, timed out or no JSON: the same to the caller
  }
}

function post(path: string, body: unknown): Promise<Response> {
  const { publisherUrl, publishToken } = readEnvironment();
  return fetch(`${publisherUrl}${path}`, {
    method: 'POST',
    headers: { authorization: bearer(publishToken), 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(askTimeoutMs),
  });
}
