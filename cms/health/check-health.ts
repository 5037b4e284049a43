import { randomUUID } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Payload } from 'payload';
import { z } from 'zod';
import { publisherEndpoints } from '../../content/model/urls.ts';
import { bearer } from '../../content/wire/bearer.ts';
import { knownSites } from '../delivery-feed/known-sites.ts';
import { findPlans } from '../articles/plans/plans.ts';
import { readEnvironment } from '../environment.ts';
import { refusedSince } from '../newsletter/provider/resend-client.ts';
import { countUncertain, stuckMailings } from '../newsletter/store/mailings.ts';
import { readSettings } from '../newsletter/read-settings.ts';
import { heldConfirmations } from '../newsletter/subscribers/confirmation-room.ts';
import { reasons } from '../newsletter/text.ts';
import { reconcilerHealth } from '../reconcilers.ts';
import { checkBackup, findBackupFailure } from './check-backup.ts';
import { checkStore, findStoreQuestion } from './check-store.ts';
import { text } from './text.ts';

export interface Health {
  /** Sentences about what does not work; it is well when there is none. */
  problems: string[];
  /** What a person should look at, while everything works. */
  warnings: string[];
}

/** What it says of itself, as far as it matters here. */
const statusShape = z.object({
  lastError: z.string().nullable(),
  failingSince: z.string().nullable(),
  failed: z.record(z.string(), z.unknown()),
  target: z
    .object({
      place: z.string(),
      lastError: z.string().nullable(),
      failingSince: z.string().nullable(),
    })
    .nullish(),
});

/** Each question has so long; whoever has not answered by then does not work. In ms. */
const patience = 1_500;
const leastRoom = 200 * 1024 * 1024;
/** A plan that is so late is not only waiting for its turn, in ms. */
const overdueAfter = 2 * 60_000;

/** One error is none: what goes on failing for so long does not work, in ms. */
const failsAfter = 60_000;

let latest: { at: number; health: Promise<Health> } | undefined;

/** Asks everything at once. Within a second everybody gets the same answer: strangers may ask as often as they like. */
export function checkHealth(payload: Payload): Promise<Health> {
  if (latest === undefined || Date.now() - latest.at > 1_000)
    latest = { at: Date.now(), health: ask(payload) };
  return latest.health;
}

async function ask(payload: Payload): Promise<Health> {
  const [warnings, failure, asked, ...problems] = await Promise.all([
    within(findWarnings(payload), text.noDatabase),
    within(findBackupFailure(), text.noBackupTarget),
    within(findStoreQuestion(payload), text.noDatabase),
    within(checkDatabase(payload), text.noDatabase),
    within(checkDisk(), text.noDisk),
    within(checkPublisher(), text.noPublisher),
    within(checkMail(payload), text.noDatabase),
    within(checkPlans(payload), text.noDatabase),
    within(checkBackup(), text.noBackupTarget),
    within(checkStore(payload), text.noStore(readEnvironment().mediaStore ?? '')),
  ]);
  const told = new Set([...problems.flat(), ...reconcilerHealth()]);
  return {
    problems: [...told],
    warnings: [...warnings, ...failure, ...asked].filter((warning) => !told.has(warning)),
  };
}

/** The sentences of a check, or that of its silence. An error is an answer, too: what it asks does not work. */
const within = (check: Promise<string[]>, silence: string): Promise<string[]> =>
  Promise.race([check.catch(() => [silence]), sleep(patience, [silence])]);

/** Writes a row and reads it again. */
async function checkDatabase(payload: Payload): Promise<string[]> {
  const written = { nonce: randomUUID() };
  await payload.kv.set('health', written);
  const read = await payload.kv.get<{ nonce?: string }>('health');
  // Another process may have written its own in between: what was read then is a row all the same.
  return typeof read?.nonce === 'string' ? [] : [text.noDatabase];
}

async function checkDisk(): Promise<string[]> {
  const { bavail, bsize } = await statfs(readEnvironment().dataDir);
  return bavail * bsize < leastRoom ? [text.noRoom] : [];
}

async function checkPublisher(): Promise<string[]> {
  const origins = knownSites();
  if (origins.length === 1) return checkOne(origins[0] ?? '');
  const told = await Promise.all(
    origins.map(async (origin) => {
      const problems = await within(checkOne(origin), text.noPublisher);
      return problems.map((problem) => `${origin}: ${problem}`);
    }),
  );
  return told.flat();
}

async function checkOne(origin: string): Promise<string[]> {
  const response = await fetch(`${origin}${publisherEndpoints.status}`, {
    headers: { authorization: bearer(readEnvironment().publishToken) },
    signal: AbortSignal.timeout(patience),
  });
  const status = statusShape.safeParse(response.ok ? await response.json() : undefined);
  if (!status.success) return [text.noPublisher];
  const { lastError, failingSince, failed } = status.data;
  const { target } = status.data;
  const isLasting = (since: string | null | undefined) =>
    typeof since === 'string' && Date.now() > Date.parse(since) + failsAfter;
  const pages = Object.keys(failed).length;
  return [
    ...(isLasting(failingSince) ? [text.publisherFails(lastError ?? '')] : []),
    ...(target && isLasting(target.failingSince)
      ? [text.targetFails(target.place, target.lastError ?? '')]
      : []),
    ...(pages === 0 ? [] : [text.pagesFail(pages)]),
  ];
}

async function checkMail(payload: Payload): Promise<string[]> {
  const { resendApiKey, resendBaseUrl, resendWebhookSecret } = readEnvironment();
  const isReal = resendApiKey !== undefined && resendBaseUrl === undefined;
  const refused = refusedSince();
  // The newsroom's own limits are no fault of the machinery.
  const { mostPerDay } = await readSettings(payload);
  const own: (string | null)[] = [reasons.unpublishedMidway, reasons.dailyCap(mostPerDay ?? 0)];
  const paused = (await stuckMailings(payload, 50, ['paused'])).filter(
    ({ pauseReason }) => !own.includes(pauseReason),
  );
  return [
    ...(isReal && resendWebhookSecret === undefined ? [text.noWebhookSecret] : []),
    ...(refused === undefined ? [] : [text.mailRefused(refused)]),
    ...paused.map(({ subject, pauseReason }) => text.mailPaused(subject ?? '', pauseReason ?? '')),
  ];
}

async function checkPlans(payload: Payload): Promise<string[]> {
  const before = new Date(Date.now() - overdueAfter).toISOString();
  const overdue = (await findPlans(payload)).filter(
    ({ at, failure, retry }) => at < before && (failure === null || retry !== null),
  );
  return overdue.length === 0 ? [] : [text.plansOverdue(overdue.length)];
}

async function findWarnings(payload: Payload): Promise<string[]> {
  const { resendApiKey, nodeEnv } = readEnvironment();
  const [stuck, uncertain, queued, plans] = await Promise.all([
    stuckMailings(payload, 50),
    countUncertain(payload),
    heldConfirmations(payload),
    findPlans(payload),
  ]);
  const failed = plans.filter(({ failure, retry }) => failure !== null && retry === null).length;
  const asking = stuck.filter(({ status }) => status === 'needs-person').length;
  return [
    ...(asking === 0 ? [] : [text.asksPerson(asking)]),
    ...(failed === 0 ? [] : [text.plansFailed(failed)]),
    ...(uncertain === 0 ? [] : [text.uncertain(uncertain)]),
    ...(queued === undefined ? [] : [text.confirmationsQueued(queued)]),
    ...(nodeEnv === 'production' && resendApiKey === undefined ? [text.noMail] : []),
  ];
}
