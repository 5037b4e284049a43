import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { getPayload, type Where } from 'payload';
import { articlePath } from '../../../content/model/urls.ts';
import config from '../../payload.config.ts';
import { killPoint } from '../kill-point.ts';
import { sendAgain } from '../mailings/send-again.ts';
import { recordEvent, type ProviderEvent } from '../webhooks/record-event.ts';
import { reconcileNewsletter } from '../reconcile-newsletter.ts';
import { LeaseLost } from '../store/claim.ts';
import { neverLeased, newSubscriber } from '../store/new-rows.ts';
import type { MailingRow } from '../store/rows.ts';
import { failDatabase } from './fail-database.ts';

/**
 * A CMS process that may be killed, on the product's own configuration: publishes what is a draft (with
 * `DRAFTS=publish`), hears the provider's `EVENTS` (JSON) and reconciles until every wish is met and everybody has
 * a mail, then exits 0. Tells the stub site what to show. Gives up with 1 after `PATIENCE` (ms, else 60 s).
 * - `HOLD=1`: at its kill point it is held (SIGSTOP) instead, with all it has claimed, and says so.
 * - `DECISION=send|cancel`: what a person decides of the mailings that ask one.
 * - `UNTIL_ASKED=1`: a mailing that asks a person is as good as a finished one.
 * - `AGAIN=1`: presses «send again» on finished mailings with refused deliveries.
 * - `HASTY=1`: after each call of the reconciler leases, pauses and waits have run out.
 * - `ROUGH=1`: a reconciler that throws is called again, as in the product. Whatever it throws about, in the same call
 *   whoever never confirmed has been forgotten; else it exits with 3.
 * - what fails of the database: `failDatabase`.
 */
const asked = (name: string) => process.env[name] === '1';
if (asked('HOLD')) holdInsteadOfDying();
const built = await config;
built.collections
  .find(({ slug }) => slug === 'articles')
  ?.hooks.afterChange.unshift(() => killPoint('publishing'));
const payload = await getPayload({ config: built });
failDatabase(payload);
const deadline = Date.now() + Number(process.env['PATIENCE'] ?? 60_000);
if (process.env['DRAFTS'] === 'publish') await publishDrafts();
for (const event of JSON.parse(process.env['EVENTS'] ?? '[]') as ProviderEvent[]) {
  await recordEvent(payload, event);
}
await decide();
await showOnSite();
let isNew = asked('UNTIL_ASKED'); // it is not asked before it has looked
while (isNew || !(await isDone())) {
  isNew = false;
  if (Date.now() > deadline) process.exit(1);
  await (asked('ROUGH') ? reconcileRoughly() : reconcileNewsletter(payload));
  if (asked('AGAIN')) await pressAgain();
  await decide(); // «send again» of what is older than a restore asks, too
  if (asked('HASTY')) await passTime();
  await sleep(50);
}
process.exit(0);

function holdInsteadOfDying(): void {
  const kill = process.kill.bind(process);
  process.kill = (pid) => {
    writeSync(1, 'crash: held\n');
    return kill(pid, 'SIGSTOP');
  };
}

/** As the editor does it, and does it again when the page did not answer. */
async function publishDrafts(): Promise<void> {
  const drafts = await payload.db.find<{ id: string }>({
    collection: 'articles',
    where: { _status: { equals: 'draft' } },
  });
  for (const { id } of drafts.docs) {
    await payload.update({
      collection: 'articles',
      id,
      data: { _status: 'published', sendAlert: true },
    });
    killPoint('published');
  }
}

async function showOnSite(): Promise<void> {
  const { docs } = await payload.find({
    collection: 'articles',
    where: { _status: { equals: 'published' } },
    depth: 0,
  });
  for (const { slug, published } of docs) {
    await fetch(`${process.env['SITE_URL'] ?? ''}${articlePath(slug ?? '')}`, {
      method: 'PUT',
      body: published?.revision ?? '',
    });
  }
}

async function mailingsWith(where: Where): Promise<MailingRow[]> {
  return (await payload.db.find<MailingRow>({ collection: 'mailings', where })).docs;
}

async function decide(): Promise<void> {
  const decision = process.env['DECISION'];
  if (decision !== 'send' && decision !== 'cancel') return;
  for (const { id } of await mailingsWith({ status: { equals: 'needs-person' } }))
    await payload.update({ collection: 'mailings', id, data: { decision } });
}

async function pressAgain(): Promise<void> {
  for (const { id } of await mailingsWith({
    and: [{ status: { equals: 'finished' } }, { failed: { greater_than: 0 } }],
  })) {
    await sendAgain(payload, id).catch((error: unknown) => {
      if (!(error instanceof LeaseLost)) throw error;
    });
  }
}

async function reconcileRoughly(): Promise<void> {
  const email = `glemt-${randomUUID()}@eksempel.no`;
  const stale = await payload.db.create({
    collection: 'subscribers',
    data: {
      ...newSubscriber,
      email,
      address: email,
      confirmExpiresAt: new Date(Date.now() - 1000).toISOString(),
    },
  });
  await reconcileNewsletter(payload).catch(() => undefined);
  const { totalDocs } = await payload.db.count({
    collection: 'subscribers',
    where: { id: { equals: (stale as { id: string }).id } }, // why: the row just written
  });
  if (totalDocs > 0) process.exit(3);
}

/** Nobody of this process is at work: what it holds still it could not give back. Pauses end, too. */
async function passTime(): Promise<void> {
  const past = new Date(0).toISOString();
  const waits = { mailings: { pausedUntil: past }, batches: { nextAttemptAt: past } } as const;
  for (const collection of ['mailings', 'batches'] as const) {
    const data = { ...neverLeased, ...waits[collection] };
    await payload.db.updateMany({ collection, where: {}, data });
  }
  await payload.db.updateMany({
    collection: 'subscribers',
    where: { confirmation: { equals: 'requested' } },
    data: { confirmationNextAt: past },
  });
}

async function isDone(): Promise<boolean> {
  const count = async (collection: 'articles' | 'mailings' | 'subscribers', where: Where) =>
    (await payload.db.count({ collection, where })).totalDocs;
  const asking = asked('UNTIL_ASKED')
    ? await count('mailings', { status: { equals: 'needs-person' } })
    : 0;
  const open = [
    asking > 0 ? 0 : await count('articles', { 'alert.handledAt': { exists: false } }),
    (await count('mailings', { status: { not_in: ['finished', 'cancelled'] } })) - asking,
    await count('subscribers', { confirmation: { equals: 'requested' } }),
    asked('AGAIN') ? await count('mailings', { failed: { greater_than: 0 } }) : 0,
  ];
  return open.every((number) => number === 0);
}
