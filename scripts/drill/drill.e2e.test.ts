import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create, extract } from 'tar';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { parseEnvironment, type Environment } from '../../content/settings/environment.ts';
import { makeArchive } from '../backup/make-archive.ts';
import { runDrill, type Finding } from './run-drill.ts';

const instance = inject('instance');
let work = '';
let settings: Environment;
let archive = '';
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'drill-test-'));
  const parsed = parseEnvironment(instance.environment);
  if (!parsed.ok) throw new Error(parsed.problems.join());
  settings = parsed.environment;
  archive = join(work, 'copy.tgz');
  await makeArchive(settings, { file: archive, log: () => undefined });
});
afterAll(() => rm(work, { recursive: true, force: true }));

const drill = (file: string) =>
  runDrill(settings, { file, log: () => undefined, patience: 10_000 });
const bad = (findings: readonly Finding[]) =>
  findings.filter(({ isGood }) => !isGood).map(({ what }) => what);

test('destroys and restores a copy, and leaves what runs alone', async () => {
  const before = await readFile(join(instance.dataDir, 'instance.pid'), 'utf8');
  const scratch = async () =>
    (await readdir(tmpdir())).filter((name) => name.startsWith('kundefront-drill-'));
  const others = await scratch();
  const findings = await drill(archive);
  expect(bad(findings)).toEqual([]);
  expect(findings.map(({ what }) => what)).toContain('Nettstedet etterpå, byte for byte');
  expect(await readFile(join(instance.dataDir, 'instance.pid'), 'utf8')).toBe(before);
  expect((await fetch(`${instance.siteUrl}/`)).status).toBe(200);
  expect(await scratch()).toEqual(others);
}, 240_000);

test('says what a copy without its pictures does not give back', async () => {
  const folder = await mkdtemp(join(work, 'without-'));
  await extract({ cwd: folder, file: archive });
  await rm(join(folder, 'data/media'), { recursive: true });
  const poor = join(work, 'poor.tgz');
  await create({ cwd: folder, file: poor, gzip: true }, await readdir(folder));
  expect(bad(await drill(poor))).toContain('Startet, med alle sidene ute');
}, 240_000);
