import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mailingStatus, type MailingFacts } from './mailing-status.ts';

const facts = (some: Partial<MailingFacts>): MailingFacts => ({
  frozen: true,
  audienceStarted: true,
  cancelled: false,
  needsPerson: false,
  paused: false,
  candidates: 10,
  accepted: 0,
  excluded: 0,
  failed: 0,
  uncertain: 0,
  ...some,
});

describe('the status of a mailing', () => {
  test.each([
    [{ frozen: false, audienceStarted: false }, 'held'],
    [{ frozen: false }, 'freezing'],
    [{ frozen: false, needsPerson: true }, 'needs-person'],
    [{ frozen: false, cancelled: true }, 'cancelled'],
    [{ accepted: 9 }, 'sending'],
    [{ accepted: 9, paused: true }, 'paused'],
    [{ accepted: 9, needsPerson: true }, 'needs-person'],
    [{ accepted: 7, excluded: 1, failed: 1, uncertain: 1 }, 'finished'],
    [{ candidates: 0 }, 'finished'],
  ] as const)('%j is %s', (some, status) => {
    expect(mailingStatus(facts(some))).toBe(status);
  });

  test('is finished exactly when frozen and every candidate is accounted for', () => {
    const count = fc.nat({ max: 5 });
    fc.assert(
      fc.property(
        fc.record({ candidates: count, accepted: count, excluded: count, failed: count }),
        fc.record({ uncertain: count, frozen: fc.boolean(), paused: fc.boolean() }),
        (a, b) => {
          const all = facts({ ...a, ...b });
          const known = all.accepted + all.excluded + all.failed + all.uncertain;
          const expected = all.frozen && known === all.candidates;
          expect(mailingStatus(all) === 'finished').toBe(expected);
        },
      ),
    );
  });
});
