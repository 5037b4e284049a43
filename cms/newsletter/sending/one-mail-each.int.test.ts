import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fc from 'fast-check';
import type { Where } from 'payload';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reconcileNewsletter } from '../reconcile-newsletter.ts';
import { neverLeased } from '../store/new-rows.ts';
import type { DeliveryRow, MailingRow } from '../store/rows.ts';
import { postForm } from '../testing/ask.ts';
import { sendWebhook } from '../testing/send-webhook.ts';
import {
  aPublishedArticle,
  showOnSite,
  startNewsroom,
  type Newsroom,
} from '../testing/start-newsroom.ts';
import { linkToken } from '../subscribers/tokens.ts';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Random lives of a newsletter against a model small enough to be seen through: an article that is on the site
 * when we send goes once to everybody who is active then. `MODEL_RUNS=50` for a longer look.
 */
const runs = Number(process.env['MODEL_RUNS'] ?? 3);
const tables = ['subscribers', 'articles', 'mailings', 'deliveries', 'batches'] as const;
const people = ['ane', 'bo', 'cato'] as const;
const articles = ['Køen', 'Svaret', 'Skranken'] as const;
type Person = (typeof people)[number];
type Title = (typeof articles)[number];

const faults = [
  'reset-after-accept',
  '500-after-accept',
  '429-rate',
  '429-quota',
  'truncated-json',
] as const;
const kills = ['after-letter', 'before-post', 'after-answer', 'after-answer-stored'] as const;
const [person, title] = [fc.constantFrom(...people), fc.constantFrom(...articles)];
const step = fc.oneof(
  fc.record({ do: fc.constant('join' as const), who: person }),
  fc.record({ do: fc.constant('leave' as const), who: person }),
  fc.record({ do: fc.constant('bounce' as const), who: person, times: fc.constantFrom(1, 3) }),
  fc.record({ do: fc.constant('publish' as const), title }),
  fc.record({ do: fc.constant('unpublish' as const), title }),
  fc.record({ do: fc.constant('send' as const) }),
  fc.record({ do: fc.constant('fault' as const), fault: fc.constantFrom(...faults) }),
  fc.record({ do: fc.constant('kill' as const), at: fc.constantFrom(...kills) }),
);
/** What the provider leaves undocumented: each life meets one way of it. */
const provider = fc.record({
  keepsKeysOfFailedRequests: fc.boolean(),
  sharesKeysBetweenEndpoints: fc.boolean(),
  comparesBodiesAs: fc.constantFrom('bytes' as const, 'json' as const),
});
const life = fc.array(step, { minLength: 8, maxLength: 20 });
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

let newsroom: Newsroom;
/** Each life has people of its own: sign-ups are counted per address. */
let lives = 0;
const addressOf = (who: Person) => `${who}.${String(lives)}@eksempel.no`;
beforeAll(async () => {
  newsroom = await startNewsroom();
});
afterAll(() => newsroom.stop());

interface Model {
  active: Set<Person>;
  /** Who asked once: a second confirmation mail on the same day is not sent. */
  asked: Set<Person>;
  online: Set<Title>;
  /** `<title> → <person>`, as sent. */
  mailed: string[];
  sent: Set<Title>;
}

const newModel = (): Model => ({
  active: new Set(),
  asked: new Set(),
  online: new Set(),
  mailed: [],
  sent: new Set(),
});

test(
  'whatever happens, everybody has exactly the mails that she should have',
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(provider, life, async (undocumented, steps) => {
        await startOver();
        newsroom.provider.change(undocumented);
        const model = newModel();
        for (const each of steps) await live(each, model);
        await send(model);
        const mails = newsroom.provider.accepted().filter(({ subject }) => isTitle(subject));
        const got = mails.map(({ subject, to }) => `${subject} → ${to[0]?.split('.')[0] ?? ''}`);
        expect(got.sort()).toEqual(model.mailed.sort());
        await expectBalance();
      }),
      { numRuns: runs },
    );
  },
);

const isTitle = (subject: string): subject is Title => articles.some((each) => each === subject);

async function startOver(): Promise<void> {
  lives += 1;
  for (const collection of tables) {
    await newsroom.payload.db.deleteMany({ collection, where: {} });
  }
  newsroom.site.pages.clear();
  newsroom.provider.plan({});
  newsroom.provider.forget();
}

async function live(step: Step, model: Model): Promise<void> {
  switch (step.do) {
    case 'join':
      return join(step.who, model);
    case 'leave':
      return leave(step.who, model);
    case 'bounce':
      return bounce(step, model);
    case 'publish':
      model.online.add(step.title);
      return publish(step.title);
    case 'unpublish':
      model.online.delete(step.title);
      return unpublish(step.title);
    case 'fault':
      return newsroom.provider.plan({ 1: step.fault });
    case 'kill':
      await killed(step.at);
      return send(model);
    case 'send':
      return send(model);
  }
}

async function join(who: Person, model: Model): Promise<void> {
  const email = addressOf(who);
  await postForm(newsroom, '/api/newsletter/subscribe', { email });
  if (model.asked.has(who)) return;
  model.asked.add(who);
  await settle();
  const letter = newsroom.provider
    .accepted()
    .find(({ to, subject }) => to[0] === email && !isTitle(subject));
  const link = /http:\/\/localhost:\d+(\S+confirm\?token=\S+)/.exec(letter?.text ?? '')?.[1];
  expect((await postForm(newsroom, link ?? '')).status).toBe(303);
  model.active.add(who);
  expectSent(model, new Set([...model.active].filter((each) => each !== who)));
}

async function idOf(who: Person): Promise<string | undefined> {
  const row = await newsroom.payload.db.findOne<{ id: string }>({
    collection: 'subscribers',
    where: { address: { equals: addressOf(who) } },
  });
  return row?.id;
}

async function leave(who: Person, model: Model): Promise<void> {
  const id = await idOf(who);
  if (id === undefined) return;
  const path = `/api/newsletter/unsubscribe?token=${linkToken('unsubscribe', id)}`;
  await postForm(newsroom, path, { 'List-Unsubscribe': 'One-Click' });
  model.active.delete(who);
}

/** A hard bounce of her last mail, told once or several times: she is suppressed. */
async function bounce({ who, times }: { who: Person; times: number }, model: Model): Promise<void> {
  const subscriber = await idOf(who);
  const delivery = await newsroom.payload.db.findOne<DeliveryRow>({
    collection: 'deliveries',
    where: {
      and: [{ subscriber: { equals: subscriber ?? '' } }, { state: { equals: 'accepted' } }],
    },
  });
  if (!delivery) return;
  const data = { bounce: { type: 'Permanent', subType: 'General', message: 'no such mailbox' } };
  for (let n = 0; n < times; n++) {
    const id = `bounce-${delivery.id}`;
    await sendWebhook(newsroom, { type: 'email.bounced', delivery, id, data });
  }
  model.active.delete(who);
}

const find = (wanted: Title) =>
  newsroom.payload.db.findOne<{ id: string; slug: string }>({
    collection: 'articles',
    where: { title: { equals: wanted } },
  });

/** The first time, an edit, or out again after it was taken off: all of them ask for the alert. */
async function publish(wanted: Title): Promise<void> {
  const known = await find(wanted);
  if (!known) {
    await aPublishedArticle(newsroom, { title: wanted });
    return;
  }
  const data = { _status: 'published', sendAlert: true } as const;
  await newsroom.payload.update({ collection: 'articles', id: known.id, data });
  await showOnSite(newsroom, known.id);
}

async function unpublish(wanted: Title): Promise<void> {
  const known = await find(wanted);
  if (!known) return;
  await newsroom.payload.update({
    collection: 'articles',
    id: known.id,
    data: { _status: 'draft' },
  });
  newsroom.site.pages.delete(`/saker/${known.slug}/`);
}

/** A process of its own dies while it sends (or after a while, when it never comes that far). */
async function killed(at: string): Promise<void> {
  const worker = spawn(process.execPath, [`${import.meta.dirname}/../testing/crash-worker.ts`], {
    env: { ...process.env, KILL_AT: at },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const patience = setTimeout(() => worker.kill('SIGKILL'), 4_000);
  await once(worker, 'exit');
  clearTimeout(patience);
}

async function send(model: Model): Promise<void> {
  await settle();
  expectSent(model, model.active);
}

/** What we now know to be sent: every article on the site that was not sent before, to these. */
function expectSent(model: Model, receivers: ReadonlySet<Person>): void {
  for (const each of model.online) {
    if (model.sent.has(each)) continue;
    model.sent.add(each);
    for (const who of receivers) model.mailed.push(`${each} → ${who}`);
  }
}

/** Lets time pass (leases of the dead, pauses) and sends until nothing that can go is left. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 40; turn++) {
    const past = new Date(0).toISOString();
    const { payload } = newsroom;
    for (const [collection, waits] of [
      ['mailings', { pausedUntil: past }],
      ['batches', { nextAttemptAt: past }],
    ] as const) {
      await payload.db.updateMany({ collection, where: {}, data: { ...neverLeased, ...waits } });
    }
    await payload.db.updateMany({
      collection: 'subscribers',
      where: { confirmation: { equals: 'requested' } },
      data: { confirmationNextAt: past },
    });
    await reconcileNewsletter(payload);
    if (await isSettled()) return;
    await sleep(50);
  }
  throw new Error('the newsletter does not come to rest');
}

async function isSettled(): Promise<boolean> {
  const { payload } = newsroom;
  const isOut: Where = { _status: { equals: 'published' } };
  const isWished: Where = { 'alert.handledAt': { exists: false } };
  const open = await Promise.all([
    payload.db.count({ collection: 'articles', where: { and: [isOut, isWished] } }),
    payload.db.count({
      collection: 'subscribers',
      where: { confirmation: { equals: 'requested' } },
    }),
    payload.db.count({
      collection: 'mailings',
      where: { status: { in: ['freezing', 'sending', 'paused'] } },
    }),
  ]);
  return open.every(({ totalDocs }) => totalDocs === 0);
}

async function expectBalance(): Promise<void> {
  const { docs } = await newsroom.payload.db.find<MailingRow>({
    collection: 'mailings',
    where: { frozenAt: { exists: true } },
    limit: 0,
    pagination: false,
  });
  for (const { candidates, accepted, excluded, failed, uncertain, status } of docs) {
    expect(status).toBe('finished');
    expect([accepted + excluded, failed, uncertain]).toEqual([candidates, 0, 0]);
  }
}
