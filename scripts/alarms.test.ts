import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const run = (...parameters: string[]) =>
  spawnSync('promtool', parameters, { cwd: 'docs/hosting', encoding: 'utf8' });
const hasPromtool = run('--version').error === undefined;

test.skipIf(!hasPromtool)(
  'each alarm is raised by its fault within two minutes and gone after repair (promtool, Debian’s prometheus)',
  () => {
    const { status, stdout, stderr } = run('test', 'rules', 'alarms.test.yml');
    expect(stdout + stderr).toContain('SUCCESS');
    expect(status).toBe(0);
  },
);
