import { createHmac, hkdfSync } from 'node:crypto';
import { readEnvironment } from '../environment.ts';

/** Names somebody who has or had an address, lower case, among the departures. */
export const nameOfAddress = (address: string): string => sign('address', address);

/** Names an account by its id. */
export const nameOfAccount = (id: string): string => sign('account', id);

/** Tells with which secret the names were made. */
export const departuresKey = (): string => sign('key', '').slice(0, 16);

/** Keys of their own, derived from PAYLOAD_SECRET: a name says nothing elsewhere. */
function sign(purpose: string, value: string): string {
  const { payloadSecret } = readEnvironment();
  const key = known.get(`${purpose} ${payloadSecret}`) ?? derive(purpose, payloadSecret);
  return createHmac('sha256', key).update(value).digest('base64url');
}

const known = new Map<string, Buffer>();

function derive(purpose: string, secret: string): Buffer {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `departures/${purpose}`, 32));
  known.set(`${purpose} ${secret}`, key);
  return key;
}
