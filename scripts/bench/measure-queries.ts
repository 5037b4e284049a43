import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { getPayload } from 'payload';
import config from '../../cms/payload.config.ts';
import { readDesk } from '../../cms/dashboard/read-desk.ts';
import { countGrowth } from '../../cms/newsletter/admin/count-growth.ts';
import { refreshMailing } from '../../cms/newsletter/mailings/refresh-mailing.ts';
import { reconcileNewsletter } from '../../cms/newsletter/reconcile-newsletter.ts';
import { claimBatch, countUnsettled } from '../../cms/newsletter/store/batches.ts';
import { updateDeliveries } from '../../cms/newsletter/store/bulk.ts';
import { release } from '../../cms/newsletter/store/claim.ts';
import { countChoices, countOutcomes, countReached } from '../../cms/newsletter/store/counts.ts';
import {
  idsByPosition,
  lastPosition,
  missedDeliveries,
  waitingDeliveries,
} from '../../cms/newsletter/store/deliveries.ts';
import { payloadSendingStore } from '../../cms/newsletter/store/payload-sending-store.ts';
import { exported, nextSubscribers } from '../../cms/newsletter/store/subscribers.ts';
import { wouldQueue } from '../../cms/newsletter/subscribers/confirmation-room.ts';
import {
  emptyNewsletter,
  fillBatches,
  fillDeliveries,
  fillMailing,
  fillSubscribers,
} from './fill-newsletter.ts';
import { percentile } from './percentile.ts';

/**
 * `npm run bench -- queries`: first what sending asks the database for, on one mailing of more and more deliveries;
 * then, with 50,000 subscribers and 300 mailings behind, what people and reconcilers ask for, and for how long at most
 * the process hears nobody meanwhile. In a process of its own, on the instance of its environment. Times in ms.
 */
const sizes = [10_000, 100_000, 1_000_000];
const subscribers = 50_000;
const rounds = 15;

const payload = await getPayload({ config });
const epoch = await payloadSendingStore(payload).epoch();

const large = await fillMailing(payload, { key: 'alert:large', daysAgo: 0, isFinished: false });
const bySize: Record<string, string>[] = [];
let filled = 0;
for (const size of sizes) {
  const range = { mailing: large, from: filled, to: size };
  await fillDeliveries(payload, { ...range, isFinished: false });
  await fillBatches(payload, range);
  filled = size;
  bySize.push({ leveringer: String(size), ...(await measureSending(size)) });
}
console.table(bySize);

await emptyNewsletter(payload);
await fillSubscribers(payload, { from: 0, to: subscribers });
let newest = '';
for (let n = 299; n >= 0; n--) {
  newest = await fillMailing(payload, { key: `alert:${n}`, daysAgo: n, isFinished: true });
  // The newest as it is, the older ones shorter: they only have to be in the way.
  const to = n < 3 ? subscribers : 2_000;
  await fillDeliveries(payload, { mailing: newest, from: 0, to, isFinished: true });
}
console.table(await measureTurns());
process.exit(0);

async function measureSending(size: number): Promise<Record<string, string>> {
  const range = () => {
    const firstPosition = Math.floor(Math.random() * (size / 100)) * 100;
    return { mailing: large, firstPosition, lastPosition: firstPosition + 99 };
  };
  return {
    'finne en batch': await median(async () => {
      const claimed = await claimBatch(payload, { mailing: large, state: 'open', epoch });
      if (claimed) await release(payload, claimed.lease);
    }),
    'hundre som venter': await median(() => waitingDeliveries(payload, range())),
    'hundre utfall': await median(async () => {
      const ids = await idsByPosition(payload, range());
      const acceptedAt = new Date().toISOString();
      const outcome = { state: 'accepted' as const, reason: null, acceptedAt };
      await updateDeliveries(
        payload,
        [...ids.values()].map((id) => ({ id, resendId: id, ...outcome })),
      );
    }),
    'siste plass': await median(() => lastPosition(payload, large)),
    'telle utfall': await median(() => countOutcomes(payload, large)),
    'telle batcher': await median(() => countUnsettled(payload, large)),
  };
}

async function measureTurns(): Promise<Record<string, string>[]> {
  const works: [string, () => Promise<unknown>][] = [
    ['lesere av en sak', () => countChoices(payload)],
    ['utfall av en utsending', () => refreshMailing(payload, newest)],
    ['hvem som har meldt seg av', () => countReached(payload, newest, 'unsubscribed')],
    ['hvem som fortsatt er med', () => countReached(payload, newest, 'active')],
    ['hvem som ikke fikk', () => missedDeliveries(payload, newest, 100)],
    ['vekst, 12 uker', () => countGrowth(payload, 12)],
    ['redaksjonens bord', () => readDesk(payload, new Date())],
    ['en påmelding: er det kø?', () => wouldQueue(payload, 'x')],
    [
      'en side av eksporten',
      () => nextSubscribers(payload, { group: exported, after: undefined, limit: 200 }),
    ],
    ['alt nyhetsbrevet har å gjøre, når ingenting er å gjøre', () => reconcileNewsletter(payload)],
  ];
  const rows: Record<string, string>[] = [];
  for (const [name, work] of works) {
    await work(); // what is made once is made
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const took = await median(async () => {
      await work();
      await sleep(2);
    });
    delay.disable();
    rows.push({ arbeid: name, median: took, 'lengst uten svar': (delay.max / 1e6).toFixed(0) });
  }
  return rows;
}

async function median(work: () => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return percentile(times, 50).toFixed(1);
}
