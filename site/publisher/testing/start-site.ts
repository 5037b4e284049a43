import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Published } from '../../../content/model/documents.ts';
import { freePort, PublisherProcess } from './publisher-process.ts';
import { serveStubCms, type StubServer } from './serve-stub-cms.ts';
import { StubCms } from './stub-cms.ts';

export interface StartedSite {
  cms: StubCms;
  server: StubServer;
  publisher: PublisherProcess;
  dataDir: string;
  publicDir: string;
  /** Tells the publisher of what changed and waits until it has nothing left to do. */
  converge(): Promise<void>;
  /** Kills the publisher, stops the CMS and removes the folder. */
  stop(): Promise<void>;
}

/** A publisher process with a stub CMS of its own, in a throw-away folder. */
export async function startSite(
  documents: readonly Published[],
  options: { limit?: number; environment?: Record<string, string> } = {},
): Promise<StartedSite> {
  const cms = new StubCms(documents, options);
  const server = await serveStubCms(cms);
  const dataDir = mkdtempSync(join(tmpdir(), 'publisher-'));
  const publisher = new PublisherProcess({
    ...{ dataDir, cmsUrl: server.url, port: await freePort() },
    ...(options.environment && { environment: options.environment }),
  });
  await publisher.start();
  const hasConverged = async () =>
    server.lastCursor() === String(cms.time) && (await publisher.isIdle());
  return {
    ...{ cms, server, publisher, dataDir },
    publicDir: join(dataDir, 'public'),
    converge: async () => {
      await publisher.ping();
      await publisher.until(hasConverged);
    },
    stop: async () => {
      await publisher.kill();
      await server.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
