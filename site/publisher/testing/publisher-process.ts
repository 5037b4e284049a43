import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';

export const publishToken = 'et-hemmelig-ord-for-testene-0123456789';

const statusSchema = z.object({
  state: z.enum(['starting', 'working', 'idle']),
  pages: z.number(),
  articles: z.number(),
  pending: z.number(),
  lastError: z.string().nullable(),
  searchPending: z.boolean(),
  target: z.object({ pending: z.number() }).nullable(),
});

interface ProcessOptions {
  dataDir: string;
  cmsUrl: string;
  port: number;
  /** Settings beside those. */
  environment?: Record<string, string>;
}

/** `node site/publisher/serve.ts` in a process of its own, which a test may kill at any moment. */
export class PublisherProcess {
  readonly siteUrl: string;
  readonly #options: ProcessOptions;
  #child: ChildProcess | undefined;
  #output = '';

  constructor(options: ProcessOptions) {
    this.#options = options;
    this.siteUrl = `http://127.0.0.1:${options.port}`;
  }

  /** Starts the process; resolves when it says that it is ready. */
  async start(): Promise<void> {
    const { dataDir, cmsUrl, port, environment } = this.#options;
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'site/publisher/serve.ts'],
      {
        env: {
          PATH: process.env['PATH'],
          NODE_ENV: 'production',
          DATA_DIR: dataDir,
          SITE_PORT: String(port),
          SITE_URL: this.siteUrl,
          CMS_URL: cmsUrl,
          PUBLISH_TOKEN: publishToken,
          ...environment,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    this.#child = child;
    const isReady = new Promise<void>((resolve, reject) => {
      let printed = '';
      const listen = (chunk: Buffer) => {
        this.#output += chunk.toString();
        printed += chunk.toString();
        if (printed.includes('"msg":"ready"')) resolve();
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('exit', (code) =>
        reject(new Error(`the publisher ended (${code}):\n${this.#output}`)),
      );
    });
    await isReady;
    child.removeAllListeners('exit');
  }

  /** kill -9: no handler runs, nothing is finished. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** Everything it printed, from its first start on. */
  output = () => this.#output;

  ping = () => this.call('/_publisher/ping', { types: [] });

  async call(path: string, body?: unknown): Promise<Response> {
    try {
      return await fetch(`${this.siteUrl}${path}`, {
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
        headers: { authorization: `Bearer ${publishToken}` },
      });
    } catch (cause) {
      throw new Error(`the publisher does not answer:\n${this.#output}`, { cause });
    }
  }

  status = async () => statusSchema.parse(await (await this.call('/_publisher/status')).json());

  /** Waits until `isThere` holds; fails with what the process printed when it never does. */
  async until(isThere: () => boolean | Promise<boolean>, timeout = 40_000): Promise<void> {
    const end = Date.now() + timeout;
    while (!(await isThere())) {
      if (Date.now() > end) {
        throw new Error(
          `never came: ${isThere}\n${JSON.stringify(await this.status())}\n${this.#output}`,
        );
      }
      await delay(25);
    }
  }

  /** Waits until there is nothing left to do. */
  isIdle = async (): Promise<boolean> => {
    const { state, searchPending, pending } = await this.status();
    return state === 'idle' && !searchPending && pending === 0;
  };
}

/** A port nobody has, below those the system hands out: it stays free while the publisher is dead. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false, // taken: the next one
    );
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}
