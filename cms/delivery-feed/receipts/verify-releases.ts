import type { Payload } from 'payload';
import type { ExpectedRelease } from './expected-release.ts';
import { announceRelease } from '../announce-release.ts';
import { findProblem } from './find-problem.ts';
import {
  judgeReceipt,
  receiptOf,
  type Finding,
  type Receipt,
  type Settlement,
} from './release-receipt.ts';
import { removedRevision, type Rendered } from '../../../content/wire/receipt.ts';
import pLimit from 'p-limit';
import { readEnvironment } from '../../environment.ts';
import { withReceipt } from './store-receipt.ts';
import { verifyEverywhere } from '../verify-everywhere.ts';
import { verifyLive, verifyRemoved, type Removal, type Verification } from '../verify-live.ts';

interface Reported {
  releases: readonly ExpectedRelease[];
  /** What the publisher says of them. */
  rendered: readonly Rendered[];
  isPublisherSilent?: boolean;
  now?: Date;
}

const doorsAtOnce = 8;
const patienceMs = 30_000;
/** Older releases are an import or a backup, and no news. */
const newsMs = 60 * 60_000;

/**
 * Looks at the front door for those releases that were not yet seen there, and keeps what is known as
 * their receipts. Answers how far each has come, by article id; one that could not be checked counts as open.
 */
export async function verifyReleases(
  payload: Payload,
  { releases, rendered, isPublisherSilent = false, now = new Date() }: Reported,
): Promise<Map<string, Settlement>> {
  const news = new Map(rendered.map((each) => [`${each.id} ${each.revision}`, each]));
  const settlements = new Map<string, Settlement>();
  await pLimit(doorsAtOnce).map(releases, async (expected) => {
    const { id, revision } = expected;
    const told = news.get(`${id} ${revision}`);
    try {
      const receipt = await updateReceipt(payload, { expected, told, isPublisherSilent, now });
      settlements.set(id, judgeReceipt(expected, receipt));
    } catch (err) {
      settlements.set(id, 'open');
      payload.logger.error(
        { area: 'publish', err, articleId: id, revision },
        'a release could not be checked',
      );
    }
  });
  return settlements;
}

interface Case {
  expected: ExpectedRelease;
  told: Rendered | undefined;
  isPublisherSilent: boolean;
  now: Date;
}

const updateReceipt = (
  payload: Payload,
  { expected, told, isPublisherSilent, now }: Case,
): Promise<Receipt | undefined> =>
  withReceipt(payload, expected.id, async (receipt, add) => {
    const known = receiptOf(expected, receipt);
    const next = await lookAt(payload, { known, add, expected, told, isPublisherSilent, now });
    const isRecent = now.getTime() - Date.parse(expected.savedAt) < newsMs;
    if (isRecent && !isOut(known) && isOut(next)) {
      void announceRelease(payload, expected.path, readEnvironment());
    }
    return next;
  });

const isOut = (receipt: Receipt | undefined) =>
  receipt !== undefined && receipt.verifiedAt !== null && receipt.feedsAt !== null;

interface Look extends Case {
  known: Receipt | undefined;
  add: (finding: Finding) => Promise<Receipt>;
}

async function lookAt(
  payload: Payload,
  { known, add, expected, told, isPublisherSilent, now }: Look,
): Promise<Receipt | undefined> {
  if (known !== undefined && known.verifiedAt !== null) {
    const isNews = told !== undefined && !isKnown(known, told);
    return isNews ? add({ expected, rendered: told }) : known;
  }
  const verify = expected.revision === removedRevision ? verifyRemoved : verifyLive;
  const verification = await verifyEverywhere<Verification | Removal>((site) =>
    verify(expected, site),
  );
  if (verification.ok) {
    return add({ expected, rendered: told, verifiedAt: new Date().toISOString() });
  }
  if (now.getTime() - Date.parse(expected.savedAt) < patienceMs) return known;
  const problem = await findProblem(payload, { expected, verification, isPublisherSilent });
  return add({ expected, rendered: told, problem });
}

const isKnown = (receipt: Receipt, told: Rendered) =>
  (['listsAt', 'feedsAt', 'searchAt'] as const).every(
    (key) => told[key] === null || told[key] === receipt[key],
  );
