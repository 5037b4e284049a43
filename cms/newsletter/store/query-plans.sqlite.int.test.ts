import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startRoom, type Room } from '../../testing/start-room.ts';
import { batchesOf, claimBatch, countUnsettled } from './batches.ts';
import { countChoices, countOutcomes, countReached } from './counts.ts';
import {
  confirmationsPerNetwork,
  countConfirmationsOf,
  countConfirmationsSince,
  countWaitingConfirmations,
  dropNetworksBefore,
  dueConfirmations,
} from './confirmations.ts';
import {
  countDeliveries,
  countWaiting,
  deliveryIds,
  findDelivery,
  idsByPosition,
  lastPosition,
  waitingDeliveries,
} from './deliveries.ts';

import { expiredRequests } from './subscribers.ts';

/** Of the adapter's own client, what is used here. */
interface Client {
  execute: (
    statement: string | { sql: string; args?: unknown[] },
  ) => Promise<{ rows: { detail?: unknown }[] }>;
}

let room: Room;
beforeAll(async () => {
  room = await startRoom({ isEmpty: true });
});
afterAll(() => room.stop());

/** How SQLite would find the rows of every statement that the work sends. */
async function plansOf(work: () => Promise<unknown>): Promise<string[]> {
  const { client } = room.payload.db as unknown as { client: Client }; // why: the adapter's own
  const sent: Parameters<Client['execute']>[0][] = [];
  const execute = client.execute.bind(client);
  const spy = vi.spyOn(client, 'execute').mockImplementation(async (statement) => {
    sent.push(statement);
    return execute(statement);
  });
  await work();
  spy.mockRestore();
  const plans: string[] = [];
  for (const statement of sent) {
    const { sql, args } = typeof statement === 'string' ? { sql: statement, args: [] } : statement;
    const { rows } = await execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args: args ?? [] });
    plans.push(...rows.map((row) => String(row.detail)));
  }
  return plans;
}

const mailing = 'm';
const range = { mailing, firstPosition: 0, lastPosition: 99 };

test.each<[string, RegExp, () => Promise<unknown>]>([
  ['the last position', /mailing_position_idx/, () => lastPosition(room.payload, mailing)],
  ['who waits in a batch', /mailing_position_idx/, () => waitingDeliveries(room.payload, range)],
  ['ids of a batch', /mailing_position_idx/, () => idsByPosition(room.payload, range)],
  [
    'how many are in a state',
    /mailing_state_afterwards_idx/,
    () => countDeliveries(room.payload, { mailing, state: 'waiting' }),
  ],
  [
    'who was refused',
    /mailing_(state_afterwards|position)_idx/,
    () => deliveryIds(room.payload, { mailing, state: 'failed' }, { limit: 500 }),
  ],
  [
    'who waits for a digest',
    /digest_mailing_idx/,
    () => countWaiting(room.payload, mailing, { mark: 'wanted', until: '2026' }),
  ],
  [
    'a delivery by the provider’s id',
    /resend_id_idx/,
    () => findDelivery(room.payload, { resendId: 'x' }),
  ],
  [
    'the next batch',
    /mailing_state_firstPosition_idx/,
    () => claimBatch(room.payload, { mailing, state: 'open', epoch: '' }),
  ],
  ['the batches of a mailing', /USING INDEX/, () => batchesOf(room.payload, mailing)],
  [
    'unsettled batches',
    /mailing_state_firstPosition_idx/,
    () => countUnsettled(room.payload, mailing),
  ],
  [
    'confirmations of the hour',
    /confirmation_sent_at_idx/,
    () => countConfirmationsSince(room.payload, new Date()),
  ],
  [
    'waiting confirmations',
    /confirmation_next_at_idx/,
    () => countWaitingConfirmations(room.payload),
  ],
  [
    'due confirmations',
    /confirmation_next_at_idx|confirmation_idx/,
    () => dueConfirmations(room.payload, { isFull: true, fullNetworks: ['n'] }),
  ],
  [
    'confirmations of a network',
    /confirm_network_idx/,
    () => countConfirmationsOf(room.payload, 'n', new Date()),
  ],
  [
    'networks to be forgotten',
    /confirm_network_idx/,
    () => dropNetworksBefore(room.payload, new Date()),
  ],
  ['requests that have run out', /USING INDEX/, () => expiredRequests(room.payload)],
  [
    'the outcomes of a mailing',
    /COVERING INDEX mailing_state_afterwards_idx/,
    () => countOutcomes(room.payload, mailing),
  ],
  ['who left since', /deliveries_key_idx/, () => countReached(room.payload, mailing, 'active')],
  [
    'networks of the hour',
    /confirmation_sent_at_idx/,
    () => confirmationsPerNetwork(room.payload, new Date()),
  ],
  ['what subscribers chose', /state_frequency_series_idx/, () => countChoices(room.payload)],
])('%s is found by an index, whatever the table holds', async (_, index, work) => {
  const plans = await plansOf(work);
  expect(plans.join('\n')).toMatch(index);
  expect(plans.filter((plan) => /^SCAN (deliveries|batches|subscribers)/.test(plan))).toEqual([]);
});
