import { lookup } from 'node:dns';
import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { withoutWww } from '../without-www.ts';
import type { SourceFile } from './open-files.ts';

/** What is no address on the open internet (IANA's special-purpose registries), and so no old site's. */
const closed = new BlockList();
for (const [net, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['224.0.0.0', 3],
  ] as const),
])
  closed.addSubnet(net, bits);
for (const [net, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
  ['64:ff9b::', 96],
] as const)
  closed.addSubnet(net, bits, 'ipv6');

const largest = 50 * 1024 * 1024;
const patience = 30_000;

/** Whether an address is one that nobody outside this network has. */
export const isClosed = (address: string): boolean => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  return closed.check(mapped, isIP(mapped) === 6 ? 'ipv6' : 'ipv4');
};

/**
 * A picture from the old site, asked for by an editor: only from its own host, over the open internet, and no redirect
 * elsewhere. Undefined when it is not there.
 */
export async function fetchPicture(url: string, origin: string): Promise<SourceFile | undefined> {
  if (!URL.canParse(url, origin)) return undefined;
  const address = new URL(url, origin);

  if (
    !/^https?:$/.test(address.protocol) ||
    withoutWww(address.host) !== withoutWww(new URL(origin).host)
  )
    return undefined;
  const bytes = await read(address).catch(() => undefined); // no connection, or none that is allowed
  if (bytes === undefined) return undefined;
  const name = address.pathname.split('/').at(-1) ?? 'bilde';
  return { name, size: bytes.length, open: () => Promise.resolve(Readable.from([bytes])) };
}

/** The address that is connected to is the one that was looked at: a name may lead elsewhere a moment later. */
const lookUpOpen: LookupFunction = (host, options, done) => {
  lookup(host, options, (error, found, family) => {
    const addresses = typeof found === 'string' ? [found] : found.map(({ address }) => address);
    if (error === null && addresses.some(isClosed))
      done(new Error(`${host} is in this network`), found as string, family);
    else done(error, found as string, family); // why: one or all of them, as was asked for
  });
};

async function read(address: URL): Promise<Buffer | undefined> {
  const host = address.hostname.replace(/^\[|\]$/g, '');
  // An address in numbers is looked up by nobody.
  if (isIP(host) !== 0 && isClosed(host)) return undefined;
  const get = address.protocol === 'https:' ? https.get : http.get;
  const signal = AbortSignal.timeout(patience);
  const request = get(address, { lookup: lookUpOpen, signal });
  const [response] = (await once(request, 'response')) as [http.IncomingMessage]; // why: what the event carries
  const chunks: Buffer[] = [];
  let size = 0;
  if (response.statusCode === 200)
    for await (const chunk of response) {
      chunks.push(Buffer.from(chunk as Uint8Array)); // why: a stream of bytes
      size += chunks.at(-1)?.length ?? 0;
      if (size > largest) break;
    }
  request.destroy();
  return response.statusCode === 200 && size <= largest ? Buffer.concat(chunks) : undefined;
}
