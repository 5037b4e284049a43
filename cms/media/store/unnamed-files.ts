import type { Payload } from 'payload';
import { cuts } from '../image-sizes.ts';

const rowsAtOnce = 400;
const crops = [...new Set(cuts.map(({ crop }) => crop))].join('|');
/** As `prepareUpload` and `makeSizes` name pictures, and `prepareFile` the rest; whatever else lies there is left alone. */
const picture = new RegExp(
  `^(.+-[0-9a-f]{8}(?:-\\d+)?)(?:-(?:${crops})\\d+[a-z]+)?\\.(?:jpg|webp|avif)$`,
);
const file = /^.+-[0-9a-f]{8}(?:-\d+)?\.(?:mp4|webm|mp3|m4a|pdf|vtt)$/;

/** Files of ours by what their row names: a picture with all its sizes, or a film, a sound, a document alone. */
export function groupByRow(names: Iterable<string>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const own = picture.exec(name)?.[1];
    const row = own === undefined ? file.exec(name)?.[0] : `${own}.jpg`;
    if (row !== undefined) groups.set(row, [...(groups.get(row) ?? []), name]);
  }
  return groups;
}

/** Those of these that no row names. */
export async function findUnnamed(payload: Payload, rows: readonly string[]): Promise<string[]> {
  const named = new Set<string>();
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const some = rows.slice(at, at + rowsAtOnce);
    for (const collection of ['media', 'files'] as const) {
      const { docs } = await payload.db.find<{ filename: string }>({
        ...{ collection, where: { filename: { in: some } } },
        ...{ select: { filename: true }, pagination: false },
      });
      for (const { filename } of docs) named.add(filename);
    }
  }
  return rows.filter((row) => !named.has(row));
}
