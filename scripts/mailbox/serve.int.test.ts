import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { Journal } from './journal.ts';
import { aDataDir, aMail } from './testing/open-mailbox.ts';
import { spawnMailbox } from './testing/spawn-mailbox.ts';

const journalIn = (dataDir: string) => join(dataDir, 'mailbox/journal.jsonl');

function acceptedIn(dataDir: string) {
  const journal = new Journal(journalIn(dataDir));
  journal.close();
  return journal.mails();
}

describe('killed with kill -9 while mails come in', () => {
  test.each([15, 60, 140])(
    'after %i ms: what was answered is kept, and the same keys end with one mail each',
    async (patience) => {
      const dataDir = await aDataDir();
      const batches = Array.from({ length: 40 }, (_, n) => ({
        key: `batch-${n}`,
        mails: Array.from({ length: 20 }, (_, m) => aMail({ to: `leser-${n}-${m}@leser.example` })),
      }));
      const answers = new Map<string, string[]>();
      const sendAll = ({ resend }: Awaited<ReturnType<typeof spawnMailbox>>) =>
        Promise.all(
          batches.map(async ({ key, mails }) => {
            const { data } = await resend.batch.send(mails, { idempotencyKey: key });
            if (data === null) return;
            const ids = data.data.map(({ id }) => id);
            expect(answers.get(key) ?? ids).toEqual(ids); // a replay answers as the first time
            answers.set(key, ids);
          }),
        );

      const first = await spawnMailbox(dataDir);
      await first.tell('settings', { requestsPerSecond: 1000 });
      const sending = sendAll(first);
      await delay(patience);
      expect(await first.end('SIGKILL')).toBe('SIGKILL');
      await sending;

      const answered = [...answers.values()].flat();
      const kept = acceptedIn(dataDir).map(({ id }) => id);
      expect(kept).toEqual(expect.arrayContaining(answered));

      const second = await spawnMailbox(dataDir);
      await second.tell('settings', { requestsPerSecond: 1000 });
      await sendAll(second);
      await second.end('SIGTERM');

      expect(answers.size).toBe(batches.length);
      const recipients = acceptedIn(dataDir).flatMap(({ to }) => to);
      const wanted = batches.flatMap(({ mails }) => mails.map(({ to }) => to));
      expect(recipients.toSorted()).toEqual(wanted.toSorted());
    },
  );

  test('a line cut in the middle is gone at the next start, the rest is there', async () => {
    const dataDir = await aDataDir();
    const first = await spawnMailbox(dataDir);
    const { data } = await first.resend.emails.send(aMail(), { idempotencyKey: 'whole' });
    await first.end('SIGKILL');
    const whole = await readFile(journalIn(dataDir), 'utf8');
    await appendFile(journalIn(dataDir), whole.slice(0, whole.length / 2));

    const second = await spawnMailbox(dataDir);
    const again = await second.resend.emails.send(aMail(), { idempotencyKey: 'whole' });
    expect(again.data).toEqual(data);
    await second.resend.emails.send(aMail({ to: 'ola@leser.example' }));
    await second.end('SIGKILL');
    expect(acceptedIn(dataDir).map(({ to, request }) => [to[0], request])).toEqual([
      ['kari@leser.example', 1],
      ['ola@leser.example', 3], // the replay was the second request
    ]);
  });
});

describe('the process', () => {
  test('says once that it is ready, and ends within a second at SIGTERM and SIGINT', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const mailbox = await spawnMailbox(await aDataDir());
      const line = { level: 'info', area: 'mailbox', msg: 'ready' };
      expect(JSON.parse(mailbox.output())).toMatchObject(line);
      await mailbox.tell('faults', {
        faults: [{ request: 1, kind: 'delay', milliseconds: 9_000 }],
      });
      const hanging = mailbox.resend.emails.send(aMail());
      const started = performance.now();
      expect(await mailbox.end(signal)).toBe(0);
      expect(performance.now() - started).toBeLessThan(1_000);
      expect((await hanging).error).toMatchObject({ statusCode: null });
    }
  });

  test('listens on 127.0.0.1 only, whatever HOST says', async () => {
    for (const HOST of ['0.0.0.0', '::', '127.0.0.2']) {
      const { url } = await spawnMailbox(await aDataDir(), { HOST });
      expect((await fetch(`${url}/`)).status).toBe(200);
      // Another address of this machine: whoever listens on all of them answers there, too.
      await expect(fetch(`${url.replace('127.0.0.1', '127.0.0.2')}/`)).rejects.toThrow();
    }
  });

  test('says in a sentence that the port is taken, and leaves the journal of the other alone', async () => {
    const dataDir = await aDataDir();
    const first = await spawnMailbox(dataDir);
    await appendFile(journalIn(dataDir), '{"half');
    const second = await spawnMailbox(dataDir, { MAILBOX_PORT: first.port });
    expect(await second.end('SIGTERM')).toBe(1);
    expect(JSON.parse(second.output())).toMatchObject({
      level: 'error',
      msg: `Postkassen kom ikke opp: port ${first.port} er opptatt av et annet program. Stopp det, eller sett MAILBOX_PORT til en annen.`,
    });
    expect(await readFile(journalIn(dataDir), 'utf8')).toBe('{"half');
  });

  test('does not start on a damaged journal, and says which line', async () => {
    const dataDir = await aDataDir();
    await mkdir(join(dataDir, 'mailbox'));
    await writeFile(journalIn(dataDir), 'not a line\n');
    const mailbox = await spawnMailbox(dataDir);
    expect(await mailbox.end('SIGTERM')).toBe(1);
    const { msg } = JSON.parse(mailbox.output());
    expect(msg).toMatch(/^Postkassen kom ikke opp: .*journal\.jsonl.* linje 1\.$/);
  });
});
