import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Payload } from 'payload';
import { z } from 'zod';
import { readEnvironment } from '../../environment.ts';
import { runExclusive } from '../../shared/run-exclusive.ts';
import { moveIn, type MovedIn } from '../move-in.ts';
import { decidedSchema } from '../plan.ts';

/** An archive that was handed in on the screen, and how far it has come. It lies on the disk: whoever is killed goes on from it. */
const jobSchema = z.object({
  state: z.enum(['looking', 'looked', 'running', 'paused', 'done', 'failed']),
  /** Below the folder of the archive. */
  files: z.array(z.string()),
  /** Whether it is only looked at. */
  isLook: z.boolean(),
  plan: decidedSchema,
  done: z.number().default(0),
  total: z.number().default(0),
  /** What would be done, or was. */
  moved: z.custom<MovedIn>().optional(),
  /** Why it stopped. */
  problem: z.string().optional(),
});
export type Job = z.infer<typeof jobSchema>;

const folder = () => join(readEnvironment().dataDir, 'moving');
const archive = () => join(folder(), 'archive');
const jobFile = () => join(folder(), 'job.json');

/** What this process is doing now; after a kill there is nobody, whatever the file says. */
let work: Promise<void> | undefined;
let isPauseAsked = false;
class Paused extends Error {
  override name = 'Paused';
}

/** Undefined when nothing was handed in. One that was under way when somebody was killed is paused. */
export async function readJob(): Promise<Job | undefined> {
  if (!existsSync(jobFile())) return undefined;
  // Asked on both sides of the reading: whoever ends, or begins, meanwhile was not killed.
  const wasUnderWay = work !== undefined;
  const job = jobSchema.parse(JSON.parse(await readFile(jobFile(), 'utf8')));
  if (wasUnderWay || work !== undefined) return job;
  return job.state === 'running' || job.state === 'looking' ? { ...job, state: 'paused' } : job;
}

async function writeJob(job: Job): Promise<void> {
  const next = `${jobFile()}.next`;
  await writeFile(next, JSON.stringify(job), { mode: 0o600 });
  await rename(next, jobFile());
}

/** Takes the place of whatever was handed in before. */
export async function takeArchive(payload: Payload, files: readonly File[]): Promise<void> {
  await forgetArchive();
  await mkdir(archive(), { recursive: true, mode: 0o700 });
  const names: string[] = [];
  for (const [at, file] of files.entries()) {
    // As it is called, without what could lead out of its folder: of which each has its own.
    const called = file.name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^\.+/, '') || 'fil';
    const name = join(String(at + 1), called);
    await mkdir(join(archive(), String(at + 1)), { mode: 0o700 });
    await writeFile(join(archive(), name), Buffer.from(await file.arrayBuffer()), { mode: 0o600 });
    names.push(name);
  }
  await begin(payload, { files: names, plan: {} }, { isLook: true });
}

export async function forgetArchive(): Promise<void> {
  isPauseAsked = true;
  await work;
  await rm(folder(), { recursive: true, force: true });
}

/** Says once more what would be done, with what a person has decided. */
export async function decide(payload: Payload, plan: Job['plan']): Promise<void> {
  const job = await readJob();
  if (job?.state === 'looked') await begin(payload, { ...job, plan }, { isLook: true });
}

/**
 * Begins once it was looked over, or goes on with what was stopped: what is done is not done again. Says whether anything is
 * brought in now, and not only looked at.
 */
export async function startMoving(payload: Payload): Promise<boolean> {
  const job = await readJob();
  if (job === undefined || work !== undefined) return false;
  const isStopped = job.state === 'paused' || job.state === 'failed';
  const isLook = isStopped && job.isLook;
  await begin(payload, job, { isLook });
  return !isLook;
}

export async function pauseMoving(): Promise<void> {
  isPauseAsked = true;
  await work;
}

async function begin(
  payload: Payload,
  { files, plan }: Pick<Job, 'files' | 'plan'>,
  { isLook }: { isLook: boolean },
): Promise<void> {
  isPauseAsked = false;
  const now: Job = {
    ...{ files, plan, isLook, done: 0, total: 0 },
    state: isLook ? 'looking' : 'running',
  };
  // Whoever looks in between must not take it for one that was killed.
  const written = writeJob(now);
  work = written
    .then(() => run(payload, now))
    .catch((err: unknown) => {
      payload.logger.error({ area: 'moving', err, msg: 'how far moving in has come was not kept' });
    })
    .finally(() => {
      work = undefined;
    });
  await written;
}

async function run(payload: Payload, job: Job): Promise<void> {
  let told = Date.now();
  let written: Promise<void> = Promise.resolve();
  const tell = (done: number, total = 0) => {
    if (isPauseAsked) throw new Paused();
    Object.assign(job, { done, total });
    if (Date.now() - told < 1_000) return;
    told = Date.now();
    written = written.then(() => writeJob(job));
  };
  try {
    const paths = job.files.map((name) => join(archive(), name));
    const asked = { paths, media: [], plan: job.plan, isDryRun: job.isLook, fetchMedia: false };
    // Beside the command, one at a time.
    job.moved = await runExclusive('moving', () => moveIn(payload, asked, tell));
    job.state = job.isLook ? 'looked' : 'done';
  } catch (err) {
    job.state = err instanceof Paused ? 'paused' : 'failed';
    if (!(err instanceof Paused)) {
      job.problem = err instanceof Error ? err.message : String(err);
      payload.logger.error({ area: 'moving', err, msg: 'moving in stopped' });
    }
  }
  await written;
  await writeJob(job);
}
