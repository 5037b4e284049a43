import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectLogLines } from '../../content/testing/expect-log-lines.ts';
import { aDataDir } from './testing/open-mailbox.ts';
import { spawnMailbox } from './testing/spawn-mailbox.ts';

test('what fails in the stand-in is a line of the log without the address it was about', async () => {
  const dataDir = await aDataDir();
  const mailbox = await spawnMailbox(dataDir);
  await rm(join(dataDir, 'mailbox'), { recursive: true });
  const answer = await mailbox.tell('suppressions', { add: ['kari@leser.example'] });
  expect(answer.status).toBe(500);
  await mailbox.end('SIGTERM');
  const lines = expectLogLines(mailbox.output() + mailbox.problems());
  expect(lines).toMatchObject([
    { level: 'info', area: 'mailbox', msg: 'ready' },
    { level: 'error', area: 'mailbox', msg: 'a request failed', err: { code: 'ENOENT' } },
  ]);
});

test('so is why it does not start', async () => {
  const dataDir = await aDataDir();
  const file = join(dataDir, 'kari@leser.example');
  await writeFile(file, '');
  for (const environment of [{ DATA_DIR: file }, { MAILBOX_PORT: 'kari@leser.example' }]) {
    const mailbox = await spawnMailbox(dataDir, environment);
    expect(await mailbox.end('SIGTERM')).toBe(1);
    const lines = expectLogLines(mailbox.output() + mailbox.problems());
    expect(lines).toMatchObject([{ level: 'error', area: 'mailbox' }]);
  }
});
