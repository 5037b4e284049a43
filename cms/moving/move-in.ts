import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Payload } from 'payload';
import { z } from 'zod';
import type { Archive } from './archive.ts';
import { PictureFiles } from './load/picture-files.ts';
import { loadArchive } from './load/load-archive.ts';
import { loadSubscribers } from './load/load-subscribers.ts';
import { loadOwn } from './load/load-own.ts';
import { ownFormat } from './out/own-format.ts';
import { Report } from './load/report.ts';
import { decidedSchema, proposePlan, type Plan } from './plan.ts';
import { openFiles } from './sources/open-files.ts';
import { text } from './text.ts';
import { readArchives } from './sources/read-archives.ts';

/** What is asked: paths on this machine. */
export const moveInSchema = z.object({
  paths: z.array(z.string().min(1)).min(1),
  media: z.array(z.string()).default([]),
  plan: decidedSchema.default({}),
  isDryRun: z.boolean().default(false),
  fetchMedia: z.boolean().default(false),
});
export type MoveIn = z.infer<typeof moveInSchema>;

/** What was moved in, or would be. */
export interface MovedIn {
  archives: {
    system: Archive['system'] | 'kundefront';
    name: string;
    origin: string | null;
    posts: number;
    plan?: Plan;
  }[];
  report: ReturnType<Report['toJSON']>;
}

/** Brings the archives at some paths into the publication. `tell` hears how far it is. */
export async function moveIn(
  payload: Payload,
  { paths, media, plan, isDryRun, fetchMedia }: MoveIn,
  tell: (done: number, total?: number) => void,
): Promise<MovedIn> {
  const report = new Report();
  const archives: MovedIn['archives'] = [];
  for (const folder of paths.filter(isOwn)) {
    archives.push(await readMark(folder));
    await loadOwn({ payload, folder, report, isDryRun, tell });
  }
  const others = paths.filter((path) => !isOwn(path));
  const found = await readArchives(others);
  for (const { place, kind } of found.unreadable)
    report.warn('unreadable', `${place} (${text.unreadable[kind]})`);
  const beside = await Promise.all([...media, ...(await uploadsBeside(others))].map(openFiles));
  const files = new PictureFiles([...found.files, ...beside.flatMap((each) => each.files)]);
  for (const file of found.tables)
    if (!(await loadSubscribers(file, { payload, report, isDryRun })))
      report.warn('unreadable', `${file.name} (${text.unreadable.unknownFile})`);
  for (const archive of found.archives) {
    const own = proposePlan(archive, plan);
    const { system, name, origin, posts } = archive;
    archives.push({ system, name, origin, posts: posts.length, plan: own });
    await loadArchive({ payload, archive, plan: own, files, report, isDryRun, fetchMedia, tell });
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

const isOwn = (path: string): boolean => existsSync(join(path, ownFormat.file));

const markSchema = z.object({
  format: z.literal(ownFormat.mark.format),
  version: z.literal(ownFormat.mark.version),
  name: z.string(),
  counts: z.object({ articles: z.number() }),
});

async function readMark(folder: string): Promise<MovedIn['archives'][number]> {
  const { name, counts } = markSchema.parse(
    JSON.parse(await readFile(join(folder, ownFormat.file), 'utf8')),
  );
  return { system: 'kundefront', name, origin: null, posts: counts.articles };
}
