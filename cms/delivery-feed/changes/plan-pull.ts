import type { Position } from './changes-cursor.ts';

/** A document as the feed sees it before it is loaded; `at` is `updatedAt` in ISO 8601 UTC, milliseconds. */
export interface Row {
  id: string;
  at: string;
}

interface Pull {
  /** What lies beyond the position, ordered by (at, id); at most as many as were asked for. */
  rows: readonly Row[];
  /** Whether `rows` is all there is. */
  isComplete: boolean;
  position: Position;
  /** Writes with an earlier time than this are all visible. */
  settledBefore: string;
  limit: number;
}

interface Plan {
  send: Row[];
  position: Position;
  /** Whether asking again at once gives more. */
  more: boolean;
}

/** At most so many unsettled rows are sent, which bounds the size of the cursor. */
const maximumSeen = 1000;

/**
 * What to send of one source, and the position afterwards. The position only passes rows that have settled,
 * because a write with an earlier time may still become visible; what is sent beyond it is remembered by id.
 * So nothing is skipped, and nothing is sent twice unless it changed.
 */
export function planPull({ rows, isComplete, position, settledBefore, limit }: Pull): Plan {
  const send: Row[] = [];
  const seen: Record<string, string> = {};
  let passed: Row = { id: position.id, at: position.at };
  let unsettled = 0;
  let stopped: 'limit' | 'unsettled' | null = null;
  for (const row of rows) {
    const isSettled = row.at < settledBefore;
    if (position.seen[row.id] !== row.at) {
      if (send.length >= limit) stopped = 'limit';
      else if (!isSettled && unsettled >= maximumSeen) stopped = 'unsettled';
      if (stopped !== null) break;
      send.push(row);
    }
    if (isSettled) passed = row;
    else {
      seen[row.id] = row.at;
      unsettled += 1;
    }
  }
  const isWholePicture = isComplete && stopped === null;
  return {
    send,
    position: {
      at: passed.at,
      id: passed.id,
      // What this look did not reach is still remembered; after a whole look the rest is gone or changed.
      seen: isWholePicture ? seen : { ...seenBeyond(position, passed), ...seen },
    },
    more: stopped === 'limit' || (stopped === null && !isComplete),
  };
}

/** How many rows to look at so that a look always gets on. */
export const rowsToRead = (position: Position, limit: number): number =>
  limit + Object.keys(position.seen).length + 1;

function seenBeyond({ seen }: Position, passed: Row): Record<string, string> {
  return Object.fromEntries(
    Object.entries(seen).filter(
      ([id, at]) => at > passed.at || (at === passed.at && id > passed.id),
    ),
  );
}
