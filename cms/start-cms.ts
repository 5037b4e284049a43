import { getPayload } from 'payload';
import config from './payload.config.ts';
import { startReconcilers } from './reconcilers.ts';

/** Opens the database (running migrations) and starts the reconcilers. */
export async function startCms(): Promise<void> {
  startReconcilers(await getPayload({ config }));
}
