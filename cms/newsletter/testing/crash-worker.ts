import { setTimeout as sleep } from 'node:timers/promises';
import { getPayload } from 'payload';
import { articlePath } from '../../../content/model/urls.ts';
import config from '../../payload.config.ts';
import { killPoint } from '../kill-point.ts';
import { recordEvent, type ProviderEvent } from '../webhooks/record-event.ts';
import { reconcileNewsletter } from '../reconcile-newsletter.ts';

/**
 * A CMS process that may be killed, on the product's own configuration: publishes what is a draft (with
 * `DRAFTS=publish`), hears the provider's `EVENTS` (JSON) and reconciles until every wish is met and everybody has
 * a mail, then exits 0. Tells the stub site what to show. Gives up with 1 after `PATIENCE` (ms, else 60 s).
 */
const built = await config;
built.collections
  .find(({ slug }) => slug === 'articles')
  ?.hooks.afterChange.unshift(() => killPoint('publishing'));
const payload = await getPayload({ config: built });
const deadline = Date.now() + Number(process.env['PATIENCE'] ?? 60_000);
if (process.env['DRAFTS'] === 'publish') await publishDrafts();
for (const event of JSON.parse(process.env['EVENTS'] ?? '[]') as ProviderEvent[]) {
  await recordEvent(payload, event);
}
await showOnSite();
while (!(await isDone())) {
  if (Date.now() > deadline) process.exit(1);
  await reconcileNewsletter(payload);
  await sleep(50);
}
process.exit(0);

/** As the editor does it, and does it again when the page did not answer. */
async function publishDrafts(): Promise<void> {
  const drafts = await payload.db.find<{ id: string }>({
    collection: 'articles',
    where: { _status: { equals: 'draft' } },
  });
  for (const { id } of drafts.docs) {
    await payload.update({
      collection: 'articles',
      id,
      data: { _status: 'published', sendAlert: true },
    });
    killPoint('published');
  }
}

async function showOnSite(): Promise<void> {
  const { docs } = await payload.find({
    collection: 'articles',
    where: { _status: { equals: 'published' } },
    depth: 0,
  });
  for (const { slug, published } of docs) {
    await fetch(`${process.env['SITE_URL'] ?? ''}${articlePath(slug ?? '')}`, {
      method: 'PUT',
      body: published?.revision ?? '',
    });
  }
}

async function isDone(): Promise<boolean> {
  const open = await Promise.all([
    payload.db.count({
      collection: 'articles',
      where: { 'alert.handledAt': { exists: false } },
    }),
    payload.db.count({ collection: 'mailings', where: { status: { not_equals: 'finished' } } }),
    payload.db.count({
      collection: 'subscribers',
      where: { confirmation: { equals: 'requested' } },
    }),
  ]);
  return open.every(({ totalDocs }) => totalDocs === 0);
}
