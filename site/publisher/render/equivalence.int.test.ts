import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { samplePublication } from '../../../content/testing/sample-publication.ts';
import { buildStale } from '../../../scripts/instance/build-stale.ts';
import type { OpenSite } from '../open-site.ts';
import { compareFolders } from '../testing/compare-folders.ts';
import { anEdit, perform } from '../testing/edit-publication.ts';
import { renderClean } from '../testing/render-clean.ts';
import { StubCms } from '../testing/stub-cms.ts';

/** More sequences for a longer look: `EQUIVALENCE_RUNS=100 vitest run …`. */
const runs = Number(process.env['EQUIVALENCE_RUNS'] ?? 3);
/** Lists are near the point where they get another page. */
const articles = 58;

const folders = mkdtempSync(join(tmpdir(), 'equivalence-'));
let count = 0;
const nextFolder = () => join(folders, String((count += 1)));

beforeAll(() => buildStale(() => undefined, 'site'), 300_000);
afterAll(() => rmSync(folders, { recursive: true, force: true }));

test('after every edit the folder is what a clean rendering of the same content gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anEdit, { minLength: 4, maxLength: 8 }), async (edits) => {
      const cms = new StubCms(samplePublication(articles, { pictures: 0.1, words: 70 }));
      const incremental = await renderClean({ cms, dataDir: nextFolder() });
      for (const edit of edits) {
        perform(cms, edit);
        await publishChanges(incremental, cms);
        const clean = await renderClean({ cms, dataDir: nextFolder() });
        // The search index follows on its own; publisher-process.int.test.ts compares it.
        const differences = compareFolders(incremental.folder.root, clean.folder.root, /^pagefind/);
        close(clean);
        expect(differences, JSON.stringify(edit)).toEqual([]);
      }
      close(incremental);
    }),
    { numRuns: runs, endOnFailure: process.env['EQUIVALENCE_SHRINK'] === undefined },
  );
}, 600_000);

async function publishChanges(site: OpenSite, cms: StubCms): Promise<void> {
  for (let more = true; more;) {
    const answer = await cms.changes(site.published.cursor());
    await site.renderer.publish(site.published.apply(answer.changes, answer.cursor));
    more = answer.more;
  }
  await site.sharePictures.renderMissing();
  await site.compressed.improve(() => false);
  expect(Object.fromEntries(site.renderer.failed)).toEqual({});
}

function close(site: OpenSite): void {
  site.published.close();
  rmSync(join(site.folder.root, '..'), { recursive: true, force: true });
}
