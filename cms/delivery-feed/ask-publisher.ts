import type { Payload } from 'payload';
import type { DocumentType } from '../../content/model/documents.ts';
import { renderedListSchema, type Rendered } from '../../content/wire/receipt.ts';
import { readEnvironment } from '../environment.ts';
import { publisherEndpoints } from '../../content/model/urls.ts';
import { bearer } from '../../content/wire/bearer.ts';
import { knownSites } from './known-sites.ts';

const askTimeoutMs = 2000;

/** Tells the publishers that something changed. A lost ping costs seconds only: the publisher also polls. */
export async function pingPublisher(
  types: readonly DocumentType[],
  logger: Payload['logger'],
): Promise<void> {
  const ping = async (origin: string) => {
    const response = await post(origin, publisherEndpoints.ping, { types });
    await response.body?.cancel();
    if (!response.ok)
      logger.debug({ area: 'publish', status: response.status }, 'a publisher refused a ping');
  };
  try {
    const pings = await Promise.allSettled(knownSites().map(ping));
    for (const each of pings)
      if (each.status === 'rejected')
        logger.debug({ area: 'publish', err: each.reason as unknown }, 'a publisher did not hear');
  } catch (err) {
    logger.debug({ area: 'publish', err }, 'no publisher was pinged');
  }
}

/**
 * What the publishers know of these releases: each at the time when the last of them had come so far. `silent` when none
 * answers as agreed; of several those that do not are left out.
 */
export async function askForReceipts(
  articles: readonly { id: string; revision: string }[],
): Promise<{ ok: true; receipts: Rendered[] } | { ok: false; reason: 'silent' }> {
  const body = { articles: articles.map(({ id, revision }) => ({ id, revision })) };
  const answers = await Promise.all(knownSites().map((origin) => askOne(origin, body)));
  const [first, ...others] = answers.filter((answer) => answer !== undefined);
  if (first === undefined) return { ok: false, reason: 'silent' };
  return { ok: true, receipts: first.flatMap((receipt) => lastOf(receipt, others)) };
}

async function askOne(origin: string, body: unknown): Promise<Rendered[] | undefined> {
  try {
    const response = await post(origin, publisherEndpoints.receipts, body);
    const parsed = renderedListSchema.safeParse(await response.json());
    return response.ok && parsed.success ? parsed.data.receipts : undefined;
  } catch {
    return undefined; // refused, timed out or no JSON: the same to the caller
  }
}

const steps = ['listsAt', 'feedsAt', 'searchAt'] as const;

/** A receipt as all publishers can sign it; none when one of them does not have the release yet. */
function lastOf(receipt: Rendered, others: readonly Rendered[][]): Rendered[] {
  const same = others.map((list) =>
    list.find(({ id, revision }) => id === receipt.id && revision === receipt.revision),
  );
  const all = [receipt, ...same];
  if (!all.every((each) => each !== undefined)) return [];
  const latest = (step: (typeof steps)[number]) => {
    const times = all.map((each) => each[step]);
    return times.every((time) => time !== null) ? (times.toSorted().at(-1) ?? null) : null;
  };
  return [{ ...receipt, ...Object.fromEntries(steps.map((step) => [step, latest(step)])) }];
}

function post(origin: string, path: string, body: unknown): Promise<Response> {
  const { publishToken } = readEnvironment();
  return fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { authorization: bearer(publishToken), 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(askTimeoutMs),
  });
}
