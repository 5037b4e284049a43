import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

/** The command as a person types it, beside the product that runs. */

const instance = inject('instance');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arkiv-'));
  await mkdir(join(folder, 'arkiv'));
  await writeFile(
    join(folder, 'arkiv/flyttet.md'),
    '---\ntitle: Flyttet hit\ndate: 04.03.2022\nurl: /2022/03/flyttet/\n---\nIngressen.\n\nTeksten.\n',
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = async (...asked: string[]) => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'scripts/import.ts', ...asked],
    { env: { ...process.env, ...instance.environment }, timeout: 60_000 },
  );
  return stdout;
};

test('says what would be done, and then does it; old addresses lead on', async () => {
  const archive = join(folder, 'arkiv');
  const looked = await run(archive, '--dry-run');
  expect(looked).toContain('Dette ville skje (ingenting er skrevet):');
  expect(looked).not.toContain('Dette er gjort:');
  const done = await run(archive);
  expect(done.indexOf('Dette ville skje')).toBeGreaterThan(-1);
  expect(done.indexOf('Dette er gjort:')).toBeGreaterThan(done.indexOf('Dette ville skje'));
  const whole = await readFile(join(instance.dataDir, 'import-report.txt'), 'utf8');
  expect(whole).toContain('nye saker');
  const answer = async (path: string) => {
    const response = await fetch(instance.siteUrl + path, { redirect: 'manual' });
    return [response.status, response.headers.get('location')];
  };
  await expect
    .poll(() => answer('/2022/03/flyttet/'), { timeout: 30_000 })
    .toEqual([301, '/saker/flyttet/']);
  expect(await answer('/2022/03/flyttet/amp/')).toEqual([301, '/saker/flyttet/']);
  await writeFile(join(folder, 'adresser.txt'), '/2022/03/flyttet/\n/finnes-ikke/\n');
  const checked = await run('--check', join(folder, 'adresser.txt'));
  expect(checked).toMatch(/301 fører til en side som finnes/);
  expect(checked).toMatch(/404 finnes ikke/);
}, 120_000);
