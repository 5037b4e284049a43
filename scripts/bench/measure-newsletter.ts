import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { instanceServices } from '../instance/services.ts';
import { percentile } from './percentile.ts';
import { finish, memoryOf, pause, scratchInstance, start, stop, until } from './processes.ts';
import { newsletterPath } from '../../content/model/urls.ts';

const sizes = [1_000, 10_000];
/** What Resend allows a new team; the stand-in keeps to it. */
const requestsPerSecond = 2;
const rounds = 30;
const states = ['active', 'unsubscribed', 'suppressed', 'pending', 'new'] as const;

/** One article to all subscribers at two requests a second, and what the sign-up form's answer takes. */
export async function measureNewsletter(log: (line: string) => void): Promise<void> {
  const rows: Record<string, string>[] = [];
  for (const size of sizes) {
    log(`── ${size} abonnenter: en sak til alle …`);
    rows.push(await measure(size));
  }
  console.table(rows);
}

async function measure(size: number): Promise<Record<string, string>> {
  const { settings, environment } = await scratchInstance();
  await finish(start(['scripts/bench/fill-cms.ts', '20'], environment));
  const [mailbox, cms, site] = instanceServices(settings, environment).map((service) =>
    start(service.command, service.environment),
  );
  try {
    const { cmsUrl } = settings;
    await until(() => isUp(`${cmsUrl}/readyz`), 120_000);
    await fetch(`http://127.0.0.1:${settings.mailboxPort}/_control/settings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ requestsPerSecond }),
    });
    const authorization = await logIn(cmsUrl, settings.dataDir);
    await handIn(cmsUrl, authorization, size);
    const before = await memoryOf(cms);
    const mailing = await mailOne(cmsUrl, authorization, size);
    const answers = await timeAnswers(cmsUrl);
    return {
      abonnenter: String(size),
      'mottatt, s': (mailing / 1000).toFixed(1),
      'CMS-minne før → etter, MB': `${Math.round(before)} → ${Math.round(await memoryOf(cms))}`,
      ...answers,
    };
  } finally {
    for (const child of [mailbox, cms, site]) if (child !== undefined) await stop(child);
    await rm(settings.dataDir, { recursive: true, force: true });
  }
}

/** Whether it answers, and well. */
export const isUp = (url: string) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

/** Makes the first administrator; answers with what a request of hers carries. */
export async function logIn(cmsUrl: string, dataDir: string): Promise<string> {
  const code = await readFile(join(dataDir, 'setup-code'), 'utf8');
  const answer = await fetch(`${cmsUrl}/api/users/first-register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      email: 'maler@kundefront.example',
      password: 'en-lang-nok-setning-1',
      name: 'Måler',
      code,
    }),
  });
  const { token } = z.object({ token: z.string() }).parse(await answer.json());
  return `JWT ${token}`;
}

/** `size` active subscribers, and some in every other state that a file can bring. */
export async function handIn(
  cmsUrl: string,
  authorization: string,
  size: number,
  name = 'active',
): Promise<void> {
  const proof = `2026-01-01T00:00:00Z,Ja takk,${newsletterPath}`;
  const lines = Array.from({ length: size }, (_, n) => `${name}-${n}@eksempel.no,active,${proof}`);
  for (let n = 0; n < rounds; n++) {
    lines.push(`unsubscribed-${n}@eksempel.no,unsubscribed,${proof}`);
    lines.push(`suppressed-${n}@eksempel.no,suppressed,${proof}`);
  }
  const body = new FormData();
  const csv = ['email,state,confirmed_at,consent_text,consent_page', ...lines].join('\n');
  body.set('file', new Blob([csv]), 'abonnenter.csv');
  const answer = await fetch(`${cmsUrl}/api/newsletter/import`, {
    method: 'POST',
    headers: { authorization },
    body,
  });
  if (!answer.ok) throw new Error(`the import answered ${answer.status}`);
}

const mailShape = z.object({
  mailings: z.array(z.object({ id: z.string(), sentence: z.string(), isProblem: z.boolean() })),
  isLive: z.boolean(),
});

/** Milliseconds from the answer to Publish until everybody's mail is accepted. */
async function mailOne(cmsUrl: string, authorization: string, size: number): Promise<number> {
  const headers = { authorization, 'content-type': 'application/json' };
  const data = { title: 'Til alle', lead: 'En sak.', kind: 'news', _status: 'published' };
  const answer = await fetch(`${cmsUrl}/api/articles?depth=0`, {
    method: 'POST',
    headers,
    body: JSON.stringify(data),
  });
  const { doc } = z.object({ doc: z.object({ id: z.string() }) }).parse(await answer.json());
  const started = performance.now();
  const done = `${size} av ${size} `;
  for (;;) {
    await pause(200);
    const view = await fetch(`${cmsUrl}/api/newsletter/article/${doc.id}`, { headers });
    const { mailings, isLive } = mailShape.parse(await view.json());
    if (!isLive && mailings[0]?.sentence.startsWith(done)) return performance.now() - started;
    if (performance.now() - started > 600_000) throw new Error('the mails are not accepted');
  }
}

/** Median of the answers to a sign-up, by what is known of the address. */
async function timeAnswers(cmsUrl: string): Promise<Record<string, string>> {
  const times = new Map<string, number[]>(states.map((state) => [state, []]));
  for (let n = 0; n < rounds; n++) {
    await subscribe(cmsUrl, `pending-${n}@eksempel.no`);
    for (const state of states) {
      const began = performance.now();
      await subscribe(cmsUrl, `${state}-${n}@eksempel.no`);
      times.get(state)?.push(performance.now() - began);
    }
  }
  return Object.fromEntries(
    states.map((state) => [`svar ${state}, ms`, percentile(times.get(state) ?? [], 50).toFixed(0)]),
  );
}

async function subscribe(cmsUrl: string, email: string): Promise<void> {
  const answer = await fetch(`${cmsUrl}/api/newsletter/subscribe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  });
  if (answer.status !== 202) throw new Error(`a sign-up was answered ${answer.status}`);
}
