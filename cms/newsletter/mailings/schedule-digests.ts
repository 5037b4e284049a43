import type { Payload } from 'payload';
import { loadPublished } from '../../mapping/load-article.ts';
import { noteInDigest } from '../store/bulk.ts';
import { updateClaimed, type Claimed } from '../store/claim.ts';
import { frequencyIds, type FrequencyId } from '../../../content/model/frequencies.ts';
import { dueDigest, frequencyOfDigest, waitingMark } from './due-digest.ts';
import { Problems } from '../problems.ts';
import { ensureMailing, withUnfrozen } from './ensure-mailing.ts';
import { freezeDigest } from './freeze-digest.ts';
import { isFromBackup } from '../../shared/epoch.ts';
import { isReadyToMail } from './is-ready-to-mail.ts';
import { articleInMail } from '../letters/letter-parts.ts';
import { toAlert } from '../letters/to-alert.ts';
import { readSender } from '../letters/read-sender.ts';
import { countWaiting, type Waiting } from '../store/deliveries.ts';
import { alertsSince, decidedDigests, findMailing, requestTimes } from '../store/mailings.ts';
import type { DigestContents } from '../store/rows.ts';
import { readEnvironment } from '../../environment.ts';
import { reasons } from '../text.ts';

const day = 24 * 3600 * 1000;
/** What was held back for longer is no news any more. */
const freshFor = 30 * day;

/**
 * Makes the digests that are due when somebody waits for something. What was held back for a reader is on her
 * deliveries, so moving between the frequencies neither repeats nor loses an article.
 */
export async function scheduleDigests(payload: Payload, now = new Date()): Promise<void> {
  const problems = new Problems();
  for (const frequency of frequencyIds) {
    const due = dueDigest(frequency, now);
    if (due === undefined) continue;
    await problems.collect(() => scheduleDigest(payload, { ...due, frequency }));
  }
  // A person may take longer to answer than a digest may be late by itself.
  for (const { key, requestedAt } of await decidedDigests(payload)) {
    const due = { key, dueAt: new Date(requestedAt), frequency: frequencyOfDigest(key) };
    await problems.collect(() => scheduleDigest(payload, due));
  }
  problems.throwAll();
}

/**
 * When to look next for what a digest, by its key, would hold; ms. Never for one that nobody waited for: what is held
 * back from now on waits for the next one.
 */
const nextLook = new WeakMap<Payload, Map<string, number>>();
/** While all that is waited for is off the site, in ms. */
const pause = 60_000;
/** So long after a digest was due, in ms, a delivery held back before then is written in any process. */
const settledAfter = 5 * 60_000;

function lookAgain(payload: Payload, key: string, at: number): void {
  nextLook.set(payload, (nextLook.get(payload) ?? new Map<string, number>()).set(key, at));
}

interface Due {
  key: string;
  dueAt: Date;
  frequency: FrequencyId;
}

async function scheduleDigest(payload: Payload, { key, dueAt, frequency }: Due): Promise<void> {
  const known = await findMailing(payload, { key });
  if (known?.frozenAt || known?.status === 'cancelled') return;
  const waiting = { mark: waitingMark(frequency), until: dueAt.toISOString() };
  if ((nextLook.get(payload)?.get(key) ?? 0) > Date.now()) return;
  const contents = known?.contents ?? (await readContents(payload, frequency, waiting));
  if (contents === undefined) {
    if (Date.now() - dueAt.getTime() > settledAfter) lookAgain(payload, key, Infinity);
    return;
  }
  if (contents.entries.length === 0) return lookAgain(payload, key, Date.now() + pause);
  const requestedAt = waiting.until;
  const mailing = await ensureMailing(payload, { key, kind: 'digest', article: null, requestedAt });
  await withUnfrozen(payload, mailing.id, async (claimed) => {
    // An article from before a restore may have been told in a digest that the copy does not know.
    const oldest = await earliestRequest(payload, contents.entries);
    const isOld = await isFromBackup(payload, oldest < requestedAt ? oldest : requestedAt);
    if (!isOld || claimed.row.decision === 'send') {
      await freezeDigest(payload, { claimed, contents, ...waiting });
    } else {
      await askPerson(payload, claimed, { contents, waiting });
    }
  });
}

/** When the first of these articles was asked to be told, ISO 8601. */
async function earliestRequest(
  payload: Payload,
  entries: DigestContents['entries'],
): Promise<string> {
  const times = await requestTimes(
    payload,
    entries.map(({ alert }) => alert),
  );
  return times.toSorted()[0] ?? '';
}

/** After a restore a person decides about an older digest; once it is cancelled, its articles count as told. */
async function askPerson(
  payload: Payload,
  { lease, row }: Claimed<'mailings'>,
  { contents, waiting }: { contents: DigestContents; waiting: Waiting },
): Promise<void> {
  if (row.decision !== 'cancel') {
    const ask = { status: 'needs-person', heldReason: reasons.fromBackup } as const;
    if (row.status !== ask.status) await updateClaimed(payload, lease, ask);
    return;
  }
  for (const { alert } of contents.entries) {
    await noteInDigest(payload, { alert, digest: row.id, ...waiting });
  }
  await updateClaimed(payload, lease, { status: 'cancelled' });
}

/**
 * The articles somebody waits for that are on the site right now; the others wait for the next time. Undefined when
 * nobody waits for any.
 */
async function readContents(
  payload: Payload,
  frequency: FrequencyId,
  waiting: Waiting,
): Promise<DigestContents | undefined> {
  const since = new Date(Date.parse(waiting.until) - freshFor).toISOString();
  const entries: DigestContents['entries'] = [];
  let isWanted = false;
  for (const { id, article: articleId } of await alertsSince(payload, since)) {
    if (articleId === null || (await countWaiting(payload, id, waiting)) === 0) continue;
    isWanted = true;
    const found = await loadPublished(payload, articleId);
    if (!found || !(await isReadyToMail(found.article)).ok) continue;
    // A digest shows no pictures; parsing leaves them out.
    const article = articleInMail.parse(toAlert(found, readEnvironment().siteUrl));
    entries.push({ alert: id, article });
  }
  return isWanted ? { frequency, sender: await readSender(payload), entries } : undefined;
}
