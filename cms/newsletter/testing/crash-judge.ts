import { expect } from 'vitest';
import type { DeliveryRow, MailingRow, SubscriberRow } from '../store/rows.ts';
import type { ProviderEvent } from '../webhooks/record-event.ts';
import type { CrashDatabase } from './crash-template.ts';
import { mailsPerAddress } from './start-newsroom.ts';
import type { Provider } from './start-provider.ts';

export interface Evidence {
  provider: Provider;
  database: CrashDatabase;
  /** To how many the mailing goes, beside one who is asked to confirm. */
  readers: number;
}

/** As the tables of the two databases hand it out. */
const idOf = ({ id, _id }: { id?: string; _id?: unknown }) => id ?? String(_id);

/** Of which delivery a mail is; undefined for a confirmation. */
const deliveryOf = (mail: ReturnType<Provider['accepted']>[number]) =>
  mail.tags.find(({ name }) => name === 'delivery')?.value;

/** What must be true of a cell at its end: asked of the provider and of the database, past the code under test. */
export const crashJudge = {
  /** Everybody has exactly one mail, and the books agree. */
  async oneEach({ provider, database, readers }: Evidence): Promise<void> {
    const counts = [...mailsPerAddress(provider).values()];
    expect(counts).toEqual(Array(readers + 1).fill(1));
    expect(await database.rows<MailingRow>('mailings')).toMatchObject([
      {
        status: 'finished',
        candidates: readers,
        accepted: readers,
        ...{ excluded: 0, failed: 0, uncertain: 0 },
      },
    ]);
  },

  /** A person stopped it: nobody has two, and whoever has one, or may have one, is not told to have none. */
  async stopped({ provider, database }: Evidence): Promise<void> {
    const mails = Map.groupBy(provider.accepted(), deliveryOf);
    expect(mails.get(undefined)).toHaveLength(1); // the confirmation
    mails.delete(undefined);
    const [mailing] = await database.rows<MailingRow>('mailings');
    const isFrozen = mailing?.status === 'finished';
    if (!isFrozen) expect(mailing?.status).toBe('cancelled');
    for (const row of await database.rows<DeliveryRow>('deliveries')) {
      const got = mails.get(idOf(row))?.length ?? 0;
      mails.delete(idOf(row));
      const most = { accepted: 1, uncertain: 1, excluded: 0, failed: 0, waiting: 0 }[row.state];
      expect(got, row.state).toBeLessThanOrEqual(most);
      if (row.state === 'accepted') expect(got).toBe(1);
      if (isFrozen) expect(row.state).not.toBe('waiting');
    }
    expect([...mails.keys()]).toEqual([]);
  },

  /** It waits for a person to say what becomes of it, unless nothing is left to be asked about. */
  async asksPerson({ database, readers }: Evidence, { maybeDone }: { maybeDone: boolean }) {
    const [mailing] = await database.rows<MailingRow>('mailings');
    if (maybeDone && mailing?.status === 'finished')
      expect(mailing.accepted + mailing.failed).toBe(readers);
    else expect(mailing).toMatchObject({ status: 'needs-person' });
  },

  /** A place was left empty, and whoever should have had it got another. */
  async hasGap({ database, readers }: Evidence): Promise<void> {
    const rows = await database.rows<DeliveryRow>('deliveries');
    const positions = rows.map(({ position }) => position);
    expect(new Set(positions).size).toBe(readers);
    expect(Math.max(...positions)).toBeGreaterThanOrEqual(readers);
  },

  /** One bounce, counted once, and its owner gets nothing more. */
  async isSuppressed({ database }: Evidence, event: ProviderEvent): Promise<void> {
    const deliveries = await database.rows<DeliveryRow>('deliveries');
    const bounced = deliveries.filter(({ afterwards }) => afterwards === 'bounced');
    expect(bounced.map(idOf)).toEqual([event.deliveryId]);
    const subscribers = await database.rows<SubscriberRow>('subscribers');
    expect(subscribers.filter(({ state }) => state === 'suppressed')).toHaveLength(1);
  },

  /** The provider's word that the last mail of the mailing so far came back for good. */
  bounceOf({ provider }: Evidence): ProviderEvent {
    const mail = provider.accepted().findLast((each) => deliveryOf(each) !== undefined);
    return {
      id: 'bounce-1',
      type: 'email.bounced',
      at: new Date().toISOString(),
      resendId: mail?.id ?? '',
      deliveryId: (mail && deliveryOf(mail)) ?? '',
      subscriberId: '',
      isPermanentBounce: true,
    };
  },
};
