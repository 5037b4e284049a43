import { parseEnvironment } from '../../content/model/environment.ts';
import { startMailbox } from './start-mailbox.ts';

/** The mail stand-in as a process of its own: kill it, and what it accepted is still in its journal. */
const result = parseEnvironment(process.env);
if (!result.ok) throw new Error(result.problems.join('\n'));
const { dataDir, host, mailboxPort, resendWebhookSecret } = result.environment;

try {
  await startMailbox({
    port: mailboxPort,
    host,
    dataDir,
    apiKey: process.env['MAILBOX_API_KEY'],
    webhookUrl: process.env['MAILBOX_WEBHOOK_URL'],
    webhookSecret: resendWebhookSecret,
  });
} catch (error) {
  console.error(`Postkassen kom ikke opp på port ${mailboxPort}: ${String(error)}`);
  process.exit(1);
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => process.exit(0));
console.log(`Ready  E-post    http://localhost:${mailboxPort}/`);
