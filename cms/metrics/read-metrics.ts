import { statfs } from 'node:fs/promises';
import type { Payload } from 'payload';
import { z } from 'zod';
import type { Measured } from '../../content/wire/print-metrics.ts';
import { findPlans } from '../articles/plans/plans.ts';
import { readEnvironment } from '../environment.ts';
import { newestBackup } from '../health/check-backup.ts';
import { checkHealth } from '../health/check-health.ts';
import { refusedSince } from '../newsletter/provider/resend-client.ts';
import { countUncertain } from '../newsletter/store/mailings.ts';
import { countRows, matching } from '../newsletter/store/query.ts';
import { batchStates, mailingStatuses } from '../newsletter/store/states.ts';
import { reconcilerStates } from '../reconcilers.ts';
import { clockSkew } from '../roles/leases.ts';
import { hasRight, isShared } from '../roles/rights.ts';

const day = 24 * 3_600_000;
/** A release that was not seen after so long is late, in ms. */
const lateAfter = 60_000;

/**
 * What an operator watches, read when it is asked for: from the database, so that every process tells the same of the newsroom,
 * and of this process. What cannot be read is left out, and `up` of its part is 0. No address, no title.
 */
export async function readMetrics(payload: Payload): Promise<Measured[]> {
  const began = performance.now();
  const parts = {
    database: async () => {
      await payload.count({ collection: 'users' });
      return [one('database_seconds', 'Time of one count', (performance.now() - began) / 1000)];
    },
    health: () => health(payload),
    releases: () => releases(payload),
    newsletter: () => newsletter(payload),
    plans: () => plans(payload),
    backup,
    disk,
    roles: () => roles(payload),
  };
  const read = await Promise.all(
    Object.entries(parts).map(async ([part, measure]) => {
      try {
        return { part, up: 1, measured: await measure() };
      } catch (err) {
        payload.logger.warn({ area: 'metrics', err, part }, 'could not be measured');
        return { part, up: 0, measured: [] };
      }
    }),
  );
  return [
    {
      ...{ name: 'up', help: 'Whether this part could be measured' },
      values: read.map(({ part, up }) => ({ value: up, labels: { part } })),
    },
    ...read.flatMap(({ measured }) => measured),
    ...loops(),
  ];
}

const one = (name: string, help: string, value: number): Measured => ({
  ...{ name, help, values: [{ value }] },
});

async function health(payload: Payload): Promise<Measured[]> {
  const { problems, warnings } = await checkHealth(payload);
  return [
    one('problems', 'Sentences in /api/health about what does not work', problems.length),
    one('warnings', 'Sentences in /api/health that a person should read', warnings.length),
  ];
}

const steps = ['verifiedAt', 'listsAt', 'feedsAt', 'searchAt'] as const;
const time = z.coerce.date().nullish();
const receipt = z.object({
  ...{ savedAt: z.coerce.date(), problem: z.string().nullish() },
  ...{ verifiedAt: time, listsAt: time, feedsAt: time, searchAt: time },
});

/** Of the last day's releases, at most the 500 newest. */
async function releases(payload: Payload): Promise<Measured[]> {
  const since = new Date(Date.now() - day).toISOString();
  const { docs } = await payload.db.find({
    ...{ collection: 'receipts', where: { savedAt: { greater_than: since } } },
    ...{ sort: '-savedAt', limit: 500, pagination: false },
  });
  const rows = z.array(receipt).parse(docs);
  const late = rows.filter(
    ({ savedAt, verifiedAt }) => !verifiedAt && Date.now() - savedAt.getTime() > lateAfter,
  );
  const secondsOf = (step: (typeof steps)[number]) =>
    rows
      .flatMap((row) => (row[step] ? [(row[step].getTime() - row.savedAt.getTime()) / 1000] : []))
      .toSorted((a, b) => a - b);
  return [
    one('releases', 'Releases of the last day, at most 500', rows.length),
    one(
      'releases_late',
      'Of these, those not seen on the site a minute after they were saved',
      late.length,
    ),
    one(
      'releases_troubled',
      'Of these, those with a problem',
      rows.filter((row) => row.problem).length,
    ),
    {
      ...{
        name: 'release_seconds',
        help: 'From saved to seen on the site, in lists, feeds, search',
      },
      values: steps.flatMap((step) => {
        const sorted = secondsOf(step);
        return [0.5, 0.95].flatMap((quantile) => {
          const value = sorted[Math.ceil(quantile * sorted.length) - 1];
          const labels = { step: step.replace('At', ''), quantile: String(quantile) };
          return value === undefined ? [] : [{ value, labels }];
        });
      }),
    },
  ];
}

async function newsletter(payload: Payload): Promise<Measured[]> {
  const count = async (collection: 'mailings' | 'batches', name: string, value: string) => ({
    labels: { [name]: value },
    value: await countRows(payload, collection, [{ [name]: { equals: value } }]),
  });
  const [mailings, batches, uncertain, subscribers, waiting] = await Promise.all([
    Promise.all(mailingStatuses.map((status) => count('mailings', 'status', status))),
    Promise.all(batchStates.map((state) => count('batches', 'state', state))),
    countUncertain(payload),
    countRows(payload, 'subscribers', matching<'subscribers'>({ state: 'active' })),
    countRows(payload, 'subscribers', [{ confirmation: { equals: 'requested' } }]),
  ]);
  const refused = refusedSince();
  return [
    { name: 'mailings', help: 'Mailings by status', values: mailings },
    {
      name: 'batches',
      help: 'Batches by state; open ones wait for the mail service',
      values: batches,
    },
    one('deliveries_uncertain', 'Mails of the last month that may have left or not', uncertain),
    one('subscribers_active', 'Who gets mail', subscribers),
    one('confirmations_waiting', 'Who asked for a confirmation and has not been sent one', waiting),
    one(
      'provider_refuses',
      'Whether the mail service refuses our key',
      refused === undefined ? 0 : 1,
    ),
  ];
}

async function plans(payload: Payload): Promise<Measured[]> {
  const all = await findPlans(payload);
  const before = new Date(Date.now() - lateAfter).toISOString();
  const isOver = all.filter(
    ({ at, failure, retry }) => at < before && (failure === null || retry !== null),
  );
  return [
    one('plans', 'Planned publications', all.length),
    one('plans_overdue', 'Those that should be out', isOver.length),
    one(
      'plans_failed',
      'Those that a person has to look at',
      all.filter(({ failure, retry }) => failure !== null && retry === null).length,
    ),
  ];
}

async function backup(): Promise<Measured[]> {
  const newest = await newestBackup();
  return newest
    ? [
        one(
          'backup_age_seconds',
          'Since the newest good backup',
          (Date.now() - newest.getTime()) / 1000,
        ),
      ]
    : [];
}

async function disk(): Promise<Measured[]> {
  const { bavail, bsize } = await statfs(readEnvironment().dataDir);
  return [one('disk_free_bytes', 'Room left where DATA_DIR is', bavail * bsize)];
}

async function roles(payload: Payload): Promise<Measured[]> {
  if (!isShared()) return [];
  return [
    one(
      'clock_skew_seconds',
      'How far this clock is ahead of the database’s',
      (await clockSkew(payload)) / 1000,
    ),
  ];
}

/** Of this process: what it does again and again. */
function loops(): Measured[] {
  const states = reconcilerStates();
  const labelled = (values: (state: (typeof states)[number]) => number) =>
    states.map((state) => ({ value: values(state), labels: { reconciler: state.name } }));
  if (states.length === 0) return [];
  return [
    {
      ...{ name: 'reconciler_lag_seconds', help: 'Since it last ran, beyond what it rests' },
      values: labelled(({ lag }) => lag),
    },
    {
      ...{ name: 'reconciler_failing', help: 'Whether its last run failed' },
      values: labelled(({ problem }) => (problem === undefined ? 0 : 1)),
    },
    {
      ...{ name: 'reconciler_here', help: 'Whether this process is the one that runs it' },
      values: labelled(({ name }) => (hasRight(name) ? 1 : 0)),
    },
  ];
}
