import { getPayload } from 'payload';
import { limitConnections } from './limits/limit-connections.ts';
import { readEnvironment } from './environment.ts';
import config from './payload.config.ts';
import { followSites } from './delivery-feed/known-sites.ts';
import { startKeepingStore } from './media/store/keep-store.ts';
import { startReconcilers } from './reconcilers.ts';
import { shareLimits } from './limits/share-limits.ts';
import { assertSameSecrets, isShared } from './roles/rights.ts';
import { stopWhenOlder } from './roles/stop-when-older.ts';

/** A picture of 25 MB in its form is the largest that anybody sends; in bytes. */
const largestBody = 27 * 1024 * 1024;

/** Opens the database (running migrations) and, where it is this machine's part, starts the reconcilers. */
export async function startCms(): Promise<void> {
  limitConnections(largestBody);
  const payload = await getPayload({ config });
  await assertSameSecrets(payload);
  if (isShared() && readEnvironment().role !== 'all') {
    stopWhenOlder(payload);
    followSites(payload);
    await shareLimits(payload);
  }
  await startKeepingStore(payload);
  if (readEnvironment().role !== 'cms') startReconcilers(payload);
}
