/**
 * Lists are cut into pages so that a full page keeps its content for ever: older pages hold 20 articles and
 * are numbered from the oldest (1), the newest page holds the other 20–39 (fewer when that is all there is).
 */
export const pageLength = 20;

/** How many full older pages a list of `length` articles has. */
export const olderPages = (length: number): number =>
  Math.max(0, Math.floor(length / pageLength) - 1);

/** Positions [start, end) from the oldest that a page shows; undefined when there is no such page. */
export function pageRange(
  length: number,
  page: number | 'newest',
): { start: number; end: number } | undefined {
  const older = olderPages(length);
  if (page === 'newest') return { start: older * pageLength, end: length };
  if (!Number.isInteger(page) || page < 1 || page > older) return undefined;
  return { start: (page - 1) * pageLength, end: page * pageLength };
}

/** The pages a reader can turn to from a page that exists. */
export function neighbourPages(length: number, page: number | 'newest') {
  const older = olderPages(length);
  if (page === 'newest') return { newer: undefined, older: older > 0 ? older : undefined };
  return {
    newer: page < older ? page + 1 : ('newest' as const),
    older: page > 1 ? page - 1 : undefined,
  };
}

/** The chunk of a position, which is what a change of the list is noted by. */
export const chunkOf = (position: number): number => Math.floor(position / pageLength);
