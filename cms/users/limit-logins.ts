import {
  APIError,
  type CollectionAfterLoginHook,
  type CollectionBeforeOperationHook,
} from 'payload';
import { networkOfRequest, RequestLimit } from '../limits/limit-requests.ts';
import { text } from './text.ts';

/** Wrong passwords of one network, whichever accounts they try. Payload locks the account itself sooner. */
const limit = new RequestLimit({ most: 50, windowSeconds: 600 });

export const countLogin: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'login' || req.payloadAPI === 'local') return args;
  const wait = limit.count(networkOfRequest(req.headers));
  if (wait > 0)
    throw new APIError(text.problems.tooManyLogins(Math.ceil(wait / 60)), 429, null, true);
  return args;
};

export const forgiveLogin: CollectionAfterLoginHook = ({ req, user }) => {
  if (req.payloadAPI !== 'local') limit.forgive(networkOfRequest(req.headers));
  return user;
};
