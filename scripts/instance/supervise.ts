import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { logLine } from '../../content/log/log-line.ts';
import { forwardLines } from './forward-lines.ts';
import { showLine } from './show-line.ts';
import { text } from './text.ts';

/**
 * For every process of ours. The preload is absolute: what a process starts in other folders inherits it, and
 * Next's bundler waits for ever on one that fails.
 */
export const nodeFlags = [
  '--import',
  new URL('exit-with-parent.mjs', import.meta.url).href,
  '--disable-warning=ExperimentalWarning',
];

export interface Service {
  name: string;
  /** Whose lines of the log these are, unless a line says it itself. */
  area: string;
  /** Arguments for node. */
  command: string[];
  environment: Record<string, string>;
  /** Answers 2xx–4xx when the service is up. */
  healthUrl: string;
  /** What to show people. */
  url: string;
  /** Where it listens, and what that is called among the settings; on `HOST` unless it says another. */
  port: { port: number; variable: string; host?: string };
}

const stopTimeout = 8_000;

/** Keeps services running: restarts what dies, with a pause that grows while it keeps dying. */
export class Supervisor {
  #children = new Map<string, ChildProcess>();
  #isStopping = false;
  #log: (line: string) => void;

  constructor(log: (line: string) => void) {
    this.#log = log;
  }

  start(service: Service): void {
    this.#spawn(service, 500);
  }

  /** Ends a service; it comes back by itself, with whatever code is there then. */
  restart(service: Service): void {
    this.#children.get(service.name)?.kill('SIGTERM');
  }

  /** Waits until the service answers, at most `timeout` ms. */
  async isUp(service: Service, timeout: number): Promise<boolean> {
    const end = Date.now() + timeout;
    while (Date.now() < end && !this.#isStopping) {
      if (await answers(service.healthUrl)) return true;
      await delay(100);
    }
    return false;
  }

  /** SIGTERM to all, SIGKILL after 8 s. Resolves when none is left. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    const children = [...this.#children.values()];
    const gone = Promise.all(
      children.map(
        (child) =>
          new Promise<void>((resolve) => {
            if (child.exitCode !== null || child.signalCode !== null) resolve();
            else child.once('exit', () => resolve());
          }),
      ),
    );
    for (const child of children) child.kill('SIGTERM');
    const late = setTimeout(() => {
      for (const child of children) child.kill('SIGKILL');
    }, stopTimeout);
    await gone;
    clearTimeout(late);
  }

  #spawn(service: Service, pause: number): void {
    const started = Date.now();
    const child = spawn(process.execPath, [...nodeFlags, ...service.command], {
      env: { ...process.env, ...service.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#children.set(service.name, child);
    forwardLines(child, service, this.#log);
    child.once('exit', (code, signal) => {
      if (this.#isStopping) return;
      const wait = Date.now() - started > 10_000 ? 500 : Math.min(pause * 2, 15_000);
      const msg = text.stopped(service.name, String(signal ?? code), wait / 1000);
      this.#log(showLine(service, logLine({ level: 'error', area: 'start', msg })));
      setTimeout(() => {
        if (!this.#isStopping) this.#spawn(service, wait);
      }, wait);
    });
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: 'manual' });
    await response.body?.cancel();
    return response.status < 500;
  } catch {
    return false; // Not up yet: that is what the caller asks.
  }
}
