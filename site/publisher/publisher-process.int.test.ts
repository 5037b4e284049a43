import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { samplePublication } from '../../content/model/sample-publication.ts';
import { buildStale } from '../../scripts/build-stale.ts';
import { compareFolders } from './testing/compare-folders.ts';
import { anEdit, perform } from './testing/edit-publication.ts';
import { freePort, PublisherProcess } from './testing/publisher-process.ts';
import { renderClean } from './testing/render-clean.ts';
import { serveStubCms, type StubServer } from './testing/serve-stub-cms.ts';
import { StubCms } from './testing/stub-cms.ts';

/** More sequences for a longer look: `KILL_RUNS=30 vitest run …`. */
const runs = Number(process.env['KILL_RUNS'] ?? 2);

const folders = mkdtempSync(join(tmpdir(), 'publisher-'));
const running: { publisher: PublisherProcess; server: StubServer }[] = [];
let count = 0;
const nextFolder = () => join(folders, String((count += 1)));

beforeAll(() => buildStale(() => undefined, 'site'), 300_000);
afterEach(stopAll);
afterAll(() => rmSync(folders, { recursive: true, force: true }));

test('a publisher that is killed at any moment ends up with what a clean rendering gives', async () => {
  const killings = fc.array(
    fc.record({ edits: fc.array(anEdit, { maxLength: 4 }), after: fc.nat(900) }),
    { minLength: 3, maxLength: 5 },
  );
  await fc.assert(
    fc.asyncProperty(killings, async (sequence) => {
      const { cms, server, publisher, dataDir } = await startSite(40);
      for (const { edits, after } of sequence) {
        for (const edit of edits) perform(cms, edit);
        await publisher.ping();
        await delay(after);
        await publisher.kill();
        await publisher.start();
      }
      await publisher.until(hasConverged({ cms, server, publisher }));
      const { siteUrl } = publisher;
      const clean = await renderClean({
        ...{ cms, siteUrl, cmsUrl: server.url, search: true },
        dataDir: nextFolder(),
      });
      expect(compareFolders(join(dataDir, 'public'), clean.folder.root)).toEqual([]);
      clean.published.close();
      await stopAll();
    }),
    { numRuns: runs, endOnFailure: true },
  );
}, 600_000);

async function startSite(articles: number) {
  const cms = new StubCms(samplePublication(articles, { pictures: 0.1 }), { limit: 7 });
  const server = await serveStubCms(cms);
  const dataDir = nextFolder();
  const options = { dataDir, cmsUrl: server.url, port: await freePort() };
  const publisher = new PublisherProcess(options);
  running.push({ publisher, server });
  await publisher.start();
  return { cms, server, publisher, dataDir };
}

/** The publisher has seen everything the CMS has, and has nothing left to do. */
function hasConverged(site: { cms: StubCms; server: StubServer; publisher: PublisherProcess }) {
  return async function convergence(): Promise<boolean> {
    return site.server.lastCursor() === String(site.cms.time) && (await site.publisher.isIdle());
  };
}

async function stopAll(): Promise<void> {
  for (const { publisher, server } of running.splice(0)) {
    await publisher.kill();
    await server.close();
  }
}
