import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getPayload, type Payload } from 'payload';
import { dropTestDatabase, testDatabase } from '../../testing/test-database.ts';
import { reconcileNewsletter } from '../reconcile-newsletter.ts';
import { newSubscriber, type DeliveryRow, type MailingRow, type SubscriberRow } from '../rows.ts';
import { scratchConfig } from './scratch-config.ts';
import { startFrontDoor, type FrontDoorDouble } from './start-front-door.ts';
import { startProvider, type Provider } from './start-provider.ts';

export interface Newsroom {
  payload: Payload;
  provider: Provider;
  site: FrontDoorDouble;
  databaseUrl: string;
  stop(): Promise<void>;
}

/** A CMS with a database of its own, a provider and a public site, all for one test file. */
export async function startNewsroom(
  options: Parameters<typeof startProvider>[0] & { databaseUrl?: string } = {},
): Promise<Newsroom> {
  const folder = await mkdtemp(join(tmpdir(), 'kundefront-newsletter-'));
  const [provider, site] = await Promise.all([startProvider(options), startFrontDoor()]);
  Object.assign(process.env, {
    NODE_ENV: 'test',
    DATA_DIR: folder,
    PAYLOAD_SECRET: 'a secret for tests only, 32 characters or more',
    PUBLISH_TOKEN: 'a token for tests only, 32 characters or more',
    RESEND_API_KEY: 're_test',
    RESEND_BASE_URL: provider.url,
    RESEND_WEBHOOK_SECRET: `whsec_${Buffer.from('a webhook secret for tests').toString('base64')}`,
    SITE_URL: site.url,
    CMS_URL: site.cmsUrl,
    LOG_LEVEL: 'silent',
  });
  const { databaseUrl = testDatabase(folder) } = options;
  const payload = await getPayload({ config: scratchConfig(databaseUrl), key: databaseUrl });
  await payload.updateGlobal({
    slug: 'publication',
    data: { name: 'Kundefront', responsibleEditor: 'Ada Nord', address: 'Storgata 1, 0001 Oslo' },
  });
  return {
    payload,
    provider,
    site,
    databaseUrl,
    stop: async () => {
      await payload.destroy();
      await dropTestDatabase(databaseUrl);
      await Promise.all([provider.stop(), site.stop()]);
      await rm(folder, { recursive: true });
    },
  };
}

/** What the database is given for an active subscriber, confirmed a minute ago. */
export const activeSubscriber = (email: string) => ({
  ...newSubscriber,
  email,
  address: email.toLowerCase(),
  state: 'active' as const,
  confirmation: 'accepted' as const,
  confirmedAt: new Date(Date.now() - 60_000).toISOString(),
});

export async function aSubscriber(
  { payload }: Pick<Newsroom, 'payload'>,
  some: Partial<SubscriberRow> = {},
): Promise<SubscriberRow> {
  const email = some.email ?? `leser-${randomUUID()}@eksempel.no`;
  const row = await payload.db.create({
    collection: 'subscribers',
    data: { ...activeSubscriber(email), ...some },
  });
  return row as unknown as SubscriberRow; // why: the row just written, as the table hands it back
}

export async function manySubscribers(newsroom: Newsroom, count: number, name = 'leser') {
  const rows: SubscriberRow[] = [];
  for (let n = 0; n < count; n++) {
    rows.push(await aSubscriber(newsroom, { email: `${name}-${String(n)}@eksempel.no` }));
  }
  return rows;
}

/** A published article that asks for an alert; live on the public site unless `isLive` is false. */
export async function aPublishedArticle(
  { payload, site }: Pick<Newsroom, 'payload' | 'site'>,
  { isLive = true, ...some }: { isLive?: boolean } & Record<string, unknown> = {},
): Promise<{ id: string; slug: string; revision: string }> {
  const slug = `sak-${randomUUID()}`;
  const revision = randomUUID();
  const now = new Date().toISOString();
  const article = await payload.create({
    collection: 'articles',
    data: {
      title: 'Køen er død',
      slug,
      lead: 'Hun svarer før telefonen ringer.',
      kind: 'news',
      marking: 'editorial',
      _status: 'published',
      published: { firstAt: now, lastAt: now, slug, revision },
      alert: { requestedAt: now },
      ...some,
    },
  });
  if (isLive) site.pages.set(`/saker/${slug}/`, { revision });
  return { id: String(article.id), slug, revision };
}

export async function mailingOf(
  { payload }: Pick<Newsroom, 'payload'>,
  articleId: string,
): Promise<MailingRow | null> {
  return payload.db.findOne<MailingRow>({
    collection: 'mailings',
    where: { key: { equals: `alert:${articleId}` } },
  });
}

/** Runs the reconciler until the mailing of an article has the wanted status. Throws after 30 s. */
export async function untilStatus(
  newsroom: Pick<Newsroom, 'payload'>,
  articleId: string,
  wanted: MailingRow['status'] = 'finished',
): Promise<MailingRow> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    await reconcileNewsletter(newsroom.payload);
    const mailing = await mailingOf(newsroom, articleId);
    if (mailing?.status === wanted) return mailing;
    if (Date.now() > deadline) {
      throw new Error(`mailing is ${String(mailing?.status)}: ${String(mailing?.heldReason)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export async function deliveriesOf(
  { payload }: Pick<Newsroom, 'payload'>,
  mailing: MailingRow,
): Promise<DeliveryRow[]> {
  const { docs } = await payload.db.find<DeliveryRow>({
    collection: 'deliveries',
    where: { mailing: { equals: mailing.id } },
    limit: 0,
    pagination: false,
  });
  return docs;
}

/** How many mails each address was accepted for. */
export function mailsPerAddress(provider: Provider): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { to } of provider.accepted()) {
    for (const each of to) counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  return counts;
}

/** Lets a paused mailing and its batches go on without waiting for the clock. */
export async function wakeUp(
  { payload }: Pick<Newsroom, 'payload'>,
  mailingId: string,
): Promise<void> {
  const past = new Date(0).toISOString();
  await payload.db.updateOne({
    collection: 'mailings',
    id: mailingId,
    data: { pausedUntil: past },
  });
  await payload.db.updateMany({
    collection: 'batches',
    where: { mailing: { equals: mailingId } },
    data: { nextAttemptAt: past },
  });
}
