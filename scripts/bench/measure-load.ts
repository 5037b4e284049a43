import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { instanceServices } from '../instance/services.ts';
import { handIn, isUp, logIn } from './measure-newsletter.ts';
import { percentile } from './percentile.ts';
import { finish, pause, scratchInstance, start, stop, until } from './processes.ts';

const readers = 10_000;
const imported = 50_000;
const drafts = 3;

/**
 * How long `/api/health` takes while the house is full: a mailing to 10,000 is under way, a file of 50,000 comes in, and three
 * people write. On `articles` articles.
 */
export async function measureLoad(log: (line: string) => void, articles: number): Promise<void> {
  const { settings, environment } = await scratchInstance();
  const { cmsUrl } = settings;
  log(`── under last: fyller ${articles} saker …`);
  await finish(start(['scripts/bench/fill-cms.ts', String(articles)], environment));
  const services = instanceServices(settings, environment).map((service) =>
    start(service.command, service.environment),
  );
  try {
    await until(() => isUp(`${cmsUrl}/readyz`), 120_000);
    const authorization = await logIn(cmsUrl, settings.dataDir);
    const headers = { authorization, 'content-type': 'application/json' };
    await handIn(cmsUrl, authorization, readers);
    const token = environment['PUBLISH_TOKEN'] ?? '';
    await until(async () => (await lookAtHealth(cmsUrl, token)).isOk, 600_000);

    const quiet = await watch(cmsUrl, token, pause(20_000));
    await save(cmsUrl, headers, { title: 'Til alle', lead: 'En sak.', _status: 'published' });
    let isOver = false;
    const writing = Array.from({ length: drafts }, (_, n) =>
      write(cmsUrl, headers, n, () => isOver),
    );
    const work = handIn(cmsUrl, authorization, imported, 'ny').then(() => pause(5_000));
    const busy = await watch(cmsUrl, token, work);
    isOver = true;
    const saves = (await Promise.all(writing)).flat();
    console.table([
      rowOf('/api/health, rolig', quiet),
      rowOf('/api/health, under last', busy),
      rowOf('lagring av et utkast, under last', saves),
    ]);
  } finally {
    for (const child of services) await stop(child);
    await rm(settings.dataDir, { recursive: true, force: true });
  }
}

const rowOf = (what: string, times: readonly number[]) => ({
  hva: what,
  antall: times.length,
  ...Object.fromEntries(
    [50, 95, 99, 100].map((at) => [`p${String(at)} ms`, percentile(times, at).toFixed(0)]),
  ),
});

/** Milliseconds of each answer until the work is done; ten are asked for a second. */
async function watch(cmsUrl: string, token: string, work: Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  let isOver = false;
  const ended = work.finally(() => (isOver = true));
  while (!isOver) {
    const began = performance.now();
    await lookAtHealth(cmsUrl, token);
    times.push(performance.now() - began);
    await pause(Math.max(0, 100 - (performance.now() - began)));
  }
  await ended;
  return times;
}

async function lookAtHealth(cmsUrl: string, token: string): Promise<{ isOk: boolean }> {
  const answer = await fetch(`${cmsUrl}/api/health`, {
    headers: { authorization: `Bearer ${token}` },
  });
  await answer.text();
  return { isOk: answer.ok };
}

const saved = z.object({ doc: z.object({ id: z.string() }) });

async function save(
  cmsUrl: string,
  headers: Record<string, string>,
  fields: object,
  path = '/articles?depth=0',
): Promise<string> {
  const method = path.startsWith('/articles?') ? 'POST' : 'PATCH';
  const body = JSON.stringify(fields);
  const answer = await fetch(`${cmsUrl}/api${path}`, { method, headers, body });
  return saved.parse(await answer.json()).doc.id;
}

/** Somebody writes: the form saves itself every two seconds, and asks for the checklist. */
async function write(
  cmsUrl: string,
  headers: Record<string, string>,
  n: number,
  isOver: () => boolean,
): Promise<number[]> {
  const draft = { title: `Utkast ${String(n)}`, lead: 'x', _status: 'draft' };
  const id = await save(cmsUrl, headers, draft, '/articles?draft=true&depth=0');
  const times: number[] = [];
  for (let word = 0; !isOver(); word++) {
    const began = performance.now();
    const fields = { lead: `${'ord '.repeat(word % 200)}`, _status: 'draft' };
    await save(cmsUrl, headers, fields, `/articles/${id}?draft=true&autosave=true&depth=0`);
    times.push(performance.now() - began);
    await (await fetch(`${cmsUrl}/api/desk/checklist/${id}`, { headers })).text();
    await pause(2_000);
  }
  return times;
}
