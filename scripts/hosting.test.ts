import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

/** What docs/hosting hands to others is checked by their own tools, where this machine has them. */
const run = (command: string, ...parameters: string[]) =>
  spawnSync(command, parameters, { cwd: 'docs/hosting', encoding: 'utf8' });
const has = (command: string) => run(command, '--version').error === undefined;

test.skipIf(!has('promtool'))(
  'each alarm is raised by its fault within two minutes and gone after repair (promtool, Debian’s prometheus)',
  () => {
    const { status, stdout, stderr } = run('promtool', 'test', 'rules', 'alarms.test.yml');
    expect(stdout + stderr).toContain('SUCCESS');
    expect(status).toBe(0);
  },
);

test.skipIf(!has('systemd-analyze'))('the unit is one that systemd takes (systemd-analyze)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'unit-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const unit = join(folder, 'kundefront.service');
  // Who runs it, and with what, is there only where it is put up.
  const text = readFileSync('docs/hosting/kundefront.service', 'utf8')
    .replace(/^User=.*/m, `User=${userInfo().username}`)
    .replace(/^ExecStart=.*/m, `ExecStart=${process.execPath} --version`);
  writeFileSync(unit, text);
  const { status, stdout, stderr } = run('systemd-analyze', 'verify', unit);
  const told = (stdout + stderr).split('\n').filter((line) => line.includes('kundefront.service'));
  expect([status, told]).toEqual([0, []]);
});
