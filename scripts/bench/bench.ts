import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { z } from 'zod';
import type { Environment } from '../../content/settings/environment.ts';
import { buildStale } from '../instance/build-stale.ts';
import { instanceServices } from '../instance/services.ts';
import { measureAdmin } from './measure-admin.ts';
import { measureLoad } from './measure-load.ts';
import { measureNewsletter } from './measure-newsletter.ts';
import { percentile } from './percentile.ts';
import { finish, memoryOf, pause, scratchInstance, start, stop, until } from './processes.ts';
import { publisherStatus, waitUntilPublished } from '../instance/publisher-status.ts';
import { runHugo } from './run-hugo.ts';
import { publisherEndpoints } from '../../content/model/urls.ts';

/**
 * `npm run bench [-- 100 1000]`: per size, a CMS filled with articles of 800 words, the real processes, and
 * publications one after the other; then the newsletter, its queries, `/api/health` under load, and the newsroom in a
 * browser (each alone: `npm run bench -- newsletter`, `queries`, `load`, `admin`). Prints what people would wait for;
 * asserts nothing.
 */
const wanted = process.argv.slice(2);
const sizes = wanted.filter((word) => /^\d+$/.test(word)).map(Number);
const publications = 24;
const rounds = 3;
const log = (line: string) => console.log(line);

/** Asks in a process of its own, without a server beside it. */
async function measureQueries(): Promise<void> {
  const { settings, environment } = await scratchInstance();
  await finish(start(['scripts/bench/measure-queries.ts'], environment, 'inherit'));
  await rm(settings.dataDir, { recursive: true, force: true });
}

async function measure(size: number): Promise<Record<string, string>> {
  const { settings, environment } = await scratchInstance();
  log(`── ${size} saker: fyller CMS-et …`);
  await finish(start(['scripts/bench/fill-cms.ts', String(size)], environment));
  const [mailbox, cms, site] = instanceServices(settings, environment).map((service) =>
    start(service.command, service.environment),
  );
  const url = `http://127.0.0.1:${settings.sitePort}`;
  const publishToken = environment['PUBLISH_TOKEN'] ?? '';
  const settled = async () => {
    if (!(await waitUntilPublished({ url, publishToken, timeout: 600_000 })))
      throw new Error('the publisher does not come to rest');
  };
  try {
    const began = performance.now();
    await until(async () => (await publisherStatus(url, publishToken)).state === 'idle', 600_000);
    const firstPass = (performance.now() - began) / 1000;
    await settled();
    const search = (performance.now() - began) / 1000 - firstPass;
    const { times, searched } = await publishMany(settings, settled);
    // Turn about, the best of each: what else the machine does then hits both.
    const ours: number[] = [];
    const hugos: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const all = await publishAll(settings.sitePort, environment);
      ours.push(all.pages / all.seconds);
      await settled();
      const hugo = await runHugo(size);
      if (hugo !== undefined) hugos.push(hugo.pages / hugo.seconds);
    }
    const memory = await memoryOf(site);
    const page = await pageWeight(settings.siteUrl);
    return {
      saker: String(size),
      'live p50 s': seconds(percentile(times, 50)),
      'live p95 s': seconds(percentile(times, 95)),
      'i søket p95 s': seconds(percentile(searched, 95)),
      'publish:all sider/s': String(Math.round(Math.max(...ours))),
      'Hugo sider/s': hugos.length === 0 ? '–' : String(Math.round(Math.max(...hugos))),
      'minne MB': String(Math.round(memory)),
      'søk, alt, s': search.toFixed(1),
      'sak kB (br)': page,
    };
  } finally {
    for (const child of [mailbox, cms, site]) if (child !== undefined) await stop(child);
    await rm(settings.dataDir, { recursive: true, force: true });
  }
}

/**
 * Milliseconds from the start of the REST request until it was seen through the front door (`times`), and until it
 * can be searched (`searched`); half new, half edits.
 */
async function publishMany(
  { cmsUrl, dataDir }: Environment,
  settled: () => Promise<void>,
): Promise<{ times: number[]; searched: number[] }> {
  const credentials = {
    email: 'maler@kundefront.example',
    password: 'en-lang-nok-setning-1',
    name: 'Måler',
    code: await readFile(join(dataDir, 'setup-code'), 'utf8'),
  };
  const first = await post(`${cmsUrl}/api/users/first-register`, credentials);
  const { token } = z.object({ token: z.string() }).parse(await first.json());
  const headers = { authorization: `JWT ${token}`, 'content-type': 'application/json' };
  const times: number[] = [];
  const searched: number[] = [];
  let last = '';
  await settled();
  for (let index = 0; index < publications; index++) {
    const isNew = index % 2 === 0;
    const started = Date.now();
    const body = {
      title: `Måling ${index}`,
      lead: 'Hvor fort går det?',
      kind: 'news',
      sendAlert: false,
      _status: 'published',
    };
    const answer = await fetch(`${cmsUrl}/api/articles${isNew ? '' : `/${last}`}?depth=0`, {
      method: isNew ? 'POST' : 'PATCH',
      headers,
      body: JSON.stringify(body),
    });
    const { doc } = z
      .object({ doc: z.object({ id: z.string(), published: z.object({ revision: z.string() }) }) })
      .parse(await answer.json());
    last = doc.id;
    times.push((await verifiedAt(cmsUrl, headers, doc.id, doc.published.revision)) - started);
    await settled();
    searched.push(Date.now() - started);
  }
  return { times, searched };
}

const receiptsShape = z.object({
  docs: z.array(
    z.object({
      revision: z.string(),
      verifiedAt: z.string().nullish(),
      listsAt: z.string().nullish(),
      feedsAt: z.string().nullish(),
    }),
  ),
});

/** When the last of page, lists and feeds was out, as the receipt has it. */
async function verifiedAt(
  cmsUrl: string,
  headers: Record<string, string>,
  id: string,
  revision: string,
): Promise<number> {
  for (;;) {
    const answer = await fetch(`${cmsUrl}/api/receipts?where[article][equals]=${id}&depth=0`, {
      headers,
    });
    const [receipt] = receiptsShape.parse(await answer.json()).docs;
    if (
      receipt?.revision === revision &&
      receipt.verifiedAt &&
      receipt.listsAt &&
      receipt.feedsAt
    ) {
      return Math.max(
        ...[receipt.verifiedAt, receipt.listsAt, receipt.feedsAt].map((at) => Date.parse(at)),
      );
    }
    await pause(100);
  }
}

async function publishAll(port: number, environment: Record<string, string>) {
  const answer = await post(
    `http://127.0.0.1:${port}${publisherEndpoints.publishAll}`,
    {},
    { authorization: `Bearer ${environment['PUBLISH_TOKEN']}` },
  );
  const last = (await answer.text()).trim().split('\n').at(-1) ?? '';
  const { total, seconds: took } = z
    .object({ total: z.number(), seconds: z.number() })
    .parse(JSON.parse(last));
  return { pages: total, seconds: took };
}

async function pageWeight(siteUrl: string): Promise<string> {
  const feed = z
    .object({ items: z.array(z.object({ url: z.string() })) })
    .parse(await (await fetch(`${siteUrl}/feed.json`)).json());
  const html = await (await fetch(feed.items.at(-1)?.url ?? siteUrl)).text();
  const styles = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)].map(
    ([, href]) => `${siteUrl}${href}`,
  );
  let bytes = brotliCompressSync(html).length;
  for (const href of styles) bytes += brotliCompressSync(await (await fetch(href)).text()).length;
  return (bytes / 1000).toFixed(1);
}

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(3);

if (wanted.join() !== 'queries') await buildStale(log);
const rows: Record<string, string>[] = [];
const all = wanted.length === 0 ? [100, 1_000, 10_000] : sizes;
for (const size of all) rows.push(await measure(size));
if (rows.length > 0) console.table(rows);
if (wanted.length === 0 || wanted.includes('newsletter')) await measureNewsletter(log);
if (wanted.length === 0 || wanted.includes('queries')) await measureQueries();
if (wanted.length === 0 || wanted.includes('load')) await measureLoad(log, 10_000);
if (wanted.length === 0 || wanted.includes('admin')) await measureAdmin(log);
