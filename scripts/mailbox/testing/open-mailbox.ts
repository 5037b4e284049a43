import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resend } from 'resend';
import { onTestFinished } from 'vitest';
import { startMailbox, type MailboxOptions } from '../start-mailbox.ts';

/** A stand-in of the test's own, with the real SDK pointed at it; both are gone when the test is. */
export async function openMailbox(options: Partial<MailboxOptions> = {}) {
  const dataDir = options.dataDir ?? (await aDataDir());
  const mailbox = await startMailbox({ port: 0, apiKey: 're_test', ...options, dataDir });
  mailbox.office.change({ requestsPerSecond: 1000 });
  onTestFinished(() => mailbox.close());
  const tell = async (path: string, body?: unknown) =>
    fetch(`${mailbox.url}/_control/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return { ...mailbox, dataDir, tell, resend: new Resend('re_test', { baseUrl: mailbox.url }) };
}
export type OpenMailbox = Awaited<ReturnType<typeof openMailbox>>;

export async function aDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kundefront-mailbox-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  return dataDir;
}

/** A mail that the service takes, as the SDK wants it. */
export const aMail = (changes: { to?: string | string[]; subject?: string } = {}) => ({
  from: 'Kundefront <redaksjonen@kundefront.example>',
  to: 'kari@leser.example',
  subject: 'Ny sak',
  text: 'Hei',
  html: '<p>Hei</p>',
  ...changes,
});

/** A POST as it is on the wire, for what the SDK would not send. */
export const post = (
  { url }: { url: string },
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
) =>
  fetch(url + path, {
    method: 'POST',
    headers: { authorization: 'Bearer re_test', 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
