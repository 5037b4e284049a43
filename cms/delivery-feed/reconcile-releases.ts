import type { Payload } from 'payload';
import { askForReceipts } from './ask-publisher.ts';
import { startPosition, type Position } from './changes/changes-cursor.ts';
import { findExpectedReleases } from './receipts/expected-release.ts';
import { findUnfinishedReleases } from './receipts/find-unfinished-releases.ts';
import { isUnfinished } from './receipts/release-receipt.ts';
import { verifyReleases } from './receipts/verify-releases.ts';
import { healTombstones } from './changes/write-tombstones.ts';

/** An unfinished release: how often it was checked here, and when it is due again (ms since 1970). */
interface Open {
  attempts: number;
  dueAt: number;
  /** Found long after it was saved, as an imported archive is: nobody waits for it. */
  isBacklog: boolean;
}

interface Watch {
  position: Position;
  open: Map<string, Open>;
  healAt: number;
  isRunning: boolean;
}

/** The publisher usually tells of a release itself, sooner than this. */
const firstCheckMs = 1000;
const longestWaitMs = 30_000;
const checksAtOnce = 25;
/** A large backlog must not slow down what is published meanwhile. */
const backlogChecksAtOnce = 4;
const backlogAgeMs = 2 * 60_000;
const looksAtOnce = 2;

const watches = new WeakMap<Payload, Watch>();

/**
 * Compares what is published with what was seen on the site, and checks the difference. To be called about
 * once a second; one indexed query when nothing is open. What it remembers only saves work: after a restart it
 * goes through the archive once and finds the same.
 */
export async function reconcileReleases(payload: Payload, now = new Date()): Promise<void> {
  const watch = watches.get(payload) ?? {
    position: startPosition,
    open: new Map<string, Open>(),
    healAt: 0,
    isRunning: false,
  };
  watches.set(payload, watch);
  if (watch.isRunning) return;
  watch.isRunning = true;
  try {
    await look(payload, watch, now);
    await check(payload, watch, now);
    if (now.getTime() >= watch.healAt) {
      await healTombstones(payload, now);
      watch.healAt = now.getTime() + longestWaitMs;
    }
  } finally {
    watch.isRunning = false;
  }
}

async function look(payload: Payload, watch: Watch, now: Date): Promise<void> {
  for (let looks = 0; looks < looksAtOnce; looks += 1) {
    const found = await findUnfinishedReleases(payload, watch.position, now);
    for (const { id, savedAt } of found.unfinished) {
      const isBacklog = now.getTime() - Date.parse(savedAt) > backlogAgeMs;
      watch.open.set(id, { attempts: 0, dueAt: now.getTime() + firstCheckMs, isBacklog });
    }
    watch.position = found.position;
    if (!found.more) return;
  }
}

async function check(payload: Payload, { open }: Watch, now: Date): Promise<void> {
  const allDue = [...open].filter(([, { dueAt }]) => dueAt <= now.getTime());
  const due = [
    ...allDue.filter(([, { isBacklog }]) => !isBacklog).slice(-checksAtOnce),
    ...allDue.filter(([, { isBacklog }]) => isBacklog).slice(0, backlogChecksAtOnce),
  ];
  if (due.length === 0) return;
  const releases = await findExpectedReleases(
    payload,
    due.map(([id]) => id),
  );
  const answer = await askForReceipts(releases);
  const settlements = await verifyReleases(payload, {
    releases,
    rendered: answer.ok ? answer.receipts : [],
    isPublisherSilent: !answer.ok,
    now,
  });
  for (const [id, each] of due) {
    const expected = releases.find((each) => each.id === id);
    const settlement = settlements.get(id) ?? 'open';
    if (expected === undefined || !isUnfinished(settlement, expected, now)) open.delete(id);
    else open.set(id, postpone(each, now));
  }
}

/** Due again after 1 s, 2 s, 4 s … up to half a minute. */
const postpone = (open: Open, now: Date): Open => ({
  ...open,
  attempts: open.attempts + 1,
  dueAt: now.getTime() + Math.min(longestWaitMs, firstCheckMs * 2 ** open.attempts),
});
