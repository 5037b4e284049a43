import { afterAll, beforeAll, expect, test } from 'vitest';
import { eraseSubscriber } from '../erase-subscriber.ts';
import type { SubscriberRow } from '../../store/rows.ts';
import { ask, asUser } from '../../testing/ask.ts';
import { aSubscriber, startNewsroom, type Newsroom } from '../../testing/start-newsroom.ts';

let newsroom: Newsroom;
let admin: Awaited<ReturnType<typeof asUser>>;
beforeAll(async () => {
  newsroom = await startNewsroom();
  admin = await asUser(newsroom, 'admin');
});
afterAll(() => newsroom.stop());

async function handIn(csv: string, user = admin): Promise<Response> {
  const body = new FormData();
  body.set('file', new Blob([csv], { type: 'text/csv' }), 'abonnenter.csv');
  return ask(newsroom, '/api/newsletter/import', { method: 'POST', body, ...user });
}
const rowOf = (address: string) =>
  newsroom.payload.db.findOne<SubscriberRow>({
    collection: 'subscribers',
    where: { address: { equals: address } },
  });
const proof = '2025-03-01T08:00:00Z,Ja takk,/nyhetsbrev/';

test('takes over who is new; a known address keeps what it has', async () => {
  await aSubscriber(newsroom, { email: 'borte@eksempel.no', state: 'unsubscribed' });
  const erased = await aSubscriber(newsroom, { email: 'slettet@eksempel.no', state: 'suppressed' });
  await eraseSubscriber(newsroom.payload, erased.id);
  const answer = await handIn(
    [
      'email,state,confirmed_at,consent_text,consent_page',
      `ny@eksempel.no,active,${proof}`,
      `borte@eksempel.no,active,${proof}`,
      `slettet@eksempel.no,active,${proof}`,
      'uten-bevis@eksempel.no,active,,,',
      'sperret@eksempel.no,suppressed,,,',
    ].join('\n'),
  );
  const page = await answer.text();
  expect(page).toContain('Hentet inn: 1 aktive, 0 avmeldte, 1 sperrede.');
  expect(page).toContain('3 linjer ble ikke hentet inn');
  expect(page).toContain('Linje 5, uten-bevis@eksempel.no: mangler bevis');
  expect(await rowOf('ny@eksempel.no')).toMatchObject({ state: 'active', consentText: 'Ja takk' });
  expect(await rowOf('borte@eksempel.no')).toMatchObject({ state: 'unsubscribed' });
  expect(await rowOf('slettet@eksempel.no')).toBeNull();
  expect(await rowOf('sperret@eksempel.no')).toMatchObject({ state: 'suppressed' });
  expect(newsroom.provider.accepted()).toEqual([]);
});

test('what goes out comes in again, in an empty house', async () => {
  const out = await ask(newsroom, '/api/newsletter/subscribers.csv', admin);
  expect(out.headers.get('content-type')).toMatch(/^text\/csv/);
  const csv = await out.text();
  const before = await rowOf('ny@eksempel.no');
  await newsroom.payload.db.deleteMany({ collection: 'subscribers', where: {} });
  expect(await (await handIn(csv)).text()).toMatch(/Hentet inn: 1 aktive, 1 avmeldte, 1 sperrede/);
  expect(await rowOf('ny@eksempel.no')).toMatchObject({
    state: 'active',
    confirmedAt: before?.confirmedAt,
    consentText: before?.consentText,
  });
});

test('is for administrators, and says what is wrong with a file', async () => {
  const editor = await asUser(newsroom, 'editor');
  expect((await ask(newsroom, '/api/newsletter/subscribers.csv', editor)).status).toBe(403);
  expect((await handIn('email,state\na@eksempel.no,suppressed', editor)).status).toBe(403);
  expect((await ask(newsroom, '/api/newsletter/import', admin)).status).toBe(200);
  const wrong = await handIn('"halv');
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('CSV UTF-8');
});

test('every field comes in as it went out, whatever its text holds', async () => {
  const texts = [
    ...['=1+1', "'=1+1", "''x", '-5', '@hei', '+47', '\tinnrykk', '\rretur', "'", '"anførsel"'],
    ...[
      'to\nlinjer',
      'to\r\nlinjer',
      'en\rto',
      ' blank foran og bak ',
      'a;b,c\td',
      '＝1',
      'blåbær «»',
    ],
  ];
  const fields = (text: string, n: number) => ({
    ...{ consentText: text, consentVersion: text, consentPage: text, consentMethod: text },
    frequency: n % 2 === 0 ? 'weekly' : 'each',
    requestedAt: '2025-01-02T03:04:05.678Z',
    confirmedAt: '2025-01-03T03:04:05.678Z',
  });
  const wanted = new Map(
    texts.map((text, n) => [`tekst-${n}@eksempel.no`, fields(text, n)] as const),
  );
  await newsroom.payload.db.deleteMany({ collection: 'subscribers', where: {} });
  for (const [address, row] of wanted) {
    const { id } = await aSubscriber(newsroom, { email: address, address });
    await newsroom.payload.db.updateOne({ collection: 'subscribers', id, data: { ...row } });
  }
  const csv = await (await ask(newsroom, '/api/newsletter/subscribers.csv', admin)).text();
  await newsroom.payload.db.deleteMany({ collection: 'subscribers', where: {} });
  expect(await (await handIn(csv)).text()).toContain(`Hentet inn: ${texts.length} aktive`);
  for (const [address, row] of wanted) expect(await rowOf(address)).toMatchObject(row);
});

test('a file with columns that nobody knows is asked about, and not chosen twice', async () => {
  const csv = 'Adresse;Navn;Stilling;Dato\nny-2@eksempel.no;Kari;aktiv;01.03.2025\n';
  const asked = await handIn(csv);
  expect(asked.status).toBe(422);
  const page = await asked.text();
  expect(page).toContain('Hvilken kolonne er hva?');
  expect(page).toContain('F.eks. ny-2@eksempel.no');
  const answer = async (kept: string, user = admin) => {
    const body = new FormData();
    const said = { kept, 'column-email': '0', 'column-state': '2', 'column-confirmed_at': '3' };
    for (const [name, value] of Object.entries(said)) body.set(name, value);
    body.set('consent_text', 'Ja, takk til e-post.');
    body.set('consent_page', 'messe i Bodø');
    return ask(newsroom, '/api/newsletter/import', { method: 'POST', body, ...user });
  };
  const kept = /name="kept" value="([^"]+)"/.exec(page)?.[1] ?? '';
  expect(await (await answer('no-such-file')).text()).toContain('Velg den en gang til');
  expect(await (await answer(kept)).text()).toContain('Hentet inn: 1 aktive');
  expect(await rowOf('ny-2@eksempel.no')).toMatchObject({
    ...{ state: 'active', confirmedAt: '2025-02-28T23:00:00.000Z' },
    ...{ consentText: 'Ja, takk til e-post.', consentPage: 'messe i Bodø' },
  });
});

test('a file without a column for the state is told it once for all', async () => {
  const asked = await handIn('Adresse;Navn\nborte-1@eksempel.no;Kari\nborte-2@eksempel.no;Ola\n');
  const page = await asked.text();
  expect(page).toContain('Ingen kolonne: alle har meldt seg av');
  const body = new FormData();
  const kept = /name="kept" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const said = { kept, 'column-email': '0', 'column-state': 'unsubscribed' };
  for (const [name, value] of Object.entries(said)) body.set(name, value);
  const answer = await ask(newsroom, '/api/newsletter/import', { method: 'POST', body, ...admin });
  expect(await answer.text()).toContain('2 avmeldte');
  expect(await rowOf('borte-2@eksempel.no')).toMatchObject({ state: 'unsubscribed' });
});

test('what another service’s file does not say is asked for once, and the file is not chosen twice', async () => {
  const csv = [
    'Email Address,First Name,OPTIN_TIME,CONFIRM_TIME',
    'mc-1@eksempel.no,Ada,2024-01-01 10:00:00,2024-01-01 10:05:00',
    'mc-2@eksempel.no,Bo,2024-01-01 10:00:00,',
  ].join('\n');
  const page = await (await handIn(csv)).text();
  expect(page).toContain('mc-1@eksempel.no: mangler bevis på samtykke: filen sier ikke');
  expect(page).toContain('Én aktiv abonnent kan hentes inn hvis');
  const kept = /name="kept" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const body = new FormData();
  const said = { kept, consent_text: 'Ja, send meg nytt.', consent_page: '/bli-med/' };
  for (const [name, value] of Object.entries(said)) body.set(name, value);
  const answer = await ask(newsroom, '/api/newsletter/import', { method: 'POST', body, ...admin });
  const after = await answer.text();
  expect(after).toContain('Hentet inn: 1 aktive');
  // Nobody knows whether the other confirmed.
  expect(after).toContain('mc-2@eksempel.no: mangler bevis på samtykke; be dem');
  expect(after).not.toContain('kan hentes inn hvis');
  expect(await rowOf('mc-1@eksempel.no')).toMatchObject({ consentText: 'Ja, send meg nytt.' });
});
