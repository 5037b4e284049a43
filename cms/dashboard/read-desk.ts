import type { Payload } from 'payload';
import { hasWaitingChange } from '../articles/plans/approved.ts';
import { changedUses } from '../articles/plans/changed-uses.ts';
import { findPlans, type Plan } from '../articles/plans/plans.ts';
import {
  readReference,
  readRows,
  readText,
  type PayloadDocument,
} from '../mapping/read-document.ts';
import { waitingAccounts, type WaitingAccount } from '../users/waiting/waiting-accounts.ts';
import { heldConfirmations } from '../newsletter/subscribers/confirmation-room.ts';
import { findUses } from '../uses/find-uses.ts';
import { findDrafts, findNewest, findOut, whoHas } from './article-rows.ts';
import { stuckMailings } from '../newsletter/store/mailings.ts';

const dayMs = 24 * 3_600_000;
/** Rows of one column; what is more is a click away. */
const most = 8;

export interface DeskArticle {
  id: string;
  title: string;
  /** Whoever has it; else whoever has written it. Names, joined. */
  who: string;
  /** ISO 8601: saved, planned or published, by the column. */
  at: string;
  /** ISO 8601. */
  deadline: string | null;
}

export interface Desk {
  ideas: DeskArticle[];
  drafts: DeskArticle[];
  waiting: DeskArticle[];
  /**
   * `isChanged`: somebody went on writing after it was planned, and that waits until it is approved.
   * `uses`: what it shows and was changed since, in words; that goes out with it.
   */
  planned: (DeskArticle & {
    type: 'publish' | 'unpublish';
    isChanged: boolean;
    uses: string[];
  })[];
  published: (DeskArticle & { verifiedAt: string | null; problem: string })[];
  /** Plans whose time has passed without them, with the reason when one is known. */
  missed: (DeskArticle & { why: string })[];
  /** Releases that readers do not see, with what to do. */
  stuck: (DeskArticle & { problem: string })[];
  mailings: { id: string; subject: string; reason: string }[];
  /** Pictures that readers see, and whose rights end within two weeks; and those that went off lately. */
  rights: { id: string; alt: string; until: string; isOver: boolean }[];
  /** Accounts that wait for an administrator, after a restore. */
  accounts: WaitingAccount[];
  /** How many confirmation mails wait because a limit is reached; undefined while none is. */
  queued: number | undefined;
}

/** What the newsroom is working on, and what needs a person, at `now`. */
export async function readDesk(payload: Payload, now: Date): Promise<Desk> {
  const weekAgo = new Date(now.getTime() - 7 * dayMs).toISOString();
  const [drafts, plans, published, stuck, mailings] = [
    await findDrafts(payload),
    await findPlans(payload),
    await findPublished(payload, weekAgo),
    await findStuck(payload),
    await findMailings(payload),
  ];
  const overdue = new Date(now.getTime() - 60_000).toISOString();
  const isMissed = ({ failure, at }: Plan) => failure !== null || at < overdue;
  const waiting = plans.filter((plan) => !isMissed(plan));
  const plannedIds = new Set(waiting.map(({ article }) => article));
  const titles = await titlesOf(
    payload,
    plans.map(({ article }) => article),
  );
  const changed = new Map<Plan, { isChanged: boolean; uses: string[] }>();
  for (const plan of waiting) {
    const isChanged = await hasWaitingChange(payload, plan);
    changed.set(plan, { isChanged, uses: await changedUses(payload, plan) });
  }
  const atStage = (stage: string) =>
    drafts
      .filter(
        (row) => (readText(row['stage']) || 'writing') === stage && !plannedIds.has(idOf(row)),
      )
      .map((row) => toDeskArticle(row, 'updatedAt'));
  return {
    ideas: atStage('idea').slice(0, most),
    drafts: atStage('writing').slice(0, most),
    waiting: atStage('waiting'),
    planned: waiting.flatMap((plan) => {
      const { article, at, type } = plan;
      const since = changed.get(plan) ?? { isChanged: false, uses: [] };
      return asPlanned(titles, article, { at, type, ...since });
    }),
    published,
    missed: plans
      .filter(isMissed)
      .flatMap(({ article, at, failure }) =>
        asPlanned(titles, article, { at, why: failure ?? '' }),
      ),
    stuck,
    mailings,
    rights: await endingRights(payload, now),
    accounts: await waitingAccounts(payload),
    queued: await heldConfirmations(payload),
  };
}

async function findPublished(payload: Payload, since: string): Promise<Desk['published']> {
  const rows = await findOut(payload, {
    where: [{ publishedAt: { greater_than: since } }],
    limit: most,
  });
  const { docs: receipts } = await payload.db.find({
    collection: 'receipts',
    where: { article: { in: rows.map(idOf) } },
    pagination: false,
  });
  const byArticle = new Map(readRows(receipts).map((row) => [readText(row['article']), row]));
  return rows.map((row) => ({
    ...toDeskArticle(row, 'publishedAt'),
    verifiedAt: readText(byArticle.get(idOf(row))?.['verifiedAt']) || null,
    problem: readText(byArticle.get(idOf(row))?.['problem']),
  }));
}

async function findStuck(payload: Payload): Promise<Desk['stuck']> {
  const { docs } = await payload.db.find({
    collection: 'receipts',
    where: {
      and: [
        { problem: { exists: true } },
        { problem: { not_equals: '' } },
        { verifiedAt: { exists: false } },
      ],
    },
    sort: '-savedAt',
    limit: most,
    pagination: false,
  });
  const rows = readRows(docs);
  const titles = await titlesOf(
    payload,
    rows.map((row) => readText(row['article'])),
  );
  return rows.flatMap((row) =>
    asPlanned(titles, readText(row['article']), {
      at: readText(row['savedAt']),
      problem: readText(row['problem']),
    }),
  );
}

async function endingRights(payload: Payload, now: Date): Promise<Desk['rights']> {
  const at = (days: number) => new Date(now.getTime() + days * dayMs).toISOString();
  const { docs } = await payload.find({
    collection: 'media',
    where: {
      or: [
        { and: [{ rightsUntil: { less_than: at(14) } }, { isPublic: { equals: true } }] },
        { rightsEndedAt: { greater_than: at(-14) } },
      ],
    },
    sort: 'rightsUntil',
    depth: 0,
    limit: most,
    pagination: false,
    select: { alt: true, filename: true, rightsUntil: true, rightsEndedAt: true },
  });
  const used: PayloadDocument[] = [];
  // What nothing shows is nobody's concern.
  for (const row of readRows(docs))
    if ((await findUses(payload, 'media', idOf(row))).some(({ isPublished }) => isPublished))
      used.push(row);
  return used.map((row) => ({
    id: idOf(row),
    alt: readText(row['alt']) || readText(row['filename']),
    until: readText(row['rightsUntil']),
    isOver: Boolean(row['rightsEndedAt']),
  }));
}

async function findMailings(payload: Payload): Promise<Desk['mailings']> {
  return (await stuckMailings(payload, most)).map((mailing) => ({
    id: mailing.id,
    subject: mailing.subject ?? '',
    reason: mailing.heldReason ?? mailing.pauseReason ?? '',
  }));
}

const titlesOf = async (
  payload: Payload,
  ids: readonly string[],
): Promise<Map<string, DeskArticle>> =>
  new Map(
    (await findNewest(payload, ids)).map((row) => [idOf(row), toDeskArticle(row, 'updatedAt')]),
  );

const asPlanned = <T>(titles: ReadonlyMap<string, DeskArticle>, id: string, more: T) => {
  const article = titles.get(id);
  return article === undefined ? [] : [{ ...article, ...more }];
};

const idOf = (row: PayloadDocument) => readReference(row) ?? '';

const toDeskArticle = (row: PayloadDocument, time: string): DeskArticle => ({
  id: idOf(row),
  title: readText(row['title']),
  who: whoHas(row),
  at: readText(row[time]),
  deadline: readText(row['deadline']) || null,
});
