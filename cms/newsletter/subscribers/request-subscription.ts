import { randomBytes } from 'node:crypto';
import type { Payload } from 'payload';
import { newsletterConsent } from '../../../content/model/consent.ts';
import { day, recentTimes, timesOfForgotten } from './confirmation-times.ts';
import { queueLifetime } from './remove-stale-pending.ts';
import { newSubscriber } from '../store/new-rows.ts';
import type { Asked, SubscriberRow } from '../store/rows.ts';
import { addSubscriber, findSubscribers, updateSubscriber } from '../store/subscribers.ts';
import { confirmToken, erasedAddress, hashToken } from './tokens.ts';
import type { FrequencyId } from '../../../content/model/frequencies.ts';

export interface SubscriptionRequest {
  email: string;
  address: string;
  frequency: FrequencyId;
  series: string[];
  page: string;
  method: string;
  /** Keyed hash of the network it comes from, where that is known. */
  network: string | null;
}

/**
 * Writes down that somebody asks to be a subscriber. Returns whether a confirmation mail is due: not
 * for active and suppressed addresses, at most one a day and three in 30 days for the others.
 */
export async function requestSubscription(
  payload: Payload,
  request: SubscriptionRequest,
): Promise<boolean> {
  const addresses = [request.address, erasedAddress(request.address)];
  const known = await findSubscribers(payload, { address: addresses });
  const forgotten = await timesOfForgotten(payload, request.address);
  if (known.some(({ state }) => state === 'active' || state === 'suppressed')) return false;
  const existing = known[0];
  const times = recentTimes([...(existing?.confirmationTimes ?? []), ...forgotten]);
  if (times.length >= 3 || times.some((at) => Date.now() - Date.parse(at) < day)) return false;
  const id = existing?.id ?? (await create(payload, request));
  return id !== undefined && ask(payload, id, { request, existing, times });
}

/** The new row's id; undefined when the same address came in twice at once and the other was first. */
async function create(
  payload: Payload,
  { email, address }: SubscriptionRequest,
): Promise<string | undefined> {
  try {
    return await addSubscriber(payload, {
      ...newSubscriber,
      email,
      address,
      // A crash before the next write leaves a row that is forgotten like any unconfirmed one.
      confirmExpiresAt: new Date(Date.now() + queueLifetime).toISOString(),
    });
  } catch (error) {
    if ((await findSubscribers(payload, { address })).length > 0) return undefined;
    throw error;
  }
}

/** Choices, consent, token and the wish for a mail in one write. */
async function ask(
  payload: Payload,
  id: string,
  {
    request,
    existing,
    times,
  }: { request: SubscriptionRequest; existing: SubscriberRow | undefined; times: string[] },
): Promise<boolean> {
  const nonce = randomBytes(32).toString('base64url');
  const now = new Date();
  const asked: Asked = {
    email: request.email,
    frequency: request.frequency,
    series: request.series,
    consentText: newsletterConsent.wording,
    consentVersion: newsletterConsent.version,
    consentPage: request.page,
    consentMethod: request.method,
    requestedAt: now.toISOString(),
  };
  const row = await updateSubscriber(
    payload,
    // Of two requests at the same moment one finds the nonce it saw.
    { id, state: existing?.state ?? 'pending', confirmNonce: existing?.confirmNonce ?? null },
    {
      ...(existing?.state === 'unsubscribed' ? { asked } : asked),
      confirmation: 'requested',
      confirmNonce: nonce,
      confirmTokenHash: hashToken(confirmToken(id, nonce)),
      confirmExpiresAt: new Date(now.getTime() + queueLifetime).toISOString(),
      confirmationTimes: [...times, now.toISOString()],
      confirmationAttempts: 0,
      confirmationNextAt: now.toISOString(),
      confirmationSentAt: null,
      confirmNetwork: request.network,
    },
  );
  return row !== undefined;
}
