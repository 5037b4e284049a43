import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { previewPath } from '../../content/model/urls.ts';
import { anArticle } from '../../content/testing/make-documents.ts';
import { expectLogLines } from '../../content/testing/expect-log-lines.ts';
import { samplePublication } from '../../content/testing/sample-publication.ts';
import { createPreviewToken } from '../../content/wire/preview-token.ts';
import { buildStale } from '../../scripts/instance/build-stale.ts';
import { startSite, type StartedSite } from './testing/start-site.ts';
import { publishToken } from './testing/publisher-process.ts';

let site: StartedSite;
beforeAll(async () => {
  await buildStale(() => undefined, 'site');
  site = await startSite(samplePublication(3));
}, 300_000);
afterAll(() => site.stop());

test('what fails in the publisher is lines of the log without addresses, tokens and statements', async () => {
  await site.converge();
  const { publisher, cms, dataDir } = site;
  const store = new DatabaseSync(join(dataDir, 'site/store.db'));
  const tables = store.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  for (const { name } of tables)
    for (const write of ['INSERT', 'UPDATE'])
      store.exec(
        `CREATE TRIGGER "no_${String(name)}_${write}" BEFORE ${write} ON "${String(name)}" BEGIN SELECT RAISE(ABORT, 'no insert into x of kari@leser.example'); END`,
      );
  store.close();
  cms.put({ type: 'article', document: anArticle({ id: 'ny', slug: 'ny' }) });
  await publisher.ping();
  await publisher.until(async () => (await publisher.status()).lastError !== null);
  cms.isOff = true;
  const token = createPreviewToken(
    { id: 'kari@leser.example', exp: Date.now() / 1000 + 60 },
    publishToken,
  );
  const preview = await publisher.call(previewPath('kari@leser.example', token));
  expect(preview.status).toBeGreaterThanOrEqual(500);
  const refused = await publisher.call('/_publisher/receipts', 'kari@leser.example');
  expect(refused.status).toBe(400);
  await publisher.until(() => publisher.output().includes('held up'));

  const lines = expectLogLines(publisher.output());
  expect(publisher.output()).not.toContain(token.slice(0, 20));
  expect(lines[0]).toMatchObject({ level: 'info', area: 'site', msg: 'ready' });
  expect(lines).toContainEqual(
    expect.objectContaining({ level: 'error', area: 'publish', msg: 'publishing is held up' }),
  );
});
