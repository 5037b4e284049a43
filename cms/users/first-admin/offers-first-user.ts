import { BlockList, isIP } from 'node:net';
import { isEmbedded, type CmsEnvironment } from '../../environment.ts';

/**
 * Whether an empty database may be entered through the browser, with the one-time code. Not on a server that the
 * world reaches: there an empty database is more likely a mistyped DATA_DIR than a beginning, and whoever sits at the
 * server runs `npm run admin:create`.
 */
export const offersFirstUser = (environment: CmsEnvironment): boolean =>
  isEmbedded(environment) &&
  !(environment.nodeEnv === 'production' && isPublic(new URL(environment.cmsUrl)));

/** Of this machine (RFC 1122, RFC 4291), of a private network (RFC 1918, RFC 4193) or of this wire (RFC 3927, RFC 4291). */
const ofThisNetwork = new BlockList();
for (const [network, prefix] of [
  ...([
    ['127.0.0.0', 8],
    ['10.0.0.0', 8],
    ['172.16.0.0', 12],
  ] as const),
  ...([
    ['192.168.0.0', 16],
    ['169.254.0.0', 16],
  ] as const),
] as const)
  ofThisNetwork.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  ofThisNetwork.addSubnet(network, prefix, 'ipv6');

/** A name or address that is none of those, and no name that only this network knows (RFC 6761, RFC 6762). */
function isPublic({ hostname }: URL): boolean {
  const address = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(address);
  if (family !== 0) return !ofThisNetwork.check(address, family === 4 ? 'ipv4' : 'ipv6');
  return hostname.includes('.') && !/\.(localhost|local)$/.test(hostname);
}
