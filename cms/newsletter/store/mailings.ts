import type { Payload, Where } from 'payload';
import { claim, type Claimed } from './claim.ts';
import { newMailing } from './new-rows.ts';
import { findColumns, findRow, findRows, matching, updateRow, type Match } from './query.ts';
import { mailingRow, type MailingRow } from './rows.ts';
import { stuckStatuses } from './states.ts';

export const findMailing = (
  payload: Payload,
  match: Pick<MailingRow, 'key'> | Pick<MailingRow, 'id'>,
) => findRow(payload, 'mailings', match);

/** Throws when there is one with that key. */
export async function addMailing(
  payload: Payload,
  mailing: Pick<MailingRow, 'key' | 'kind' | 'article' | 'requestedAt' | 'subject'>,
): Promise<void> {
  await payload.db.create({ collection: 'mailings', data: { ...newMailing, ...mailing } });
}

/** Writes to the one that is as expected; undefined when it is not any more. */
export const updateMailing = (
  payload: Payload,
  match: Match<'mailings'>,
  data: Partial<MailingRow>,
) => updateRow(payload, 'mailings', matching(match), data);

/** For a minute, unless somebody holds it or it is not as expected. */
export const claimMailing = (
  payload: Payload,
  id: string,
  match: Match<'mailings'>,
): Promise<Claimed<'mailings'> | undefined> =>
  claim(payload, { collection: 'mailings', id, milliseconds: 60_000, and: matching(match) });

/** Frozen, not finished, and nobody puts its deliveries together anew; oldest first. */
export const unfinishedMailings = (payload: Payload) =>
  findRows(payload, 'mailings', {
    and: [
      { frozenAt: { exists: true } },
      { finishedAt: { exists: false } },
      { leaseUntil: { less_than: new Date().toISOString() } },
    ],
    sort: 'createdAt',
  });

/** Corrections that people asked to have mailed and that are not frozen. */
export const unfrozenCorrections = (payload: Payload) =>
  findRows(payload, 'mailings', {
    and: [
      { kind: { equals: 'correction' } },
      { frozenAt: { exists: false } },
      { status: { not_equals: 'cancelled' } },
    ],
    sort: 'id',
  });

/** Alerts about which a person was asked and has not decided, as ids of their articles. */
export async function undecidedArticles(payload: Payload): Promise<Set<string | null>> {
  const undecided = await findColumns(payload, 'mailings', subjects, {
    and: matching<'mailings'>({
      status: 'needs-person',
      kind: 'alert',
      frozenAt: null,
      decision: null,
    }),
  });
  return new Set(undecided.map(({ article }) => article));
}

/** Those that are not frozen yet and ask nobody. */
export const heldMailings = (payload: Payload) =>
  findRows(payload, 'mailings', {
    and: [{ status: { in: ['held', 'freezing'] } }, { frozenAt: { exists: false } }],
  });

const subjects = mailingRow.pick({ id: true, article: true });

/** The frozen alerts asked for since an ISO time, oldest first. */
export const alertsSince = (payload: Payload, time: string) =>
  findColumns(payload, 'mailings', subjects, {
    and: [
      { kind: { equals: 'alert' } },
      { frozenAt: { exists: true } },
      { requestedAt: { greater_than: time } },
    ],
    sort: 'requestedAt',
  });

const names = mailingRow.pick({ key: true, requestedAt: true });

/** Digests that wait for nothing any more: a person has said what becomes of them. */
export const decidedDigests = (payload: Payload) =>
  findColumns(payload, 'mailings', names, {
    and: [
      { kind: { equals: 'digest' } },
      { status: { equals: 'needs-person' } },
      { decision: { exists: true } },
      { frozenAt: { exists: false } },
    ],
  });

const times = mailingRow.pick({ requestedAt: true });

const about = mailingRow.pick({ article: true });

/** The articles of these mailings; null for one that was deleted. */
export async function articlesOf(
  payload: Payload,
  ids: readonly string[],
): Promise<(string | null)[]> {
  const and: Where[] = [{ id: { in: [...ids] } }];
  return (await findColumns(payload, 'mailings', about, { and })).map(({ article }) => article);
}

/** When these were asked for, ISO 8601. */
export async function requestTimes(payload: Payload, ids: readonly string[]): Promise<string[]> {
  const and: Where[] = [{ id: { in: [...ids] } }];
  return (await findColumns(payload, 'mailings', times, { and })).map((row) => row.requestedAt);
}

export const mailingsAbout = (payload: Payload, article: string) =>
  findRows(payload, 'mailings', {
    and: matching<'mailings'>({ article }),
    sort: 'createdAt',
    limit: 20,
  });

/** Those that somebody should look at, the newest first. */
export const stuckMailings = (payload: Payload, limit: number, statuses = stuckStatuses) =>
  findRows(payload, 'mailings', {
    and: matching<'mailings'>({ status: statuses }),
    sort: '-createdAt',
    limit,
  });

const month = 30 * 24 * 3600 * 1000;

/** Of how many mails of the last month nobody knows whether they arrived. */
export async function countUncertain(payload: Payload): Promise<number> {
  const rows = await findColumns(payload, 'mailings', uncertain, {
    and: [
      { uncertain: { greater_than: 0 } },
      { requestedAt: { greater_than: new Date(Date.now() - month).toISOString() } },
    ],
  });
  return rows.reduce((sum, row) => sum + row.uncertain, 0);
}

const uncertain = mailingRow.pick({ id: true, uncertain: true });

/** The newest that were not called off. */
export const latestMailings = (payload: Payload, limit: number) =>
  findRows(payload, 'mailings', {
    and: [{ status: { not_equals: 'cancelled' } }],
    sort: '-createdAt',
    limit,
  });

const keys = mailingRow.pick({ id: true, key: true });

/** Which of these are finished, as ids. */
export async function finishedAmong(payload: Payload, ids: readonly string[]): Promise<string[]> {
  const and: Where[] = [{ id: { in: [...ids] } }, { finishedAt: { exists: true } }];
  return (await findColumns(payload, 'mailings', keys, { and })).map(({ id }) => id);
}
