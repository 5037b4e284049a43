import { describe, expect, test } from 'vitest';
import { readSubscriberFile, type SubscriberFile, type Told } from './subscriber-file.ts';

const now = new Date('2026-11-23T12:00:00Z');
const current = (slug: string) =>
  ['servicehverdag', 'ved-skranken'].includes(slug) ? slug : undefined;
const readAll = (csv: string, told: Told = {}) => readSubscriberFile(csv, { current, now, told });
/** Of a file whose columns are known. */
const read = async (...lines: string[]): Promise<SubscriberFile | undefined> => {
  const file = await readAll(lines.join('\n'));
  return file && 'rows' in file ? file : undefined;
};
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
      consentMethod: 'skjema',
    });
  });

  test('a quotation mark inside a cell is a letter of it', async () => {
    const file = await read(whole, `a@b.no,active,2025-03-01T08:00:00Z,Sa "ja" takk,/nyhetsbrev/`);
    expect(file?.rows[0]?.row).toMatchObject({ consentText: 'Sa "ja" takk' });
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
      const file = await readAll(csv);
      expect(file === undefined || 'header' in file).toBe(true);
    },
  );

  test('what divides cells is read from the header: other signs divide nothing', async () => {
    const comma = await read(
      `${whole},series`,
      'a@b.no,active,2025-03-01T08:00:00Z,Ja takk; jeg kan\tmelde meg av,/n/,servicehverdag;ved-skranken',
    );
    expect(comma?.rows[0]?.row).toMatchObject({
      consentText: 'Ja takk; jeg kan\tmelde meg av',
      series: ['servicehverdag', 'ved-skranken'],
    });
    const semicolon = await read('email;state;consent_text', 'a@b.no;unsubscribed;Ja, takk');
    expect(semicolon?.rows[0]?.row.consentText).toBe('Ja, takk');
  });

  test('what Excel says of its cells is no header', async () => {
    const file = await read('sep=;', 'email;state', 'a@b.no;unsubscribed', 'ingen;active');
    expect(file?.rows.map(({ line, row }) => [line, row.email])).toEqual([[3, 'a@b.no']]);
    expect(file?.refused).toMatchObject([{ line: 4 }]);
  });

  test('a quotation mark that is never closed is told by its line', async () => {
    const file = await read(
      'email,state',
      'a@b.no,unsubscribed',
      '"c@d.no,unsubscribed',
      'e@f.no,x',
    );
    expect(file?.rows).toHaveLength(1);
    expect(file?.refused).toMatchObject([
      { line: 3, why: expect.stringContaining('anførselstegn') },
    ]);
  });

  test('a row with other cells than the header is refused by its line', async () => {
    const file = await read(
      'email,state,consent_text',
      'a@b.no,unsubscribed,ja, takk',
      'c@d.no,unsubscribed',
      'e@f.no,unsubscribed,ja',
    );
    expect(file?.refused).toMatchObject([
      { line: 2, email: 'a@b.no', why: expect.stringContaining('4 ruter') as string },
      { line: 3, email: 'c@d.no', why: expect.stringContaining('2 ruter') as string },
    ]);
    expect(file?.rows).toHaveLength(1);
  });

  test.each([
    ['01.03.2025 09:05', '2025-03-01T08:05:00.000Z'],
    ['1.7.2025 kl. 9', '2025-07-01T07:00:00.000Z'],
    ['01.02.2025', '2025-01-31T23:00:00.000Z'],
    ['1. mars 2025', '2025-02-28T23:00:00.000Z'],
    ['2025-03-01 09:05', '2025-03-01T08:05:00.000Z'],
    ['2025-03-01', '2025-02-28T23:00:00.000Z'],
    ['2025-03-01T09:05:00+02:00', '2025-03-01T07:05:00.000Z'],
    ['2025-03-01 09:05:00 UTC', '2025-03-01T09:05:00.000Z'],
    ['', null],
  ])('reads a time as it is written here: %s', async (written, at) => {
    const file = await read('email,state,unsubscribed_at', `a@b.no,unsubscribed,${written}`);
    expect(file?.rows[0]?.row.unsubscribedAt).toBe(at);
  });

  test.each(['i fjor', '31.02.2025', '2025-02-31', '2025-13-01', '01.03', '03/2025', '01.03.2027'])(
    'a time that cannot be read, %s, is refused with its column and value',
    async (written) => {
      const file = await read('email,state,unsubscribed_at', `a@b.no,unsubscribed,${written}`);
      expect(file?.refused[0]?.why).toMatch(/unsubscribed_at/);
      expect(file?.refused[0]?.why).toContain(`«${written}»`);
    },
  );

  test('addresses are read as they were copied', async () => {
    const typed = ['" a@b.no\u00a0"', 'Kari <c@d.no>', 'mailto:e@f.no', 'g@h.no\u200b'];
    const file = await read('email,state', ...typed.map((each) => `${each},unsubscribed`));
    expect(file?.rows.map(({ row }) => row.email)).toEqual([
      'a@b.no',
      'c@d.no',
      'e@f.no',
      'g@h.no',
    ]);
  });

  test('a Norwegian date may have a year of two figures', async () => {
    const file = await readAll('email,state,unsubscribed_at\na@b.no,unsubscribed,1.3.25\n');
    expect(file && 'rows' in file && file.rows[0]?.row.unsubscribedAt).toBe(
      '2025-02-28T23:00:00.000Z',
    );
  });

  test('columns that nobody knows are asked about, and read as they are chosen', async () => {
    const csv = 'Adresse,Navn,Med\na@b.no,Kari,ja\n';
    expect(await readAll(csv)).toEqual({
      header: ['Adresse', 'Navn', 'Med'],
      samples: [['a@b.no', 'Kari', 'ja']],
    });
    const chosen = 'Adresse,Navn,Med\na@b.no,Kari,avmeldt\n';
    const file = await readAll(chosen, { mapping: { email: 0, state: 2 } });
    expect(file && 'rows' in file && file.rows[0]?.row).toMatchObject({
      email: 'a@b.no',
      state: 'unsubscribed',
    });
  });

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
