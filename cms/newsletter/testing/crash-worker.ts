import { getPayload } from 'payload';
import { killPoint } from '../kill-point.ts';
import { recordEvent, type ProviderEvent } from '../record-event.ts';
import { reconcileNewsletter } from '../reconcile-newsletter.ts';
import { scratchConfig } from './scratch-config.ts';

/**
 * A CMS process that may be killed: `node crash-worker.ts <database url>` publishes what is a draft (with `DRAFTS=publish`),
 * hears the provider's `EVENTS` (JSON) and reconciles until every wish is met and everybody has a mail, then exits 0.
 * Gives up with 1 after `PATIENCE` (ms, else 40 s).
 */
const [, , databaseUrl = ''] = process.argv;
const payload = await getPayload({ config: scratchConfig(databaseUrl, { push: false }) });
const deadline = Date.now() + Number(process.env['PATIENCE'] ?? 40_000);
if (process.env['DRAFTS'] === 'publish') await publishDrafts();
for (const event of JSON.parse(process.env['EVENTS'] ?? '[]') as ProviderEvent[]) {
  await recordEvent(payload, event);
}
while (!(await isDone())) {
  if (Date.now() > deadline) process.exit(1);
  await reconcileNewsletter(payload);
  await new Promise((resolve) => setTimeout(resolve, 50));
}
process.exit(0);

/** As the editor does it, and does it again when the page did not answer. */
async function publishDrafts(): Promise<void> {
  const drafts = await payload.db.find<{ id: string; published: Record<string, string> }>({
    collection: 'articles',
    where: { _status: { equals: 'draft' } },
  });
  for (const { id, published } of drafts.docs) {
    await payload.update({
      collection: 'articles',
      id,
      data: {
        _status: 'published',
        published,
        alert: { requestedAt: new Date().toISOString() },
      },
    });
    killPoint('published');
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
