import type { SourceFile } from '../sources/open-files.ts';

/** Of files of one name the one whose folders are most like a path's; of several that are alike the largest. */
export function nearest(path: string, files: readonly SourceFile[]): SourceFile | undefined {
  const folders = path.split('/').slice(0, -1).toReversed();
  let best: { file: SourceFile; same: number } | undefined;
  for (const file of files) {
    const own = file.name.split('/').slice(0, -1).toReversed();
    let same = 0;
    while (same < own.length && own[same]?.toLowerCase() === folders[same]?.toLowerCase())
      same += 1;
    const isBetter =
      best === undefined || same > best.same || (same === best.same && file.size > best.file.size);
    if (isBetter) best = { file, same };
  }
  return best?.file;
}
