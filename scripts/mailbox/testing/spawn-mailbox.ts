import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Resend } from 'resend';
import { onTestFinished } from 'vitest';
import { freePort } from '../../instance/start-instance.ts';

/** `serve.ts` as a process of its own, as `npm start` runs it; resolves when it says that it is ready, or is gone. */
export async function spawnMailbox(dataDir: string, environment: Record<string, string> = {}) {
  const port = environment['MAILBOX_PORT'] ?? String(await freePort());
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'scripts/mailbox/serve.ts'],
    {
      env: {
        ...process.env,
        DATA_DIR: dataDir,
        MAILBOX_PORT: port,
        MAILBOX_API_KEY: 're_test',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let [output, problems] = ['', ''];
  const gone = once(child, 'exit');
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('"msg":"ready"')) resolve();
    });
  });
  child.stderr.on('data', (chunk: Buffer) => (problems += chunk.toString()));
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await gone;
    return child.exitCode ?? child.signalCode;
  };
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) await end('SIGKILL');
  });
  await Promise.race([ready, gone]);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    port,
    end,
    exitCode: () => child.exitCode,
    output: () => output,
    problems: () => problems,
    resend: new Resend('re_test', { baseUrl: url }),
    tell: (path: string, body: unknown) =>
      fetch(`${url}/_control/${path}`, { method: 'POST', body: JSON.stringify(body) }),
  };
}
