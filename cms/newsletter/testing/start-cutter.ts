import { once } from 'node:events';
import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * From the n-th write on, so many are cut off from their answer: before the database hears of them, or after it has
 * done them. Cuts in a row outlive the driver's own repetition.
 */
interface Cut {
  write: number;
  times: number;
  when: 'before' | 'after';
  /** Which writes count, by their bytes on the wire; without it all. */
  of?: RegExp;
}

export interface Cutter {
  /** The database's address by way of this door. */
  url: string;
  /** Each plan counts for itself, from here; of those before nothing is left. */
  cut(...plans: Cut[]): void;
  /** How many writes were cut off since `cut`, by plan. */
  cuts(): number[];
  stop(): Promise<void>;
}

const isWrite = (bytes: Buffer) => /findAndModify|insert\0|update\0/.test(bytes.toString('latin1'));

/** A door before MongoDB that cuts connections between the driver and the database. */
export async function startCutter(databaseUrl: string): Promise<Cutter> {
  const target = new URL(databaseUrl);
  let plans: (Cut & { seen: number; cut: number })[] = [];
  const dueFor = (bytes: Buffer) => {
    if (!isWrite(bytes)) return undefined;
    const wire = bytes.toString('latin1');
    const counting = plans.filter(({ of }) => of === undefined || of.test(wire));
    for (const plan of counting) plan.seen += 1;
    return counting.find(({ seen, write, cut, times }) => seen >= write && cut < times);
  };
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const database = createConnection({ host: target.hostname, port: Number(target.port) });
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket
        .on('error', () => undefined)
        .on('close', () => {
          sockets.delete(socket);
          client.destroy();
          database.destroy();
        });
    }
    let isMute = false;
    database.on('data', (bytes) => isMute || client.write(bytes));
    client.on('data', (bytes) => {
      if (isMute) return;
      const plan = dueFor(bytes);
      if (plan === undefined) {
        database.write(bytes);
        return;
      }
      plan.cut += 1;
      isMute = true;
      if (plan.when === 'before') client.destroy();
      else {
        database.write(bytes);
        void sleep(50).then(() => client.destroy());
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a string
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  url.searchParams.set('directConnection', 'true');
  return {
    url: url.href,
    cut: (...next) => {
      plans = next.map((plan) => ({ ...plan, seen: 0, cut: 0 }));
    },
    cuts: () => plans.map(({ cut }) => cut),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
