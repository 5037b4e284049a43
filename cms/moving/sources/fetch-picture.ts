import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { Readable } from 'node:stream';
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
  const bare = (host: string) => host.replace(/^www\./, '');
  if (!/^https?:$/.test(address.protocol) || bare(address.host) !== bare(new URL(origin).host))
    return undefined;
  const found = await lookup(address.hostname.replace(/^\[|\]$/g, ''), { all: true }).catch(
    () => [],
  );
  if (found.length === 0 || found.some((each) => isClosed(each.address))) return undefined;
  const signal = AbortSignal.timeout(patience);
  const response = await fetch(address, { redirect: 'error', signal }).catch(() => undefined);
  if (response?.ok !== true || response.body === null) return undefined;
  const bytes = await readUpTo(response.body, largest);
  if (bytes === undefined) return undefined;
  const name = address.pathname.split('/').at(-1) ?? 'bilde';
  return { name, size: bytes.length, open: () => Promise.resolve(Readable.from([bytes])) };
}

async function readUpTo(
  body: ReadableStream<Uint8Array>,
  most: number,
): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // why: Node's streams of the web can be walked through
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
