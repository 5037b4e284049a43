import { expect, test } from 'vitest';
import { readSubscriberFile, type Told } from './subscriber-file.ts';

const now = new Date('2026-11-23T12:00:00Z');
const readAll = (csv: string, told: Told = {}) =>
  readSubscriberFile(csv, { current: () => undefined, now, told });
const told = { consentText: 'Ja, send meg nye saker.', consentPage: '/nyhetsbrev/' };
test.each<[string, string[], string[]]>([
  [
    'Ghost',
    [
      'id,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at,deleted_at,labels,tiers',
      '1,inne@eksempel.no,Jo,,true,false,,2021-05-03T08:00:00.000Z,,"a,b",',
      '2,ute@eksempel.no,,,false,false,,2021-05-03T08:00:00.000Z,,,',
    ],
    ['active 2021-05-03T08:00:00.000Z', 'unsubscribed 2021-05-03T08:00:00.000Z'],
  ],
  [
    'Substack',
    [
      'email,active_subscription,expiry,plan,email_disabled,created_at',
      'inne@eksempel.no,false,,other,false,2022-01-02T03:04:05.000Z',
      'ute@eksempel.no,false,,other,true,2022-01-02T03:04:05.000Z',
    ],
    ['active 2022-01-02T03:04:05.000Z', 'unsubscribed 2022-01-02T03:04:05.000Z'],
  ],
  [
    'Mailchimp',
    [
      'Email Address,First Name,OPTIN_TIME,CONFIRM_TIME,LEID,TAGS',
      'inne@eksempel.no,Ada,2024-01-01 10:00:00,2024-01-01 10:05:00,1,"""kunder"",""x"""',
    ],
    ['active 2024-01-01T10:05:00.000Z'],
  ],
  [
    'Mailchimp',
    [
      'Email Address,OPTIN_TIME,CONFIRM_TIME,UNSUB_TIME,UNSUB_REASON',
      'ute@eksempel.no,2024-01-01 10:00:00,2024-01-01 10:05:00,2024-02-01 10:00:00,N/A',
    ],
    ['unsubscribed 2024-01-01T10:05:00.000Z'],
  ],
  [
    'Mailchimp',
    ['Email Address,OPTIN_TIME,CLEAN_TIME', 'd@eksempel.no,,2024-02-01 10:00:00'],
    ['suppressed null'],
  ],
  [
    'MailPoet',
    [
      'Email,First name,List status,Global status,Created at',
      'inne@eksempel.no,Kari,subscribed,subscribed,2023-04-05 06:07:08',
      'ute@eksempel.no,Ola,subscribed,unsubscribed,2023-04-05 06:07:08',
      'd@eksempel.no,Ola,subscribed,bounced,2023-04-05 06:07:08',
    ],
    [
      'active 2023-04-05T06:07:08.000Z',
      'unsubscribed 2023-04-05T06:07:08.000Z',
      'suppressed 2023-04-05T06:07:08.000Z',
    ],
  ],
  [
    'Beehiiv',
    [
      'email,status,created_at,subscription_tier',
      'inne@eksempel.no,active,2023-04-05T06:07:08Z,free',
      'ute@eksempel.no,inactive,2023-04-05T06:07:08Z,free',
    ],
    ['active 2023-04-05T06:07:08.000Z', 'unsubscribed 2023-04-05T06:07:08.000Z'],
  ],
  [
    'Beehiiv',
    [
      'email,First Name,status,tier,created_at,unsubscribed_at',
      'inne@eksempel.no, Kari ,active,free,2023-03-24 10:23:10 UTC,',
      ',,,,,',
    ],
    ['active 2023-03-24T10:23:10.000Z'],
  ],
  [
    'Resend',
    [
      'id,created_at,first_name,last_name,email,unsubscribed',
      '1,2024-01-02 03:04:05.678+00,A,B,inne@eksempel.no,false',
      '2,2024-01-02 03:04:05.678+00,A,B,ute@eksempel.no,true',
    ],
    ['active 2024-01-02T03:04:05.678Z', 'unsubscribed 2024-01-02T03:04:05.678Z'],
  ],
])('knows an export of %s', async (service, lines, expected) => {
  const file = await readAll(lines.join('\n'), told);
  if (!file || !('rows' in file)) throw new Error('not read');
  expect(file.refused).toEqual([]);
  expect(file.service).toBe(service);
  expect(file.rows.map(({ row }) => `${row.state} ${String(row.confirmedAt)}`)).toEqual(expected);
  // Nobody is active whose consent nobody knows the words of.
  const untold = await readAll(lines.join('\n'));
  const active = untold && 'rows' in untold ? untold.rows : [];
  expect(active.some(({ row }) => row.state === 'active')).toBe(false);
});

test('who has not confirmed where the file comes from is refused, in words that say so', async () => {
  const file = await readAll('Email,List status\na@b.no,unconfirmed\n', told);
  expect(file && 'rows' in file && [file.rows, file.refused[0]?.why]).toEqual([
    [],
    expect.stringContaining('ikke bekreftet'),
  ]);
});

test('of two columns with addresses somebody says which it is', async () => {
  for (const header of ['email,navn,email', 'E-post,epost', 'email,e-mail']) {
    const file = await readAll(
      `${header}\na@b.no,${header.includes('navn') ? 'A,' : ''}c@d.no\n`,
      told,
    );
    expect(file && 'header' in file).toBe(true);
  }
});
