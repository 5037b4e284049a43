import { receiptRevision, type ExpectedRelease } from './expected-release.ts';
import type { Rendered } from '../../../content/wire/receipt.ts';

/** What is known of one release; every time may still be missing. */
export interface Receipt {
  article: string;
  /** As `receiptRevision` makes it. */
  revision: string;
  savedAt: string | null;
  pulledAt: string | null;
  renderedAt: string | null;
  /** When the front door showed it. */
  verifiedAt: string | null;
  listsAt: string | null;
  feedsAt: string | null;
  searchAt: string | null;
  problem: string;
}

export interface Finding {
  expected: ExpectedRelease;
  rendered?: Rendered | undefined;
  verifiedAt?: string;
  problem?: string;
}

/** `verified`: the reader sees it. `complete`: lists, feeds and search have it too. */
export type Settlement = 'open' | 'verified' | 'complete';

/** What only the publisher knows (lists, feeds, search) is asked for this long; then it is left unsaid. */
const completionMs = 15 * 60_000;

/** How far a release has come; `receipt` may belong to an earlier one, or be absent. */
export function judgeReceipt(expected: ExpectedRelease, receipt: Receipt | undefined): Settlement {
  const own = receiptOf(expected, receipt);
  if (own === undefined || own.verifiedAt === null) return 'open';
  const { listsAt, feedsAt, searchAt } = own;
  return listsAt !== null && feedsAt !== null && searchAt !== null ? 'complete' : 'verified';
}

/** Whether there still is something to wait for. */
export function isUnfinished(
  settlement: Settlement,
  { savedAt }: ExpectedRelease,
  now: Date,
): boolean {
  const isRecent = now.getTime() - Date.parse(savedAt) < completionMs;
  return settlement === 'open' || (settlement === 'verified' && isRecent);
}

/** The receipt, unless it belongs to another release of the article. */
export const receiptOf = (
  expected: ExpectedRelease,
  receipt: Receipt | undefined,
): Receipt | undefined => (receipt?.revision === receiptRevision(expected) ? receipt : undefined);

/** Times that are known stay: what a publisher without memory no longer knows is not forgotten here. */
export function addFinding(known: Receipt | undefined, finding: Finding): Receipt {
  const { expected, rendered, verifiedAt = null, problem = '' } = finding;
  const same = receiptOf(expected, known);
  return {
    article: expected.id,
    revision: receiptRevision(expected),
    // The article may be touched again without being published: the first time is the one of the save.
    savedAt: same?.savedAt ?? expected.savedAt,
    pulledAt: rendered?.pulledAt ?? same?.pulledAt ?? null,
    renderedAt: rendered?.renderedAt ?? same?.renderedAt ?? null,
    verifiedAt: same?.verifiedAt ?? verifiedAt,
    listsAt: rendered?.listsAt ?? same?.listsAt ?? null,
    feedsAt: rendered?.feedsAt ?? same?.feedsAt ?? null,
    searchAt: rendered?.searchAt ?? same?.searchAt ?? null,
    problem,
  };
}
