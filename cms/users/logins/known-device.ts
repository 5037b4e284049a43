import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { CollectionAfterOperationHook, PayloadRequest } from 'payload';
import { generateCookie, parseCookies } from 'payload/shared';
import { z } from 'zod';
import { readEnvironment } from '../../environment.ts';
import type { User } from '../../payload-types.ts';
import { sign } from '../../shared/sign.ts';
import { findUser } from '../find-user.ts';

/** How long a browser is known after its newest right login, in seconds. */
const lifetime = 180 * 24 * 3600;

/**
 * The number of the browser that asks, if it sends a device cookie of this very address's account; else undefined.
 * It opens nothing: password and code are asked for as ever. What it gives are pauses of its own, so that nobody who
 * guesses elsewhere makes the account's owner wait
 * (https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies).
 *
 * Another password or address, whoever sets it, ends all device cookies of an account. Ended sessions do not.
 * The account is looked up for a genuine cookie only: others must not measure whether there is one.
 */
export async function deviceOf(
  { headers, payload }: PayloadRequest,
  email: string,
): Promise<string | undefined> {
  const cookie = parseCookies(headers).get(cookieName(email)) ?? '';
  const [device = '', until = '', mark = '', signature = ''] = cookie.split('.');
  if (!isSame(signature, signatureOf(email, device, until, mark))) return undefined;
  const account = Number(until) > Date.now() ? await findUser(payload, { email }) : null;
  return account !== null && mark === markOf(account) ? device : undefined;
}

/**
 * Gives the browser a device cookie, a new one each time: after a right login, after a password that was set through a
 * mailed link, and when somebody who is logged in saves an account, perhaps her own password. Who does none of that
 * learns nothing about an address.
 */
export const rememberDevice: CollectionAfterOperationHook = async (operation) => {
  const { req, result } = operation;
  if (req.payloadAPI === 'local') return result;
  const id = ownerIn(operation);
  const account = id === undefined ? null : await findUser(req.payload, { id }, req);
  if (account === null) return result;
  req.responseHeaders ??= new Headers();
  const path = `${req.payload.config.routes.api}/users/login`;
  req.responseHeaders.append('set-cookie', deviceCookie(account, path));
  return result;
};

const withUser = z.object({ user: z.object({ id: z.string() }) });

/** Whose browser asks for an operation that proves it. */
function ownerIn({
  operation,
  req,
  result,
}: Parameters<CollectionAfterOperationHook>[0]): string | undefined {
  if (operation === 'login' || operation === 'resetPassword')
    return withUser.safeParse(result).data?.user.id;
  return operation === 'update' || operation === 'updateByID' ? req.user?.id : undefined;
}

function deviceCookie(account: User, path: string): string {
  const { email } = account;
  const device = randomBytes(16).toString('base64url');
  const until = String(Date.now() + lifetime * 1000);
  const mark = markOf(account);
  return generateCookie<false>({
    name: cookieName(email),
    value: [device, until, mark, signatureOf(email, device, until, mark)].join('.'),
    path,
    maxAge: lifetime,
    httpOnly: true,
    sameSite: 'Lax',
    secure: readEnvironment().cmsUrl.startsWith('https:'),
    returnCookieAsObject: false,
  });
}

/** Several people may share a browser. */
const cookieName = (email: string) =>
  `kundefront-device-${sign('accounts/device-name', email).slice(0, 12)}`;

/** Another one for another password. */
const markOf = ({ hash }: User) => sign('accounts/device-password', hash ?? '').slice(0, 12);

const signatureOf = (...parts: string[]) => sign('accounts/device', parts.join('\n'));

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
