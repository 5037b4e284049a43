import { sql } from '@payloadcms/db-sqlite';
import type { Payload } from 'payload';
import { asSqlite } from '../../cms/shared/engine.ts';
import { addMailing, findMailing, updateMailing } from '../../cms/newsletter/store/mailings.ts';
import { batchSize } from '../../cms/newsletter/sending/form-batches.ts';

/** Rows in the hundred thousands, made by the database itself. Numbers count from `from` up to, and without, `to`. */
interface Range {
  from: number;
  to: number;
}

const statement = async (payload: Payload, query: ReturnType<typeof sql>) => {
  const sqlite = asSqlite(payload);
  if (!sqlite) throw new Error('the measurement fills SQLite');
  await sqlite.drizzle.run(query);
};

const numbers = ({ from, to }: Range) =>
  sql`WITH RECURSIVE numbers (n) AS (SELECT ${from} UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < ${to})`;
const now = sql`strftime('%Y-%m-%dT%H:%M:%fZ')`;

/** Active subscribers `reader-<n>`: a seventh follows one series, a fifth reads weekly, a twentieth has left. */
export const fillSubscribers = (payload: Payload, range: Range) =>
  statement(
    payload,
    sql`INSERT INTO subscribers (id, email, address, state, frequency, series, confirmation,
        confirmation_attempts, confirmation_times, consent_text,
        confirmed_at, unsubscribed_at, updated_at, created_at)
      ${numbers(range)} SELECT 'reader-' || n, n || '@eksempel.no', n || '@eksempel.no',
        iif(n % 20 = 0, 'unsubscribed', 'active'), iif(n % 5 = 0, 'weekly', 'each'),
        iif(n % 7 = 0, '["servicehverdag"]', '[]'), 'accepted',
        0, '[]', 'Ja takk til e-post.',
        strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-' || (n % 365) || ' days'),
        iif(n % 20 = 0, ${now}, NULL), ${now}, ${now} FROM numbers`,
  );

/** A frozen mailing with a letter of the usual length; its id. `isFinished`: everybody has it. */
export async function fillMailing(
  payload: Payload,
  { key, daysAgo, isFinished }: { key: string; daysAgo: number; isFinished: boolean },
): Promise<string> {
  const at = new Date(Date.now() - daysAgo * 24 * 3_600_000).toISOString();
  const made = { key, kind: 'alert', article: null, requestedAt: at, subject: key } as const;
  await addMailing(payload, made);
  await updateMailing(
    payload,
    { key },
    {
      ...{ audienceAt: at, frozenAt: at, html: 'h'.repeat(20_000), text: 't'.repeat(4_000) },
      ...(isFinished ? { status: 'finished', finishedAt: at } : { status: 'sending' }),
    },
  );
  return (await findMailing(payload, { key }))?.id ?? '';
}

/** Deliveries of a mailing, in their order: waiting for nobody we know, or accepted by `reader-<n>`, with some refused. */
export const fillDeliveries = (
  payload: Payload,
  { mailing, isFinished, ...range }: Range & { mailing: string; isFinished: boolean },
) =>
  statement(
    payload,
    sql`INSERT INTO deliveries (id, key, slot, mailing_id, subscriber_id, position, state, afterwards, events,
        updated_at, created_at)
      ${numbers(range)} SELECT lower(hex(randomblob(16))), ${`${mailing}:reader-`} || n, ${`${mailing}:`} || n,
        ${mailing}, iif(${isFinished ? 1 : 0}, 'reader-' || n, NULL), n,
        iif(${isFinished ? 1 : 0}, iif(n % 500 = 0, 'failed', 'accepted'), 'waiting'),
        iif(${isFinished ? 1 : 0}, 'delivered', 'none'), '[]', ${now}, ${now} FROM numbers`,
  );

/** The open batches of those deliveries. */
export const fillBatches = (payload: Payload, { mailing, from, to }: Range & { mailing: string }) =>
  statement(
    payload,
    sql`INSERT INTO batches (id, key, mailing_id, first_position, last_position, state, generation, attempts,
        open_attempts, next_attempt_at, positions, lease_token, lease_until, updated_at, created_at)
      ${numbers({ from: from / batchSize, to: to / batchSize })}
      SELECT lower(hex(randomblob(16))), ${`${mailing}:`} || n, ${mailing}, n * ${batchSize},
        n * ${batchSize} + ${batchSize - 1}, 'open', 1, 0, 0, '1970-01-01T00:00:00.000Z', '[]', '',
        '1970-01-01T00:00:00.000Z', ${now}, ${now} FROM numbers`,
  );

/** Takes away what was filled in. */
export async function emptyNewsletter(payload: Payload): Promise<void> {
  for (const table of ['batches', 'deliveries', 'mailings', 'subscribers']) {
    await statement(payload, sql`DELETE FROM ${sql.identifier(table)}`);
  }
}
