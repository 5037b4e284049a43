/** A box of an ISO base media file (ISO/IEC 14496-12 § 4.2): where it begins, its content, its end. */
interface Box {
  type: string;
  start: number;
  content: number;
  end: number;
}

/** Throws `RangeError` where a box is longer than what is around it: the file is not whole. */
function* boxesIn(data: Buffer, from = 0, to = data.length): Generator<Box> {
  let start = from;
  while (start + 8 <= to) {
    const size = data.readUInt32BE(start);
    const isLong = size === 1;
    const length = isLong
      ? Number(data.readBigUInt64BE(start + 8))
      : size === 0
        ? to - start
        : size;
    const content = start + (isLong ? 16 : 8);
    if (length < content - start || start + length > to)
      throw new RangeError('a box without an end');
    yield {
      type: data.toString('latin1', start + 4, start + 8),
      start,
      content,
      end: start + length,
    };
    start += length;
  }
}

const containers = new Set(['moov', 'trak', 'mdia', 'minf', 'edts', 'dinf', 'stbl']);
/** Where, with what and by whom it was taken; XMP stands in a `uuid`. */
const labels = new Set(['udta', 'meta', 'uuid']);

/** The same, with everything that only labels it made empty; nothing moves, so what points into the file still does. */
export function withoutBoxes(given: Buffer): Buffer {
  const data = Buffer.from(given);
  const walk = (from: number, to: number) => {
    for (const { type, start, content, end } of boxesIn(data, from, to)) {
      if (labels.has(type)) {
        data.write('free', start + 4, 'latin1');
        data.fill(0, content, end);
      } else if (containers.has(type)) walk(content, end);
    }
  };
  walk(0, data.length);
  return data;
}

/** The first box at the end of a path of them. */
export function findBox(data: Buffer, path: readonly string[]): Box | undefined {
  const look = (from: number, to: number, at: number): Box | undefined => {
    for (const box of boxesIn(data, from, to)) {
      if (box.type !== path[at]) continue;
      const found = at === path.length - 1 ? box : look(box.content, box.end, at + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return look(0, data.length, 0);
}

/** In seconds, as its `mvhd` says. */
export function readDuration(data: Buffer): number | null {
  const box = findBox(data, ['moov', 'mvhd']);
  if (box === undefined) return null;
  const isLong = data[box.content] === 1;
  const scale = data.readUInt32BE(box.content + (isLong ? 20 : 12));
  const length = isLong
    ? Number(data.readBigUInt64BE(box.content + 24))
    : data.readUInt32BE(box.content + 16);
  return scale === 0 ? null : Math.round((length / scale) * 10) / 10;
}

/** In pixels, as the first `tkhd` with a picture says. */
export function readSize(data: Buffer): { width: number | null; height: number | null } {
  const movie = findBox(data, ['moov']);
  for (const track of movie === undefined ? [] : boxesIn(data, movie.content, movie.end)) {
    if (track.type !== 'trak') continue;
    for (const { type, end } of boxesIn(data, track.content, track.end)) {
      if (type !== 'tkhd') continue;
      const [width, height] = [
        data.readUInt32BE(end - 8) >>> 16,
        data.readUInt32BE(end - 4) >>> 16,
      ];
      if (width > 0 && height > 0) return { width, height };
    }
  }
  return { width: null, height: null };
}
