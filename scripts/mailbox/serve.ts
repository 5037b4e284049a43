import { log } from './log.ts';
import { takeOverOutput } from '../../content/log/take-over-output.ts';
import { parseEnvironment } from '../../content/settings/environment.ts';
import { startMailbox, type Mailbox } from './start-mailbox.ts';
import { text } from './text.ts';

/** The mail stand-in as a process of its own: kill it, and what it accepted is still in its journal. */
takeOverOutput('mailbox');
const result = parseEnvironment(process.env);
if (!result.ok) {
  log.error({ msg: [text.wrongSettings, ...result.problems].join('\n  ') });
  process.exit(1);
}
const {
  dataDir,
  mailboxPort: port,
  resendWebhookSecret,
  mailboxApiKey,
  mailboxWebhookUrl,
} = result.environment;

try {
  const mailbox = await startMailbox({
    port,
    dataDir,
    apiKey: mailboxApiKey,
    webhookUrl: mailboxWebhookUrl,
    webhookSecret: resendWebhookSecret,
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(mailbox));
  log.info({ msg: 'ready', url: `http://localhost:${port}/` });
} catch (error) {
  log.error({ msg: explain(error), err: error });
  process.exit(1);
}

function stop(mailbox: Mailbox): void {
  setTimeout(() => process.exit(0), 800).unref();
  void mailbox.close().then(() => process.exit(0));
}

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return text.taken(port);
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
    return text.refused(port, dataDir);
  }
  return text.failed(error instanceof Error ? error.message : String(error));
}
