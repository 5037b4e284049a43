import { describe, expect, test } from 'vitest';
import { aMail, openMailbox, post, type OpenMailbox } from '../testing/open-mailbox.ts';

const day = 24 * 3_600_000;
const switches = [true, false].flatMap((keepsKeysOfFailedRequests) =>
  [true, false].flatMap((sharesKeysBetweenEndpoints) =>
    (['bytes', 'json'] as const).map((comparesBodiesAs) => ({
      keepsKeysOfFailedRequests,
      sharesKeysBetweenEndpoints,
      comparesBodiesAs,
    })),
  ),
);

describe.each(switches)(
  'with keys of failures $keepsKeysOfFailedRequests, shared $sharesKeysBetweenEndpoints, bodies as $comparesBodiesAs',
  (settings) => {
    const open = async () => {
      const mailbox = await openMailbox();
      mailbox.office.change(settings);
      return mailbox;
    };
    const count = ({ office }: OpenMailbox) => office.journal.mails().length;
    const withKey = (idempotencyKey: string) => ({ idempotencyKey });

    test('the same request again gets the same answer, and nothing is sent', async () => {
      const mailbox = await open();
      const one = [];
      const batch = [];
      for (let round = 0; round < 3; round++) {
        one.push((await mailbox.resend.emails.send(aMail(), withKey('one'))).data);
        batch.push((await mailbox.resend.batch.send([aMail(), aMail()], withKey('batch'))).data);
      }
      expect(one).toEqual([one[0], one[0], one[0]]);
      expect(batch).toEqual([batch[0], batch[0], batch[0]]);
      expect(one[0]?.id).toBeDefined();
      expect(count(mailbox)).toBe(3);
    });

    test('another body under the key is refused, the first stays replayable', async () => {
      const mailbox = await open();
      const first = await mailbox.resend.emails.send(aMail(), withKey('k'));
      const other = await mailbox.resend.emails.send(aMail({ subject: 'Annen' }), withKey('k'));
      expect(other.error).toMatchObject({ statusCode: 409, name: 'invalid_idempotent_request' });
      const again = await mailbox.resend.emails.send(aMail(), withKey('k'));
      expect(again.data).toEqual(first.data);
      expect(count(mailbox)).toBe(1);
    });

    test('a second one while the first runs is refused, and replayed when it is done', async () => {
      const mailbox = await open();
      await mailbox.tell('faults', { faults: [{ request: 1, kind: 'delay', milliseconds: 400 }] });
      const first = mailbox.resend.emails.send(aMail(), withKey('k'));
      await expect
        .poll(async () => (await mailbox.resend.emails.send(aMail(), withKey('k'))).error?.name)
        .toBe('concurrent_idempotent_requests');
      const { data } = await first;
      expect((await mailbox.resend.emails.send(aMail(), withKey('k'))).data).toEqual(data);
      expect(count(mailbox)).toBe(1);
    });

    test('two at the same moment are accepted once', async () => {
      const mailbox = await open();
      await Promise.all(
        Array.from({ length: 10 }, () => mailbox.resend.emails.send(aMail(), withKey('k'))),
      );
      expect(count(mailbox)).toBe(1);
    });

    test('after 24 hours the key is new', async () => {
      const mailbox = await open();
      await mailbox.resend.emails.send(aMail(), withKey('k'));
      await mailbox.tell('clock', { move: day - 10_000 });
      await mailbox.resend.emails.send(aMail(), withKey('k'));
      expect(count(mailbox)).toBe(1);
      await mailbox.tell('clock', { move: 10_000 });
      await mailbox.resend.emails.send(aMail(), withKey('k'));
      expect(count(mailbox)).toBe(2);
    });

    test.each(['', 'k'.repeat(257)])('a key of the wrong length is refused: %#', async (key) => {
      const mailbox = await open();
      const answer = await post(mailbox, '/emails', aMail(), { 'idempotency-key': key });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ name: 'invalid_idempotency_key' });
      expect(count(mailbox)).toBe(0);
    });

    test('white space and order of keys count as the switch says', async () => {
      const mailbox = await open();
      const headers = { 'idempotency-key': 'k' };
      await post(mailbox, '/emails', aMail(), headers);
      const reordered = Object.fromEntries(Object.entries(aMail()).reverse());
      const answer = await post(
        mailbox,
        '/emails',
        JSON.stringify(reordered, undefined, 2),
        headers,
      );
      expect(answer.status).toBe(settings.comparesBodiesAs === 'json' ? 200 : 409);
      expect(count(mailbox)).toBe(1);
    });

    test('the other endpoint knows the key as the switch says', async () => {
      const mailbox = await open();
      await mailbox.resend.emails.send(aMail(), withKey('k'));
      const { error } = await mailbox.resend.batch.send([aMail()], withKey('k'));
      expect(error?.name).toBe(
        settings.sharesKeysBetweenEndpoints ? 'invalid_idempotent_request' : undefined,
      );
    });

    test('a refused request holds its key as the switch says', async () => {
      const mailbox = await open();
      const refused = await mailbox.resend.emails.send(aMail({ to: 'ola' }), withKey('k'));
      expect(refused.error).toMatchObject({ statusCode: 422 });
      const again = await mailbox.resend.emails.send(aMail({ to: 'ola' }), withKey('k'));
      expect(again.error).toEqual(refused.error);
      const mended = await mailbox.resend.emails.send(aMail(), withKey('k'));
      expect(mended.error?.name).toBe(
        settings.keepsKeysOfFailedRequests ? 'invalid_idempotent_request' : undefined,
      );
    });

    test('too many requests and a full quota never hold the key', async () => {
      const mailbox = await open();
      mailbox.office.change({ dailyQuota: 0 });
      const refused = await mailbox.resend.emails.send(aMail(), withKey('k'));
      expect(refused.error).toMatchObject({ statusCode: 429 });
      mailbox.office.change({ dailyQuota: null });
      expect((await mailbox.resend.emails.send(aMail(), withKey('k'))).error).toBeNull();
    });

    test('all of this survives a restart', async () => {
      const first = await open();
      const sent = await first.resend.emails.send(aMail(), withKey('sent'));
      await first.resend.emails.send(aMail({ to: 'ola' }), withKey('refused'));
      await first.tell('clock', { move: day / 2 });
      await first.close();

      const second = await openMailbox({ dataDir: first.dataDir });
      second.office.change(settings);
      expect((await second.resend.emails.send(aMail(), withKey('sent'))).data).toEqual(sent.data);
      const mended = await second.resend.emails.send(aMail(), withKey('refused'));
      expect(mended.error?.name).toBe(
        settings.keepsKeysOfFailedRequests ? 'invalid_idempotent_request' : undefined,
      );
      await second.tell('clock', { move: day / 2 });
      const later = await second.resend.emails.send(aMail(), withKey('sent'));
      expect(later.data?.id).not.toBe(sent.data?.id);
    });
  },
);
