import { describe, expect, test } from 'vitest';
import { readSubscriberFile } from './subscriber-file.ts';

const now = new Date('2026-11-23T12:00:00Z');
const current = (slug: string) =>
  ['servicehverdag', 'ved-skranken'].includes(slug) ? slug : undefined;
const read = (...lines: string[]) => readSubscriberFile(lines.join('\n'), { current, now });
const whole = 'email,state,confirmed_at,consent_text,consent_page';
const proof = '2025-03-01T08:00:00Z,Ja takk til e-post,/nyhetsbrev/';

describe('readSubscriberFile', () => {
  test('takes over who is active with proof of consent', async () => {
    const file = await read(whole, `Kari@Eksempel.no,active,${proof}`);
    expect(file?.refused).toEqual([]);
    expect(file?.rows[0]?.row).toMatchObject({
      email: 'Kari@Eksempel.no',
      address: 'kari@eksempel.no',
      state: 'active',
      frequency: 'each',
      confirmedAt: '2025-03-01T08:00:00.000Z',
      consentText: 'Ja takk til e-post',
      consentPage: '/nyhetsbrev/',
      consentMethod: 'importert',
    });
  });

  test.each([
    ['without a time', 'a@eksempel.no,active,,Ja takk,/nyhetsbrev/'],
    ['with a time to come', 'a@eksempel.no,active,2027-01-01T00:00:00Z,Ja takk,/nyhetsbrev/'],
    ['without the words', 'a@eksempel.no,active,2025-01-01T00:00:00Z,,/nyhetsbrev/'],
    ['with words of spaces', 'a@eksempel.no,active,2025-01-01T00:00:00Z,"   ",/nyhetsbrev/'],
    ['without a where or how', 'a@eksempel.no,active,2025-01-01T00:00:00Z,Ja takk,'],
  ])('refuses an active one %s', async (_, line) => {
    const file = await read(whole, line);
    expect(file?.rows).toEqual([]);
    expect(file?.refused).toMatchObject([{ line: 2, email: 'a@eksempel.no' }]);
    expect(file?.refused[0]?.why).toMatch(/bevis på samtykke/);
  });

  test('who left or is suppressed needs no proof: it only keeps mail away', async () => {
    const file = await read('email,state', 'a@eksempel.no,unsubscribed', 'b@eksempel.no,cleaned');
    expect(file?.rows.map(({ row }) => row.state)).toEqual(['unsubscribed', 'suppressed']);
  });

  test('reads the column names of others, semicolons, a mark of encoding and quotes', async () => {
    const file = await read(
      '\ufeffEmail Address;Status;CONFIRM_TIME;consent_text;consent_method',
      'ola@eksempel.no;subscribed;2024-05-06 07:08:09;"Ja; takk";skjema',
    );
    expect(file?.rows[0]?.row).toMatchObject({
      confirmedAt: '2024-05-06T07:08:09.000Z',
      consentText: 'Ja; takk',
      consentMethod: 'importert: skjema',
    });
  });

  test.each([
    ['weekly', 'servicehverdag ved-skranken', 'weekly', ['servicehverdag', 'ved-skranken']],
    ['Ukentlig', '"Servicehverdag,ved-skranken"', 'weekly', ['servicehverdag', 'ved-skranken']],
    ['', '', 'each', []],
  ])('keeps what was chosen: %s, %s', async (often, chosen, frequency, series) => {
    const file = await read(
      `${whole},frequency,series`,
      `a@b.no,active,${proof},${often},${chosen}`,
    );
    expect(file?.rows[0]?.row).toMatchObject({ frequency, series });
  });

  test.each([
    ['av og til', '', /frequency/],
    ['weekly', 'finnes-ikke', /«finnes-ikke»/],
  ])('refuses a choice that nobody could keep: %s, %s', async (often, chosen, why) => {
    const columns = `${whole},frequency,series`;
    const file = await read(columns, `a@b.no,active,${proof},${often},${chosen}`);
    expect(file?.rows).toEqual([]);
    expect(file?.refused[0]?.why).toMatch(why);
    // Whoever left or is suppressed has to stay so, whatever else the line says.
    const left = await read(columns, `a@b.no,suppressed,,,,${often},${chosen}`);
    expect(left?.rows).toHaveLength(1);
  });

  test('an address counts once, whatever its case, and must be one', async () => {
    const file = await read(
      'email,state',
      'A@eksempel.no,suppressed',
      'a@eksempel.no,unsubscribed',
      'x,active',
    );
    expect(file?.rows).toHaveLength(1);
    expect(file?.refused.map(({ line }) => line)).toEqual([3, 4]);
  });

  test.each(['', 'navn,alder\nKari,40', '"halv'])(
    'is not taken for a file of subscribers: %j',
    async (csv) => {
      const file = await read(csv);
      expect(file === undefined || file.rows.length === 0).toBe(true);
    },
  );

  test('a long one is read in parts, and others have their turns meanwhile', async () => {
    let turns = 0;
    const count = setInterval(() => (turns += 1), 0);
    const lines = Array.from({ length: 20_000 }, (_, n) => `leser-${n}@eksempel.no,unsubscribed`);
    const file = await read('email,state', ...lines);
    clearInterval(count);
    expect(file?.rows.map(({ line }) => line).slice(-2)).toEqual([20_000, 20_001]);
    expect(turns).toBeGreaterThan(10);
  });
});
