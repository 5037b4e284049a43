import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from './settings.ts';
import { text } from './text.ts';

export interface NamedPort {
  port: number;
  variable: string;
  /** The address it will listen on. */
  host: string;
}

/**
 * Throws when a port is taken. Waits up to 3 s first: processes of a supervisor that was just killed
 * need a moment to notice.
 */
export async function checkPorts(ports: readonly NamedPort[]): Promise<void> {
  for (const { port, variable, host } of ports) {
    if (await isFreeSoon(port, host)) continue;
    throw new StartError(text.ports.taken(port, `${variable}=${await freePortAfter(port, host)}`));
  }
  const numbers = ports.map(({ port }) => port);
  if (new Set(numbers).size < numbers.length) {
    throw new StartError(text.ports.same(ports.map(({ variable }) => variable).join(', ')));
  }
}

async function freePortAfter(port: number, host: string): Promise<number> {
  let next = port + 1;
  while (next < port + 100 && !(await isFree(next, host))) next += 1;
  return next;
}

async function isFreeSoon(port: number, host: string): Promise<boolean> {
  for (let attempt = 0; attempt < 10; attempt++) {
    if (await isFree(port, host)) return true;
    await delay(300);
  }
  return false;
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(new StartError(text.ports.refused(port, { host, why: error.code })));
    });
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
