import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Payload } from 'payload';
import { z } from 'zod';
import type { Archive } from './archive.ts';
import { PictureFiles } from './load/picture-files.ts';
import { loadArchive } from './load/load-archive.ts';
import { Report } from './load/report.ts';
import { decidedSchema, proposePlan, type Plan } from './plan.ts';
import { openFiles } from './sources/open-files.ts';
import { readArchives } from './sources/read-archives.ts';

/** What is asked: paths on this machine. */
export const moveInSchema = z.object({
  paths: z.array(z.string().min(1)).min(1),
  media: z.array(z.string()).default([]),
  plan: decidedSchema.default({}),
  isDryRun: z.boolean().default(false),
});
export type MoveIn = z.infer<typeof moveInSchema>;

/** What was moved in, or would be. */
export interface MovedIn {
  archives: {
    system: Archive['system'];
    name: string;
    origin: string | null;
    posts: number;
    plan: Plan;
  }[];
  report: ReturnType<Report['toJSON']>;
}

/** Brings the archives at some paths into the publication. `tell` hears how far it is. */
export async function moveIn(
  payload: Payload,
  { paths, media, plan, isDryRun }: MoveIn,
  tell: (done: number, total: number) => void,
): Promise<MovedIn> {
  const found = await readArchives(paths);
  const report = new Report();
  for (const { place, kind } of found.unreadable) report.warn('unreadable', `${place} (${kind})`);
  const beside = await Promise.all([...media, ...(await uploadsBeside(paths))].map(openFiles));
  const files = new PictureFiles([...found.files, ...beside.flatMap((each) => each.files)]);
  const archives: MovedIn['archives'] = [];
  for (const archive of found.archives) {
    const own = proposePlan(archive, plan);
    const { system, name, origin, posts } = archive;
    archives.push({ system, name, origin, posts: posts.length, plan: own });
    await loadArchive({ payload, archive, plan: own, files, report, isDryRun, tell });
  }
  return { archives, report: report.toJSON() };
}

/** WordPress's folder of pictures, where it lies beside the export. */
async function uploadsBeside(paths: readonly string[]): Promise<string[]> {
  const folders = paths.flatMap((path) =>
    ['uploads', 'wp-content/uploads', 'uploads.zip'].map((name) => join(dirname(path), name)),
  );
  const there = await Promise.all(
    [...new Set(folders)].map((path) =>
      stat(path).then(
        () => path,
        () => undefined,
      ),
    ),
  );
  return there.filter((path) => path !== undefined);
}
