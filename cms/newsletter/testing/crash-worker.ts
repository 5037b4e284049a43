import { getPayload } from 'payload';
import { reconcileNewsletter } from '../reconcile-newsletter.ts';
import { scratchConfig } from './scratch-config.ts';

/**
 * A CMS process that may be killed: `node crash-worker.ts <database url>` reconciles until every wish
 * is met and everybody has a mail, then exits 0. Gives up with 1 after 40 s.
 */
const [, , databaseUrl = ''] = process.argv;
const payload = await getPayload({ config: scratchConfig(databaseUrl, { push: false }) });
const deadline = Date.now() + 40_000;
while (!(await isDone())) {
  if (Date.now() > deadline) process.exit(1);
  await reconcileNewsletter(payload);
  await new Promise((resolve) => setTimeout(resolve, 50));
}
process.exit(0);

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
