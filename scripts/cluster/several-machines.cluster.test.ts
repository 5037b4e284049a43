import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { getPayload, type Payload } from 'payload';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { activeSubscriber } from '../../cms/newsletter/testing/start-newsroom.ts';
import { aForm, aPicture } from '../../cms/testing/make-article.ts';
import { createAdmin } from '../../cms/users/first-admin/create-admin.ts';
import { insertRows } from '../../cms/newsletter/store/bulk.ts';
import { toVariables } from '../../content/settings/environment.ts';
import { administrator } from '../e2e/enter-newsroom.ts';
import { buildStale } from '../instance/build-stale.ts';
import { freePort } from '../instance/start-instance.ts';
import { startMailbox, type Mailbox } from '../mailbox/start-mailbox.ts';
import { startMongo, type Mongo } from '../testing/start-mongo.ts';
import { startMachine, type Machine } from './machine.ts';
import { startGateway, type Bucket } from './start-bucket.ts';

/**
 * One newsroom, two workers, two sites behind HAProxy, on one database: what of it dies or hangs is missed by nobody.
 */
const readers = 1_200;
const secret = 'x'.repeat(40);
const token = 'y'.repeat(40);
let mongo: Mongo;
let mailbox: Mailbox;
let payload: Payload;
let proxy: ChildProcess;
let bucket: Bucket | undefined;
let siteUrl = '';
let cmsUrl = '';
let shared: Record<string, string> = {};
let room: Awaited<ReturnType<typeof newsroom>>;
const machines: Record<'cms' | 'worker1' | 'worker2' | 'site1' | 'site2', Machine | undefined> = {
  ...{ cms: undefined, worker1: undefined, worker2: undefined },
  ...{ site1: undefined, site2: undefined },
};
const ports = { cms: 0, worker1: 0, worker2: 0, site1: 0, site2: 0 };

const start = async (name: keyof typeof machines, dataDir?: string) => {
  const role = name.replace(/\d/, '');
  machines[name] = await startMachine({
    ...shared,
    ...{ ROLE: role, CMS_PORT: String(ports[name]), SITE_PORT: String(ports[name]) },
    ...(dataDir !== undefined && { DATA_DIR: dataDir }),
  });
  return machines[name];
};

beforeAll(async () => {
  await buildStale(() => undefined);
  const started = await startMongo();
  if ('unavailable' in started) throw new Error(started.unavailable);
  mongo = started;
  for (const name of Object.keys(ports) as (keyof typeof ports)[]) ports[name] = await freePort();
  const front = await freePort();
  siteUrl = `http://127.0.0.1:${String(front)}`;
  cmsUrl = `http://127.0.0.1:${String(ports.cms)}`;
  const separator = mongo.url.includes('?') ? '&' : '?';
  const name = /replicaSet=/.test(mongo.url) ? '' : `${separator}replicaSet=secantus`;
  shared = {
    ...{ DATABASE_URL: mongo.url + name, PAYLOAD_SECRET: secret, PUBLISH_TOKEN: token },
    ...{
      RESEND_API_KEY: 're_cluster',
      SITE_URL: siteUrl,
      CMS_URL: cmsUrl,
      CMS_INTERNAL_URL: cmsUrl,
    },
    SITE_INTERNAL_URL: [ports.site1, ports.site2]
      .map((port) => `http://127.0.0.1:${String(port)}`)
      .join(),
  };
  const folder = process.env['TMPDIR'] ?? '/tmp';
  bucket = await startGateway();
  Object.assign(shared, {
    MEDIA_STORE: bucket
      ? `${bucket.address}/pictures`
      : `file:${join(folder, `pictures-${String(front)}`)}`,
    ...(bucket && toVariables(bucket.settings)),
  });
  mailbox = await startMailbox({
    port: 0,
    dataDir: join(folder, `mailbox-${String(front)}`),
    apiKey: 're_cluster',
  });
  shared['RESEND_BASE_URL'] = mailbox.url;
  mailbox.office.change({ requestsPerSecond: 1 });
  const cms = await start('cms');
  await Promise.all([start('worker1'), start('worker2'), start('site1'), start('site2')]);
  const config = join(folder, `haproxy-${String(front)}.cfg`);
  writeFileSync(config, haproxyConfig(front));
  proxy = spawn('haproxy', ['-f', config], { stdio: ['ignore', 'ignore', 'inherit'] });
  Object.assign(process.env, shared, {
    NODE_ENV: 'production',
    DATA_DIR: cms.dataDir,
    ROLE: 'cms',
  });
  payload = await getPayload({ config: (await import('../../cms/payload.config.ts')).default });
  const rows = Array.from({ length: readers }, (_, n) =>
    activeSubscriber(`leser-${String(n)}@eksempel.no`),
  );
  await insertRows(payload, 'subscribers', rows);
}, 600_000);

afterAll(async () => {
  await Promise.all(Object.values(machines).map((machine) => machine?.stop()));
  proxy?.kill('SIGKILL');
  await payload?.destroy();
  await mailbox?.close();
  await mongo?.stop();
  await bucket?.stop();
});

/** What docs/hosting says, on loopback. */
function haproxyConfig(front: number): string {
  const text = readFileSync('docs/hosting/haproxy.cfg', 'utf8')
    .replace(/^ {4}log stdout.*\n/m, '')
    .replace(/bind :443.*/, `bind 127.0.0.1:${String(front)}`)
    .replace('10.0.0.11:4321', `127.0.0.1:${String(ports.site1)}`)
    .replace('10.0.0.12:4321', `127.0.0.1:${String(ports.site2)}`)
    .replace('10.0.0.21:3000', `127.0.0.1:${String(ports.cms)}`);
  return text.replace(/^ {4}server cms2.*\n/m, '');
}

async function newsroom() {
  const made = await createAdmin(payload, { ...administrator, name: 'Randi' });
  expect(made.ok).toBe(true);
  const post = async (path: string, body: object, headers = {}) => {
    const answer = await fetch(`${cmsUrl}/api${path}`, {
      ...{ method: 'POST', body: JSON.stringify(body) },
      headers: { 'content-type': 'application/json', ...headers },
    });
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into every shape
    return (await answer.json()) as any;
  };
  const { token: login } = await post('/users/login', administrator);
  const asEditor = { authorization: `JWT ${String(login)}` };
  await post(
    '/globals/publication',
    {
      name: 'Kundefront',
      owner: 'Eierne AS',
      responsibleEditor: 'Randi',
      address: 'Gata 1, 0001 Oslo',
    },
    asEditor,
  );
  const publish = (title: string, fields: object = {}) =>
    post(
      '/articles',
      { title, lead: 'Ingress.', kind: 'news', sendAlert: true, _status: 'published', ...fields },
      asEditor,
    );
  const upload = async () => {
    const form = await aForm({ data: await aPicture(900, 700) });
    const asked = { method: 'POST', body: form, headers: asEditor };
    const answer = await fetch(`${cmsUrl}/api/media`, asked);
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into every shape
    return ((await answer.json()) as any).doc;
  };
  return { asEditor, publish, upload };
}

const metric = async (name: keyof typeof ports, wanted: string) => {
  const answer = await fetch(`http://127.0.0.1:${String(ports[name])}/metrics`, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(5_000),
  });
  const line = (await answer.text()).split('\n').find((each) => each.startsWith(wanted));
  return Number(line?.split(' ').at(-1));
};
const sends = 'kundefront_reconciler_here{reconciler="newsletter"}';
/** How many mails about an article each address has. */
const perAddress = (title: string) => {
  const counts = new Map<string, number>();
  for (const { to, subject } of mailbox.office.journal.mails())
    if (subject.includes(title))
      for (const address of [to].flat()) counts.set(address, (counts.get(address) ?? 0) + 1);
  return counts;
};

test('nobody enters but by the command on the server; then she may publish', async () => {
  room = await newsroom();
});

test.each([
  ['dies (kill -9)', 'SIGKILL'],
  ['hangs (SIGSTOP), and goes on when all is done', 'SIGSTOP'],
] as const)(
  'the worker that sends a mailing %s: everybody has one mail',
  async (_, signal) => {
    const title = `Ett brev til hver ${signal}`;
    const { doc } = await room.publish(title);
    const path = `/saker/${String(doc?.slug)}/`;
    const reached = () => perAddress(title).size;
    await expect.poll(reached, { timeout: 120_000, interval: 200 }).toBeGreaterThanOrEqual(200);
    for (const port of [ports.site1, ports.site2])
      expect((await fetch(`http://127.0.0.1:${String(port)}${path}`)).status).toBe(200);
    const holder = (await metric('worker1', sends)) === 1 ? 'worker1' : 'worker2';
    const other = holder === 'worker1' ? 'worker2' : 'worker1';
    machines[holder]?.signal(signal);
    const gone = Date.now();
    await expect.poll(() => metric(other, sends), { timeout: 40_000, interval: 500 }).toBe(1);
    console.log(`${signal}: another sends after ${((Date.now() - gone) / 1000).toFixed(1)} s`);
    expect(Date.now() - gone).toBeLessThan(20_000);
    await expect.poll(reached, { timeout: 180_000, interval: 500 }).toBe(readers);
    if (signal === 'SIGSTOP') machines[holder]?.signal('SIGCONT');
    await sleep(10_000); // what would be sent twice is sent by now: there is no state to wait for
    expect(Math.max(...perAddress(title).values())).toBe(1);
    if (signal === 'SIGKILL') await start(holder);
  },
  400_000,
);

test.each([
  ['is stopped (SIGTERM), and nothing fails', 'SIGTERM', 0],
  // What was being sent at that moment no proxy can take back.
  ['is killed (kill -9), and nothing fails but what was on the wire', 'SIGKILL', 8],
] as const)(
  'one of two sites %s',
  async (_, signal, mayBeCut) => {
    let asked = 0;
    let isOver = false;
    const answers: string[] = [];
    const read = async () => {
      while (!isOver) {
        const path = asked % 2 === 0 ? '/' : '/saker/ett-brev-til-hver-sigkill/';
        asked += 1;
        let status = 'refused';
        try {
          const answer = await fetch(siteUrl + path);
          status = 'cut';
          status = (await answer.text()).includes('</html>') ? String(answer.status) : 'cut';
        } catch {
          // why: how far it came says what became of it
        }
        answers.push(status);
      }
    };
    const reading = Promise.all(Array.from({ length: 8 }, read));
    await sleep(1_000);
    const dataDir = machines.site1?.dataDir ?? '';
    machines.site1?.signal(signal);
    await sleep(6_000);
    await start('site1', dataDir);
    const ready = async () =>
      (await fetch(`http://127.0.0.1:${String(ports.site1)}/readyz`)).status;
    await expect.poll(ready, { timeout: 60_000 }).toBe(200);
    await sleep(4_000);
    isOver = true;
    await reading;
    const cut = answers.filter((answer) => answer === 'cut').length;
    console.log(`${signal}: ${String(asked)} requests, ${String(cut)} cut`);
    expect(asked).toBeGreaterThan(1_000);
    expect(answers.filter((answer) => answer !== '200' && answer !== 'cut')).toEqual([]);
    expect(cut).toBeLessThanOrEqual(mayBeCut);
  },
  200_000,
);

test('the machine that took a picture burns down: the others have it, and it is published', async () => {
  const picture = await room.upload();
  await machines.cms?.stop();
  const file = `/api/media/file/${String(picture.filename)}`;
  const asked = await fetch(`http://127.0.0.1:${String(ports.worker2)}${file}`, {
    headers: room.asEditor,
  });
  expect([asked.status, asked.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  await start('cms');
  const { doc } = await room.publish('Bildet fra asken', {
    heroImage: picture.id,
    sendAlert: false,
  });
  const page = async () => (await fetch(`${siteUrl}/saker/${String(doc.slug)}/`)).text();
  await expect.poll(page, { timeout: 30_000 }).toContain('/bilder/');
  const [shown = ''] = /\/bilder\/[^" ]+\.(?:avif|webp|jpg)/.exec(await page()) ?? [];
  for (const port of [ports.site1, ports.site2])
    expect((await fetch(`http://127.0.0.1:${String(port)}${shown}`)).status).toBe(200);
}, 200_000);

test('a store that is away refuses pictures in words, and takes them when it is back', async () => {
  if (bucket === undefined) return;
  bucket.signal('SIGSTOP');
  const refused = fetch(`${cmsUrl}/api/health`, { headers: { authorization: `Bearer ${token}` } });
  expect(await (await refused).text()).toContain('Bildelageret');
  bucket.signal('SIGCONT');
  expect((await room.upload()).filename).toMatch(/\.jpg$/);
}, 200_000);

test('a worker with another secret does not start among these', async () => {
  const other = startMachine({
    ...shared,
    ...{ ROLE: 'worker', CMS_PORT: String(await freePort()), PUBLISH_TOKEN: 'z'.repeat(40) },
  });
  await expect(other).rejects.toThrow('Sett dem likt overalt');
}, 200_000);
