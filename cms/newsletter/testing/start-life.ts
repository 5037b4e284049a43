import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { testEnvironment } from '../../testing/start-room.ts';
import type { StubSite } from '../../testing/start-stub-site.ts';
import type { ProviderEvent } from '../webhooks/record-event.ts';
import type { Provider } from './start-provider.ts';

/** Where a process of `crash-worker.ts` lives. */
export interface World {
  dataDir: string;
  databaseUrl: string;
  provider: Provider;
  site: StubSite;
}

/** See `crash-worker.ts`. */
export interface LifeOptions {
  killAt?: string | undefined;
  isHeld?: boolean;
  events?: ProviderEvent[] | undefined;
  decision?: 'send' | 'cancel' | undefined;
  isUntilAsked?: boolean;
  isAgain?: boolean;
  isHasty?: boolean;
  isRough?: boolean;
  cut?: 'before' | 'after' | undefined;
  hasGap?: boolean;
  /** Hears what the process says of itself. */
  onTold?: (what: string) => void;
}

export interface Life {
  /** Its exit code, or the signal that killed it. */
  ended: Promise<unknown>;
  /** Resolves when it is held: nothing of it runs any more. */
  held: Promise<void>;
  kill(signal: 'SIGKILL' | 'SIGCONT'): void;
}

/** It says so a moment before it is. Where the system does not tell (proc(5)), the moment has to do. */
async function isStopped(pid: number | undefined): Promise<void> {
  for (;;) {
    const status = await readFile(`/proc/${String(pid)}/status`, 'utf8').catch(() => undefined);
    if (status === undefined || /^State:\s+T/m.test(status)) return;
    await sleep(20);
  }
}

const flag = (is: boolean | undefined) => (is === true ? '1' : '');

/** A CMS process on the product's configuration that may be killed. */
export function startLife(world: World, options: LifeOptions = {}): Life {
  const worker = spawn(process.execPath, [join(import.meta.dirname, 'crash-worker.ts')], {
    env: {
      ...process.env,
      ...testEnvironment,
      // Hundreds of them start: what those before have compiled is kept.
      NODE_COMPILE_CACHE: join(world.dataDir, 'compiled'),
      DATA_DIR: world.dataDir,
      DATABASE_URL: world.databaseUrl,
      DRAFTS: 'publish',
      KILL_AT: options.killAt ?? '',
      HOLD: flag(options.isHeld),
      EVENTS: JSON.stringify(options.events ?? []),
      DECISION: options.decision ?? '',
      UNTIL_ASKED: flag(options.isUntilAsked),
      AGAIN: flag(options.isAgain),
      HASTY: flag(options.isHasty),
      ROUGH: flag(options.isRough),
      CUT: options.cut ?? '',
      GAP: flag(options.hasGap),
      RESEND_BASE_URL: world.provider.url,
      SITE_URL: world.site.url,
      PUBLISHER_URL: world.site.url,
      CMS_URL: world.site.cmsUrl,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const held = new Promise<void>((resolve) => {
    createInterface({ input: worker.stdout }).on('line', (line) => {
      if (line.startsWith('crash: ')) options.onTold?.(line.slice('crash: '.length));
      if (line === 'crash: held') void isStopped(worker.pid).then(resolve);
    });
  });
  const ended = once(worker, 'close').then(([code, signal]: unknown[]) => signal ?? code);
  return { ended, held, kill: (signal) => void worker.kill(signal) };
}
