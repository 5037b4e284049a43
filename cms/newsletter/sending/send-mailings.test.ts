import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { ProviderAnswer } from '../provider/resend-client.ts';
import { memorySendingStore, type MemorySendingStore } from '../testing/memory-sending-store.ts';
import { sendMailings } from './send-mailings.ts';
import type { Sending } from './sending-store.ts';

beforeAll(() => {
  process.env['PAYLOAD_SECRET'] = 'a secret for tests only, 32 characters or more';
  process.env['PUBLISH_TOKEN'] = 'a token for tests only, 32 characters or more';
});

const faults = ['lost-before', 'lost-after', '500-before', '500-after', '400', '422'] as const;
type Fault = (typeof faults)[number] | 'none';

/** A provider that keeps idempotency keys as the real one does, and meets its requests with the planned faults. */
function startProvider(plan: readonly Fault[]) {
  const accepted = new Map<string, number>();
  const replies = new Map<string, { bytes: string; answer: ProviderAnswer }>();
  let request = 0;
  const post: Sending['post'] = async (items, key) => {
    const fault = plan[request++] ?? 'none';
    const bytes = JSON.stringify(items);
    if (fault === 'lost-before') return reply(null);
    if (fault === '500-before') return reply(500);
    // A proxy's word: it says nothing of what became of an earlier request.
    if (fault === '400' || fault === '422') return reply(Number(fault));
    const known = replies.get(key);
    if (known !== undefined && known.bytes !== bytes)
      return reply(409, 'invalid_idempotent_request');
    const answer =
      known?.answer ?? reply(200, '', { data: items.map((_, n) => ({ id: `${key}-${n}` })) });
    if (known === undefined) {
      replies.set(key, { bytes, answer });
      for (const { to } of items) {
        const address = String(to);
        accepted.set(address, (accepted.get(address) ?? 0) + 1);
      }
    }
    if (fault === 'lost-after') return reply(null);
    return fault === '500-after' ? reply(500) : answer;
  };
  return { accepted, post };
}

const reply = (status: number | null, name = '', data: unknown = null): ProviderAnswer => ({
  ...{ status, name, message: name, data },
  headers: { 'ratelimit-limit': '1000', 'ratelimit-remaining': '1000', 'ratelimit-reset': '1' },
});

/** Lives until nothing waits; each life dies at its call, the last ones do not. */
async function sendThrough(store: MemorySendingStore, post: Sending['post'], deaths: number[]) {
  for (let life = 0; life < 60; life++) {
    store.restart();
    const dies = deaths[life];
    if (dies !== undefined) store.dieAt(dies);
    const sending = { store, post, log: { error: () => undefined } };
    await sendMailings(sending).catch((error: unknown) => {
      if (!String(error).includes('killed')) throw error;
    });
    if (dies === undefined && (await store.unfinishedMailings()).length === 0) return;
  }
  throw new Error('never finished');
}

test('whatever is lost, refused or killed: one mail each, and what is written down is what happened', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 230 }),
      fc.array(fc.constantFrom<Fault>('none', ...faults), { maxLength: 12 }),
      fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 6 }),
      async (readers, plan, deaths) => {
        const store = memorySendingStore(readers);
        const { accepted, post } = startProvider(plan);
        await sendThrough(store, post, deaths);
        for (const { subscriber, state } of store.deliveries) {
          const count = accepted.get(`${subscriber ?? ''}@eksempel.no`) ?? 0;
          expect([state, count]).toEqual(state === 'accepted' ? ['accepted', 1] : ['failed', 0]);
        }
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);

test('a batch that nobody refuses fails for nobody', async () => {
  const store = memorySendingStore(150);
  const { accepted, post } = startProvider(['lost-after', '500-after', 'lost-before']);
  await sendThrough(store, post, [3, 9, 14]);
  expect([...accepted.values()]).toEqual(Array(150).fill(1));
  expect(store.deliveries.every(({ state }) => state === 'accepted')).toBe(true);
});

test('a batch that was claimed while another of its mailing threw is free for the next call', async () => {
  const store = memorySendingStore(150);
  const { accepted, post } = startProvider([]);
  const hasThrown = Promise.withResolvers<undefined>();
  let claims = 0;
  const claimBatch: Sending['store']['claimBatch'] = async (wanted) => {
    const claimed = await store.claimBatch(wanted);
    if (claimed !== undefined && wanted.state === 'open' && ++claims === 2) await hasThrown.promise;
    return claimed;
  };
  // why: the store itself but for this; it answers through a proxy, which has nothing to copy.
  const slow = Object.create(store, { claimBatch: { value: claimBatch } }) as Sending['store'];
  const log = { error: () => undefined };
  const broken: Sending['post'] = () => {
    setTimeout(() => hasThrown.resolve(undefined), 50);
    return Promise.reject(new Error('broken'));
  };
  await expect(sendMailings({ store: slow, post: broken, log })).rejects.toThrow('broken');
  await sendMailings({ store, post, log });
  expect(accepted.size).toBe(150);
});
