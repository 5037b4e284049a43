import { getPayload } from 'payload';
import config from '../../cms/payload.config.ts';
import { claimBatch, countUnsettled } from '../../cms/newsletter/store/batches.ts';
import { insertRows, updateDeliveries } from '../../cms/newsletter/store/bulk.ts';
import { countChoices, countOutcomes } from '../../cms/newsletter/store/counts.ts';
import {
  countDeliveries,
  idsByPosition,
  lastPosition,
  waitingDeliveries,
} from '../../cms/newsletter/store/deliveries.ts';
import { addMailing, findMailing } from '../../cms/newsletter/store/mailings.ts';
import { newBatch, newDelivery, newSubscriber } from '../../cms/newsletter/store/new-rows.ts';
import { payloadSendingStore } from '../../cms/newsletter/store/payload-sending-store.ts';
import { release } from '../../cms/newsletter/store/claim.ts';
import { percentile } from './percentile.ts';

/**
 * `npm run bench -- queries`: what the newsletter asks the database for, on one mailing of more and more deliveries
 * and as many subscribers. Runs in a process of its own, on the instance of its environment. Times in ms, median of 15.
 */
const sizes = [10_000, 100_000, 1_000_000];
const rounds = 15;
const chunk = 2_000;

const payload = await getPayload({ config });
const key = 'alert:bench';
const asked = { key, kind: 'alert', article: null, requestedAt: new Date().toISOString() } as const;
await addMailing(payload, { ...asked, subject: 'Måling' });
const mailing = (await findMailing(payload, { key }))?.id ?? '';

const epoch = await payloadSendingStore(payload).epoch();

const rows: Record<string, string>[] = [];
let filled = 0;
for (const size of sizes) {
  for (; filled < size; filled += chunk) await fill(filled);
  rows.push({ leveringer: String(size), ...(await measure(size)) });
}
console.table(rows);
process.exit(0);

async function fill(first: number): Promise<void> {
  const positions = Array.from({ length: chunk }, (_, n) => first + n);
  await insertRows(
    payload,
    'deliveries',
    positions.map((position) => ({
      ...newDelivery,
      ...{ id: crypto.randomUUID(), mailing, position, state: 'waiting', subscriber: null },
      ...{ key: `${mailing}:${position}`, slot: `${mailing}:${position}`, reason: null },
    })),
  );
  await insertRows(
    payload,
    'subscribers',
    positions.map((n) => ({
      ...newSubscriber,
      ...{ id: crypto.randomUUID(), email: `leser-${n}@eksempel.no`, state: 'active' },
      ...{ address: `leser-${n}@eksempel.no`, series: n % 7 === 0 ? ['servicehverdag'] : [] },
      confirmedAt: new Date().toISOString(),
    })),
  );
  const batches = positions.filter((position) => position % 100 === 0);
  await insertRows(
    payload,
    'batches',
    batches.map((position) => ({
      ...newBatch,
      ...{ id: crypto.randomUUID(), mailing, key: `${mailing}:${position / 100}` },
      ...{ firstPosition: position, lastPosition: position + 99 },
    })),
  );
}

async function measure(size: number): Promise<Record<string, string>> {
  const at = () => Math.floor(Math.random() * (size / 100)) * 100;
  const range = () => {
    const firstPosition = at();
    return { mailing, firstPosition, lastPosition: firstPosition + 99 };
  };
  return {
    'finne en batch': await time(async () => {
      const claimed = await claimBatch(payload, { mailing, state: 'open', epoch });
      if (claimed) await release(payload, claimed.lease);
    }),
    'hundre som venter': await time(() => waitingDeliveries(payload, range())),
    'hundre utfall': await time(async () => {
      const ids = await idsByPosition(payload, range());
      const acceptedAt = new Date().toISOString();
      await updateDeliveries(
        payload,
        [...ids.values()].map((id) => ({
          ...{ id, state: 'accepted' as const, reason: null, resendId: id, acceptedAt },
        })),
      );
    }),
    'siste plass': await time(() => lastPosition(payload, mailing)),
    'telle en tilstand': await time(() => countDeliveries(payload, { mailing, state: 'waiting' })),
    'telle batcher': await time(() => countUnsettled(payload, mailing)),
    'telle utfall': await time(() => countOutcomes(payload, mailing)),
    'telle lesere': await time(() => countChoices(payload)),
  };
}

async function time(work: () => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return percentile(times, 50).toFixed(1);
}
