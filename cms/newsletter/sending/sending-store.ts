import type { postBatch } from '../provider/resend-client.ts';
import type { DeliveryChange } from '../store/bulk.ts';
import type { Claimed, Lease } from '../store/claim.ts';
import type { BatchRow, DeliveryRow, MailingRow, SubscriberRow } from '../store/rows.ts';

/** How long a batch is held, in ms; whoever dies loses it by then. */
export const batchLease = 60_000;

/** What sending works with. */
export interface Sending {
  store: SendingStore;
  /** POSTs a batch under an idempotency key. */
  post: typeof postBatch;
  /** For what a person must look at. */
  log: { error: (line: Record<string, unknown>) => void };
}

/** Some of a mailing's deliveries, by their positions, both ends included. */
export interface Range {
  mailing: string;
  firstPosition: number;
  lastPosition: number;
}

export type BatchOutline = Pick<
  BatchRow,
  'key' | 'firstPosition' | 'lastPosition' | 'state' | 'positions'
>;

/**
 * What sending needs to know and to write down. Each method is one atomic step; every one may be repeated.
 * `payloadSendingStore` keeps it in the database.
 */
export interface SendingStore {
  /** Frozen, not finished, and not just being put together anew; oldest first. */
  /** The id of the database's epoch: what was decided in it does not hold in another. */
  epoch(): Promise<string>;
  unfinishedMailings(): Promise<MailingRow[]>;
  /** Asks a person about what was interrupted, and obeys; whether the mailing may be sent on. */
  mayGoOn(mailing: MailingRow): Promise<boolean>;
  /** Counts the deliveries anew and writes counts and status. */
  refreshMailing(mailingId: string): Promise<unknown>;
  pauseMailing(mailingId: string, why: { reason: string; seconds: number }): Promise<void>;
  isOnSite(mailing: MailingRow): Promise<boolean>;

  /** When every batch is settled: gives those who still wait a place behind all batches; `form` makes the batches. */
  placeStranded(mailingId: string, form: () => Promise<void>): Promise<void>;
  /** The highest position of a delivery of the mailing; -1 when it has none. */
  lastPosition(mailingId: string): Promise<number>;
  batchesOf(mailingId: string): Promise<BatchOutline[]>;
  /** Throws when one of the keys exists. */
  addBatches(ranges: readonly (Range & { key: string })[]): Promise<void>;
  /**
   * Takes the first batch of the mailing that is due and that nobody holds; of any number of processes exactly one
   * gets it, and none once the epoch is another. `openedBefore`: only one with an attempt whose outcome is not known since before that time.
   */
  claimBatch(wanted: {
    mailing: string;
    state: 'open' | 'answered';
    epoch: string;
    openedBefore?: Date;
  }): Promise<Claimed<'batches'> | undefined>;
  /** Writes to a claimed batch while the lease is ours; else throws `LeaseLost`. The row as it is afterwards. */
  updateBatch(lease: Lease<'batches'>, data: Partial<BatchRow>): Promise<BatchRow>;
  releaseBatch(lease: Lease<'batches'>): Promise<void>;

  waitingDeliveries(range: Range): Promise<DeliveryRow[]>;
  /** Ids of the deliveries by their positions. */
  deliveryIds(range: Range): Promise<Map<number, string>>;
  /** Moves waiting deliveries to their outcome; one that is not waiting any more keeps what it has. */
  updateDeliveries(changes: readonly DeliveryChange[]): Promise<void>;
  subscribers(ids: readonly string[]): Promise<Map<string, SubscriberRow>>;

  /** How many mails of mailings may leave in a day; null without a cap. */
  dailyCap(): Promise<number | null>;
  /** Batches of any mailing that left, or may have left, since a time. */
  batchesSince(time: Date): Promise<Pick<BatchRow, 'id' | 'positions' | 'openAttempts'>[]>;
  /** How many confirmation mails left, or may have left, since a time. */
  confirmationsSince(time: Date): Promise<number>;
}
