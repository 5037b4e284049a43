import { once } from 'node:events';
import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Cutter {
  /** The database's address by way of this door. */
  url: string;
  /**
   * From the n-th write on, counted from here, so many are cut off from their answer: before the database hears of
   * them, or after it has done them. Cuts in a row outlive the driver's own repetition.
   */
  cut(plan: { write: number; times: number; when: 'before' | 'after' }): void;
  /** How many writes were cut off since `cut`. */
  cuts(): number;
  stop(): Promise<void>;
}

const isWrite = (bytes: Buffer) => /findAndModify|insert\0|update\0/.test(bytes.toString('latin1'));

/** A door before MongoDB that cuts connections between the driver and the database. */
export async function startCutter(databaseUrl: string): Promise<Cutter> {
  const target = new URL(databaseUrl);
  let plan = { write: Infinity, times: 0, when: 'before' as 'before' | 'after' };
  let [seen, cut] = [0, 0];
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
      const isDue = isWrite(bytes) && ++seen >= plan.write && cut < plan.times;
      if (!isDue) {
        database.write(bytes);
        return;
      }
      cut += 1;
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
    cut: (next) => {
      plan = next;
      [seen, cut] = [0, 0];
    },
    cuts: () => cut,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
