import type { PayloadHandler } from 'payload';
import { askForReceipts } from '../ask-publisher.ts';
import { knownSites } from '../known-sites.ts';
import { json, readJson, unauthorized } from '../../shared/http.ts';
import { isPublisher } from '../../shared/is-publisher.ts';
import { findExpectedReleases } from './expected-release.ts';
import { renderedListSchema } from '../../../content/wire/receipt.ts';
import { verifyReleases } from './verify-releases.ts';

/**
 * `POST /publish/rendered`: the publisher says what it wrote; the front door is checked at once. Answers how
 * far each release has come: `{ settlements: { <article id>: 'open' | 'verified' | 'complete' } }`.
 */
export const receiveReport: PayloadHandler = async (req) => {
  if (!isPublisher(req.headers)) return unauthorized();
  const body = renderedListSchema.safeParse(await readJson(req));
  if (!body.success) return json({ error: 'malformed' }, 400);
  const rendered = body.data.receipts;
  const told = new Set(rendered.map(({ id, revision }) => `${id} ${revision}`));
  const expected = await findExpectedReleases(req.payload, [
    ...new Set(rendered.map(({ id }) => id)),
  ]);
  // What was published again meanwhile is left to the receipt that belongs to it.
  const releases = expected.filter(({ id, revision }) => told.has(`${id} ${revision}`));
  // One of several speaks for itself alone.
  const isOneOfMany = knownSites().length > 1;
  const agreed = isOneOfMany ? await askForReceipts(releases) : undefined;
  const settlements = await verifyReleases(req.payload, {
    releases,
    rendered: agreed?.ok === true ? agreed.receipts : isOneOfMany ? [] : rendered,
  });
  return json({ settlements: Object.fromEntries(settlements) });
};
