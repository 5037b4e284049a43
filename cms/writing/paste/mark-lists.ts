import { readMarker, type Marker } from './read-marker.ts';
import type { PastedBlock, PastedRun } from './pasted.ts';

/** A paragraph that may be an item, and how far it is set in. */
export interface Line {
  runs: PastedRun[];
  indent: number;
}

/**
 * Lists that are only written («• …», «1. …»): a line is an item, as deep as it is set in. A number begins a list only as the
 * first, and goes on with one as the next; a year, or a day, at the head of a line is none.
 */
export function markLists(lines: readonly (Line | PastedBlock)[]): PastedBlock[] {
  const blocks: PastedBlock[] = [];
  let levels: { indent: number; count: number }[] = [];
  /** What the last numbered line counted to, across what stands between. */
  let counted = 0;
  for (const [place, line] of lines.entries()) {
    if (!('indent' in line)) {
      levels = [];
      blocks.push(line);
      continue;
    }
    const marker = markerOf(line);
    const set = depthOf(line);
    const at = levels.findLastIndex(({ indent }) => indent <= set);
    const level = levels[at]?.indent === set ? levels[at] : undefined;
    if (
      marker === undefined ||
      (marker.isOrdered &&
        !countsOn(marker, level?.count, counted) &&
        !begins(lines, place) &&
        !isBelow(marker, levels))
    ) {
      levels = [];
      blocks.push({ type: 'paragraph', runs: line.runs });
      continue;
    }
    levels = levels.slice(0, at + 1);
    const isNext = level !== undefined && marker.number === level.count + 1;
    if (level === undefined) levels.push({ indent: set, count: marker.number });
    else level.count = marker.number;
    if (levels.length === 1 && marker.isOrdered) counted = marker.number;
    blocks.push({
      ...{ type: 'item', depth: levels.length - 1, isOrdered: marker.isOrdered },
      ...(marker.isOrdered && !isNext && marker.number > 1 && { number: marker.number }),
      runs: withoutStart(line.runs, marker.length),
    });
  }
  return blocks;
}

const months = 'januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember';
const day = new RegExp(`^\\d{1,2}\\.\\s+(?:${months})\\b`, 'i');

/** «1. mai» is a day. */
function markerOf(line: Line | PastedBlock): Marker | undefined {
  if (!('indent' in line)) return undefined;
  const words = wordsOf(line.runs);
  return day.test(words) ? undefined : readMarker(words);
}

/** «1.1.» is below «1.», though it begins as far to the left. */
const depthOf = (line: Line) => line.indent + (markerOf(line)?.above ?? 0);

const isBelow = ({ above, number }: Marker, levels: readonly unknown[]) =>
  above > 0 && number === 1 && levels.length > 0;

const countsOn = ({ number }: Marker, before: number | undefined, counted: number): boolean =>
  // Within a list some may be left out: «1., 2., 10.».
  (before !== undefined && number > before) || (counted > 0 && number === counted + 1);

/** The first of a list has a second: «A. Hansen» and «I. Bergen» alone are text. */
function begins(lines: readonly (Line | PastedBlock)[], at: number): boolean {
  const line = lines[at];
  if (line === undefined || !('indent' in line) || markerOf(line)?.number !== 1) return false;
  const next = lines
    .slice(at + 1, at + 60)
    .find(
      (each) =>
        'indent' in each && depthOf(each) === depthOf(line) && markerOf(each)?.isOrdered === true,
    );
  return next !== undefined && markerOf(next)?.number === 2;
}

/** Without numbers that are simply the next: pages make a list of its own of each item, and say where it begins. */
export function countOn(blocks: readonly PastedBlock[]): PastedBlock[] {
  let counts: number[] = [];
  return blocks.map((block) => {
    if (block.type !== 'item') {
      counts = [];
      return block;
    }
    const { number, ...rest } = block;
    const next = (counts[block.depth] ?? 0) + 1;
    counts = [...counts.slice(0, block.depth), number ?? next];
    return number === next && next > 1 ? rest : block;
  });
}

/** A paragraph of a page in which lines begin with bullets is those lines. */
export function splitBullets(block: PastedBlock): (Line | PastedBlock)[] {
  if (block.type !== 'paragraph') return [block];
  const lines: PastedRun[][] = [[]];
  for (const run of block.runs)
    if (run === 'break') lines.push([]);
    else lines.at(-1)?.push(run);
  const whole = lines.filter((runs) => wordsOf(runs).trim() !== '');
  const isList = whole.some((runs) => readMarker(wordsOf(runs))?.isOrdered === false);
  return isList || whole.length === 1
    ? whole.map((runs) => ({ runs: trimStart(runs), indent: 0 }))
    : [block];
}

const wordsOf = (runs: readonly PastedRun[]): string =>
  runs
    .map((run) => (run === 'break' ? ' ' : run.text))
    .join('')
    .trimStart();

function trimStart([first, ...rest]: PastedRun[]): PastedRun[] {
  if (first === undefined || first === 'break') return rest;
  return [{ ...first, text: first.text.trimStart() }, ...rest];
}

/** Without as many signs at the beginning, in however many pieces they stand. */
function withoutStart(runs: readonly PastedRun[], length: number): PastedRun[] {
  let left = length;
  return trimStart(
    runs.flatMap((run): PastedRun[] => {
      if (run === 'break' || left === 0) return [run];
      const cut = Math.min(left, run.text.length);
      left -= cut;
      return cut === run.text.length ? [] : [{ ...run, text: run.text.slice(cut) }];
    }),
  );
}
