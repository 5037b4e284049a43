import type { Payload } from 'payload';
import { sourceOfCollection } from '../changes/change-sources.ts';
import { holdBackMs, startPosition, type Position } from '../changes/changes-cursor.ts';
import { findExpectedReleases, type ExpectedRelease } from './expected-release.ts';
import { planPull, rowsToRead } from '../changes/plan-pull.ts';
import { isUnfinished, judgeReceipt } from './release-receipt.ts';
import { readCollection } from '../changes/read-source.ts';
import { findReceipts } from './store-receipt.ts';

const atOnce = 250;

/**
 * Looks at the articles that were touched beyond the position, as the changes feed does, and names those
 * whose release is not finished. From the start position that is the whole archive, 250 at a time.
 */
export async function findUnfinishedReleases(
  payload: Payload,
  position: Position = startPosition,
  now = new Date(),
): Promise<{ unfinished: ExpectedRelease[]; position: Position; more: boolean }> {
  const source = sourceOfCollection('articles');
  if (source === undefined) throw new Error('articles are not among the sources');
  const count = rowsToRead(position, atOnce);
  const rows = await readCollection(payload, source).rows(position, count);
  const settledBefore = new Date(now.getTime() - holdBackMs).toISOString();
  const isComplete = rows.length < count;
  const plan = planPull({ rows, isComplete, position, settledBefore, limit: atOnce });
  const ids = plan.send.map(({ id }) => id);
  const [releases, receipts] = await Promise.all([
    findExpectedReleases(payload, ids),
    findReceipts(payload, ids),
  ]);
  const unfinished = releases.filter((each) =>
    isUnfinished(judgeReceipt(each, receipts.get(each.id)), each, now),
  );
  return { unfinished, position: plan.position, more: plan.more };
}
