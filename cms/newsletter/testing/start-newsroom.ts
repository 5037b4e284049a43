import { randomUUID } from 'node:crypto';
import type { Payload } from 'payload';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Article } from '../../payload-types.ts';
import { startRoom, type Room } from '../../testing/start-room.ts';
import { startStubSite, type StubSite } from '../../testing/start-stub-site.ts';
import { reconcileNewsletter } from '../reconcile-newsletter.ts';
import { newSubscriber } from '../store/new-rows.ts';
import type { DeliveryRow, MailingRow, SubscriberRow } from '../store/rows.ts';
import { startProvider, type Provider } from './start-provider.ts';

export interface Newsroom extends Room {
  provider: Provider;
  site: StubSite;
}

/** The whole CMS, which nobody has entered yet, with a mail provider and a public site; one per test file. */
export async function startNewsroom(
  options: Parameters<typeof startProvider>[0] = {},
): Promise<Newsroom> {
  const [provider, site] = await Promise.all([startProvider(options), startStubSite()]);
  const room = await startRoom({
    isEmpty: true,
    environment: {
      RESEND_BASE_URL: provider.url,
      SITE_URL: site.url,
      PUBLISHER_URL: site.url,
      CMS_URL: site.cmsUrl,
    },
  });
  room.payload.logger.level = 'silent';
  await room.payload.updateGlobal({
    slug: 'publication',
    data: { name: 'Kundefront', responsibleEditor: 'Ada Nord', address: 'Storgata 1, 0001 Oslo' },
  });
  return {
    ...room,
    provider,
    site,
    stop: async () => {
      await room.stop();
      await Promise.all([provider.stop(), site.stop()]);
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

type ArticleFields = Partial<Omit<Article, 'alert'>>;

interface PublishedArticle extends ArticleFields {
  /** Whether the public site shows it. */
  isLive?: boolean;
  /** Written past the hooks: when the mail was asked for. */
  requestedAt?: string;
}

/** A published article that asks for an alert. */
export async function aPublishedArticle(
  newsroom: Pick<Newsroom, 'payload' | 'site'>,
  { isLive = true, requestedAt, ...fields }: PublishedArticle = {},
): Promise<{ id: string; slug: string; revision: string }> {
  const { payload } = newsroom;
  const { id } = await payload.create({
    collection: 'articles',
    data: {
      title: 'Køen er død',
      slug: `sak-${randomUUID()}`,
      lead: 'Hun svarer før telefonen ringer.',
      kind: 'news',
      marking: 'editorial',
      sendAlert: true,
      _status: 'published',
      ...fields,
    },
  });
  if (requestedAt !== undefined) {
    await payload.db.updateOne({ collection: 'articles', id, data: { alert: { requestedAt } } });
  }
  return { id, ...(isLive ? await showOnSite(newsroom, id) : await publishedAs(payload, id)) };
}

/** Puts the newest revision of an article onto the site. */
export async function showOnSite(
  { payload, site }: Pick<Newsroom, 'payload' | 'site'>,
  articleId: string,
): Promise<{ slug: string; revision: string }> {
  const { slug, revision } = await publishedAs(payload, articleId);
  site.pages.set(`/saker/${slug}/`, { revision });
  return { slug, revision };
}

async function publishedAs(payload: Payload, id: string) {
  const { slug, published } = await payload.findByID({ collection: 'articles', id, depth: 0 });
  return { slug: slug ?? '', revision: published?.revision ?? '' };
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
    await sleep(100);
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
