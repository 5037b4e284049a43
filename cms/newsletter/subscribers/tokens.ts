import { createHash } from 'node:crypto';
import { equalSecrets } from '../../../content/wire/equal-secrets.ts';
import { sign as signAs } from '../../shared/sign.ts';

/**
 * Tokens of this domain, one purpose each (see `sign`). All are 256 bit, base64url.
 */
export type LinkPurpose = 'unsubscribe' | 'preferences';

/** `<subscriberId>.<HMAC>`: never expires, recognised without being stored. */
export const linkToken = (purpose: LinkPurpose, subscriberId: string) =>
  `${subscriberId}.${sign(purpose, subscriberId)}`;

/** The subscriber a link token belongs to, or undefined when it is not ours. */
export function readLinkToken(purpose: LinkPurpose, token: string): string | undefined {
  const dot = token.lastIndexOf('.');
  if (dot < 1) return undefined;
  const subscriberId = token.slice(0, dot);
  return equalSecrets(token.slice(dot + 1), sign(purpose, subscriberId)) ? subscriberId : undefined;
}

/**
 * The confirmation token: made from 256 random bits (`nonce`) and a key that is not in the database,
 * so that a mail interrupted by a crash can be sent again with the very same link.
 */
export const confirmToken = (subscriberId: string, nonce: string) =>
  sign('confirm', `${subscriberId}:${nonce}`);
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

/** Stands in for a suppressed address whose owner was erased. `address` is lower case. */
export const erasedAddress = (address: string) => `erased:${sign('erased-address', address)}`;

/** Stands in for an address that never confirmed and was forgotten. `address` is lower case. */
export const forgottenAddress = (address: string) => sign('forgotten-address', address);

/** Names an address or a network in memory without holding it. */
export const anonymousName = (value: string) => sign('anonymous', value).slice(0, 22);

const sign = (purpose: string, value: string) => signAs(`newsletter/${purpose}`, value);
