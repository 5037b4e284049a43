import { Secret, TOTP } from 'otpauth';

/** What every authenticator app does without asking (RFC 6238): SHA-1, six digits, half a minute. */
const common = { algorithm: 'SHA1', digits: 6, period: 30, issuer: 'Kundefront' } as const;

/** In base 32, as apps and people take it: 160 bits, as RFC 4226 § 4 asks. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What an app reads from the picture. `account` is the address she logs in with. */
export const totpUri = (secret: string, account: string): string =>
  new TOTP({ ...common, secret, label: account }).toString();

/**
 * The half minute, counted from 1970, that a code is of; undefined when it is none of now, of the half minute before
 * or of the next (clocks differ), or when its half minute is not after `lastStep`: a code works once (RFC 6238 § 5.2).
 */
export function stepOfCode(
  secret: string,
  code: string,
  { lastStep, now = Date.now() }: { lastStep: number; now?: number },
): number | undefined {
  const token = code.replaceAll(/\s/g, '');
  if (!/^[0-9]{6}$/.test(token)) return undefined;
  const delta = new TOTP({ ...common, secret }).validate({ token, timestamp: now, window: 1 });
  if (delta === null) return undefined;
  const step = Math.floor(now / (common.period * 1000)) + delta;
  return step > lastStep ? step : undefined;
}
