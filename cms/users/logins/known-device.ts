import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { CollectionAfterOperationHook } from 'payload';
import { generateCookie, parseCookies } from 'payload/shared';
import { z } from 'zod';
import { readEnvironment } from '../../environment.ts';
import type { User } from '../../payload-types.ts';
import { sign } from '../../shared/sign.ts';
import { findUser } from '../find-user.ts';

/** How long a browser is known after its newest right login, in seconds. */
const lifetime = 180 * 24 * 3600;

type Account = Pick<User, 'id' | 'hash'>;

/**
 * The number of the browser that sends these headers, if its device cookie is one of this very account; else undefined.
 * It opens nothing: password and code are asked for as ever. What it gives are pauses of its own, so that nobody who
 * guesses elsewhere makes the account's owner wait
 * (https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies).
 *
 * Another password, whoever sets it, ends all device cookies of an account: they are signed with what is kept of the
 * password. Ended sessions do not.
 */
export function deviceOf(headers: Headers, account: Account): string | undefined {
  const cookie = parseCookies(headers).get(cookieName(account)) ?? '';
  const [device = '', until = '', signature = ''] = cookie.split('.');
  const isOurs = isSame(signature, signatureOf(account, device, until));
  return isOurs && Number(until) > Date.now() ? device : undefined;
}

/**
 * Gives the browser a device cookie, a new one each time: after a right login, after a password that was set through a
 * mailed link, and when somebody who is logged in sets one. Who does none of that learns nothing about an address.
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
const withPassword = z.object({ data: z.object({ password: z.string().min(1) }) });

/** Whose browser asks for an operation that proves it. */
function ownerIn({
  args,
  operation,
  req,
  result,
}: Parameters<CollectionAfterOperationHook>[0]): string | undefined {
  if (operation === 'login' || operation === 'resetPassword')
    return withUser.safeParse(result).data?.user.id;
  const isUpdate = operation === 'update' || operation === 'updateByID';
  return isUpdate && withPassword.safeParse(args).success ? req.user?.id : undefined;
}

function deviceCookie(account: Account, path: string): string {
  const device = randomBytes(16).toString('base64url');
  const until = String(Date.now() + lifetime * 1000);
  return generateCookie<false>({
    name: cookieName(account),
    value: [device, until, signatureOf(account, device, until)].join('.'),
    path,
    maxAge: lifetime,
    httpOnly: true,
    sameSite: 'Lax',
    secure: readEnvironment().cmsUrl.startsWith('https:'),
    returnCookieAsObject: false,
  });
}

/** Several people may share a browser. */
const cookieName = ({ id }: Account) =>
  `kundefront-device-${sign('accounts/device-name', id).slice(0, 12)}`;

const signatureOf = ({ id, hash }: Account, device: string, until: string) =>
  sign('accounts/device', [id, hash ?? '', device, until].join('\n'));

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
