import {
  addDataAndFileToRequest,
  APIError,
  headersWithCors,
  registerFirstUserOperation,
  type Endpoint,
  type PayloadRequest,
} from 'payload';
import { generatePayloadCookie } from 'payload/shared';
import { z } from 'zod';
import { readEnvironment } from '../../environment.ts';
import { runExclusive } from '../../shared/run-exclusive.ts';
import { offersFirstUser } from './offers-first-user.ts';
import { text } from '../text.ts';
import { hasUsers, isSetupCode, keepSetupCode } from './setup-code.ts';

const words = text;

const asked = z.looseObject({
  email: z.string().catch(''),
  password: z.string().catch(''),
  name: z.string().max(200).optional().catch(undefined),
  code: z.unknown().optional(),
});

/**
 * Stands in for Payload's own `POST /api/users/first-register`, which is open to whoever comes first, and to several
 * who come at once. Here it takes the one-time code beside the fields, and one after the other.
 */
export const registerFirst: Endpoint = {
  path: '/first-register',
  method: 'post',
  handler: async (req) => {
    if (!offersFirstUser(readEnvironment()))
      throw new APIError(text.problems.firstUserElsewhere, 403, null, true);
    await addDataAndFileToRequest(req);
    const { code, ...person } = asked.catch({ email: '', password: '' }).parse(req.data);
    const { exp, token, user } = await runExclusive('first-register', () =>
      register(req, code, person),
    );
    const collection = req.payload.collections['users'];
    const cookie = generatePayloadCookie({
      collectionAuthConfig: collection.config.auth,
      cookiePrefix: req.payload.config.cookiePrefix,
      token: token ?? '',
    });
    return Response.json(
      { exp, token, user, message: req.t('authentication:successfullyRegisteredFirstUser') },
      { headers: headersWithCors({ headers: new Headers({ 'Set-Cookie': cookie }), req }) },
    );
  },
};

async function register(
  req: PayloadRequest,
  code: unknown,
  { email, password, name }: { email: string; password: string; name?: string | undefined },
) {
  if (await hasUsers(req.payload)) throw new APIError(words.alreadyThere, 403, null, true);
  if (!(await isSetupCode(code))) {
    const errors = [{ message: words.wrongCode, path: 'code', label: words.code }];
    throw new APIError(words.wrongCode, 403, { errors }, true);
  }
  const result = await registerFirstUserOperation({
    collection: req.payload.collections['users'],
    data: { email, password, name: name ?? null, role: 'admin' },
    req,
  });
  await keepSetupCode(req.payload);
  return result;
}
