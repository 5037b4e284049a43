import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBlock, aBody, anArticle } from '../testing/make-article.ts';
import { startRoom, type Room } from '../testing/start-room.ts';
import { startProvider, type Provider } from '../newsletter/testing/start-provider.ts';
import { quotesView, type QuotesView } from './quote-view.ts';
import { forgetOldChecks } from './read-checks.ts';

let room: Room;
let provider: Provider;
beforeAll(async () => {
  provider = await startProvider();
  room = await startRoom({ environment: { RESEND_BASE_URL: provider.url } });
});
afterAll(async () => {
  await room.stop();
  await provider.stop();
});

const question = 'Hva var vanskeligst?';
const answers = ['Å la være å svare.', 'Og å vente.'];
const secret = 'Dette avsnittet er redaksjonens eget.';

async function anInterview(): Promise<string> {
  const body = aBody(
    secret,
    'Køen er borte.',
    '– Vi spurte hvorfor de ringte.',
    aBlock('questionAnswer', { question, answer: aBody(...answers) }),
  );
  const draft = anArticle({ kind: 'interview', interviewees: [{ name: 'Kari Moe' }], body });
  const made = await room.ask('writer', 'POST', '/articles?draft=true', {
    ...draft,
    _status: 'draft',
  });
  return made.body.doc.id;
}

const viewOf = async (id: string) =>
  quotesView.parse((await room.ask('writer', 'GET', `/desk/quotes/${id}`)).body);
const firstOf = ({ checks }: QuotesView) => {
  const [check] = checks;
  if (check === undefined) throw new Error('no check');
  return check;
};
const pathOf = ({ url }: { url: string }) => url.slice(url.indexOf('/api') + 4);
const post = (path: string, body: Record<string, string>) =>
  room.ask('anonymous', 'POST', path, body);
const warningsOf = async (id: string) =>
  (await room.ask('writer', 'GET', `/desk/checklist/${id}`)).body.items
    .filter(({ field }: { field: string }) => field === 'quotes')
    .map(({ sentence }: { sentence: string }) => sentence);

async function aCheck(email = ''): Promise<{ id: string; view: QuotesView; path: string }> {
  const id = await anInterview();
  const [person] = (await viewOf(id)).people;
  const asked = { name: person?.name, quotes: person?.quotes, email };
  const { status, body } = await room.ask('writer', 'POST', `/desk/quotes/${id}`, asked);
  expect(status, JSON.stringify(body)).toBe(200);
  const view = quotesView.parse(body);
  return { id, view, path: pathOf(firstOf(view)) };
}

test('a person sees her own words, in context, after she has opened them; a look at the link is no visit', async () => {
  const { id, view, path } = await aCheck();
  expect(firstOf(view)).toMatchObject({ name: 'Kari Moe', state: 'waiting', isOpen: true });
  expect(await warningsOf(id)).toEqual(['Kari Moe har ikke svart på sitatsjekken.']);

  const seen = await room.ask('anonymous', 'GET', path);
  expect(seen.status).toBe(200);
  expect(seen.headers.get('set-cookie')).toBeNull();
  for (const answer of answers) expect(seen.body).not.toContain(answer);
  expect(firstOf(await viewOf(id)).state).toBe('waiting');

  const opened = await post(path, { action: 'open' });
  for (const words of [question, ...answers, 'Køen er borte.', 'Vi spurte hvorfor de ringte.'])
    expect(opened.body).toContain(words);
  expect(opened.body).not.toContain(secret);
  expect(firstOf(await viewOf(id)).state).toBe('opened');
});

test('she approves or comments, each quote for itself, and may think again', async () => {
  const { id, path } = await aCheck();
  const half = { action: 'answer', 'answer-0': 'approved', 'answer-1': 'commented' };
  const refused = await post(path, { ...half, 'comment-1': '' });
  expect(refused.status).toBe(400);
  expect(refused.body).toContain('Skriv hva som er galt');
  expect(refused.body).toMatch(/name="answer-0" value="approved" checked/);
  expect(firstOf(await viewOf(id)).state).toBe('waiting');

  const whole = { ...half, 'comment-1': 'Jeg sa det ikke slik.', 'answer-2': 'approved' };
  expect((await post(path, whole)).status).toBe(200);
  const check = firstOf(await viewOf(id));
  expect(check.quotes.map(({ answer }) => answer)).toEqual(['approved', 'commented', 'approved']);
  expect(check.quotes[1]?.comment).toBe('Jeg sa det ikke slik.');
  expect(check.log.map(({ sentence }) => sentence)).toContain('Kommenterte sitat 2');
  expect(await warningsOf(id)).toEqual(['Kari Moe har en kommentar i sitatsjekken.']);

  await post(path, { ...whole, 'answer-1': 'approved' });
  expect(await warningsOf(id)).toEqual([]);
  await room.ask('writer', 'PATCH', `/articles/${id}?draft=true`, {
    ...{ body: aBody('– Vi spurte hvorfor de ringte.'), _status: 'draft' },
  });
  expect(await warningsOf(id)).toEqual(['Noe som Kari Moe har godkjent, er endret siden.']);
  const log = await room.ask('admin', 'GET', `/log?where[document][equals]=${id}&limit=20`);
  expect(log.body.docs.map(({ act }: { act: string }) => act)).toContain('quotes-answered');
});

test('a pull quote counts as it stands, whether the text repeats it or not', async () => {
  const pulled = 'Vi lot den ringe.';
  const draft = anArticle({
    ...{ kind: 'interview', interviewees: [{ name: 'Kari Moe' }], _status: 'draft' },
    body: aBody('Noe annet.', aBlock('pullQuote', { quote: pulled })),
  });
  const { id } = (await room.ask('writer', 'POST', '/articles?draft=true', draft)).body.doc;
  const [person] = (await viewOf(id)).people;
  expect(person?.quotes.map(({ quote }) => quote)).toEqual([pulled]);
  const asked = { name: person?.name, quotes: person?.quotes };
  const { body } = await room.ask('writer', 'POST', `/desk/quotes/${id}`, asked);
  await post(pathOf(firstOf(quotesView.parse(body))), {
    ...{ action: 'answer', 'answer-0': 'approved' },
  });
  expect(await warningsOf(id)).toEqual([]);
});

test('words added behind what she approved are told, beside a comment on something else', async () => {
  const draft = (body: object) =>
    anArticle({
      ...{ kind: 'interview', interviewees: [{ name: 'Kari Moe' }], _status: 'draft', body },
      title: '«Køen» er borte',
    });
  const before = aBody('«Vi svarer når vi kan», sier Kari Moe.', '– Det tok et år, sier Kari Moe.');
  const made = await room.ask('writer', 'POST', '/articles?draft=true', draft(before));
  const { id } = made.body.doc;
  const [person] = (await viewOf(id)).people;
  const asked = { name: person?.name, quotes: person?.quotes };
  const { body } = await room.ask('writer', 'POST', `/desk/quotes/${id}`, asked);
  const path = pathOf(firstOf(quotesView.parse(body)));
  const page = await room.ask('anonymous', 'GET', path);
  expect(page.body).toContain('«‘Køen’ er borte», som ikke er publisert ennå');
  await post(path, {
    ...{ action: 'answer', 'answer-0': 'approved' },
    ...{ 'answer-1': 'commented', 'comment-1': 'Halvannet.' },
  });
  expect(await warningsOf(id)).toEqual(['Kari Moe har en kommentar i sitatsjekken.']);
  const after = aBody(
    '– Vi svarer når vi kan. Eller ikke, sier Kari Moe.',
    '– Det tok et år, sier Kari Moe.',
  );
  await room.ask('writer', 'PATCH', `/articles/${id}?draft=true`, {
    body: after,
    _status: 'draft',
  });
  expect(await warningsOf(id)).toEqual([
    'Kari Moe har en kommentar i sitatsjekken.',
    'Noe som Kari Moe har godkjent, er endret siden.',
  ]);
  await room.ask('editor', 'PATCH', `/articles/${id}`, { _status: 'published' });
  expect((await room.ask('anonymous', 'GET', path)).body).not.toContain('ikke er publisert');
});

test('an answer that is too long is refused with a sentence, and one near the limit is taken whole', async () => {
  const { id, path } = await aCheck();
  const commented = (comment: string) => ({
    ...{ action: 'answer', 'answer-0': 'approved', 'answer-2': 'approved' },
    ...{ 'answer-1': 'commented', 'comment-1': comment },
  });
  const most = 'å'.repeat(5_000);
  expect((await post(path, commented(`${most}!`))).status).toBe(400);
  expect((await post(path, commented('å'.repeat(600_000)))).status).toBe(413);
  expect((await post(path, commented(most))).status).toBe(200);
  expect(firstOf(await viewOf(id)).quotes[1]?.comment).toBe(most);
});

test('the link goes by mail once, however often it is asked for', async () => {
  const { id, view } = await aCheck('kari@eksempel.no');
  expect(firstOf(view).isMailed).toBe(true);
  await room.ask('writer', 'POST', `/desk/quotes/${id}/${firstOf(view).id}/mail`);
  const mails = provider.accepted().filter(({ to }) => to.includes('kari@eksempel.no'));
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).toContain(firstOf(view).url);
});

test('a mail that does not leave is told, and the link is there', async () => {
  provider.disturb = () => ({ status: 500, html: false });
  const { view } = await aCheck('ola@eksempel.no');
  provider.disturb = () => undefined;
  expect(firstOf(view)).toMatchObject({ isMailed: false, isOpen: true });
  expect(view.problem).toContain('E-posten gikk ikke ut');
});

test('links that are ended, expired, changed or foreign show nothing', async () => {
  const ended = await aCheck();
  await room.ask('writer', 'POST', `/desk/quotes/${ended.id}/${firstOf(ended.view).id}/end`);
  const expired = await aCheck();
  await room.payload.db.updateOne({
    ...{ collection: 'quote-checks', id: firstOf(expired.view).id },
    data: { expiresAt: new Date(0).toISOString() },
  });
  for (const { path } of [ended, expired])
    for (const method of ['GET', 'POST'])
      expect((await room.ask('anonymous', method, path, undefined)).status).toBe(410);
  for (const path of [`${ended.path}x`, '/quote-check?token=', '/quote-check'])
    expect((await post(path, { action: 'open' })).status).toBe(404);
});

test('without an account nobody asks for one, and what cannot be read is said', async () => {
  const id = await anInterview();
  const path = `/desk/quotes/${id}`;
  expect((await room.ask('anonymous', 'GET', path)).status).toBe(401);
  expect((await room.ask('anonymous', 'POST', path, {})).status).toBe(401);
  const quotes = [{ quote: 'x', before: '', after: '' }];
  for (const [asked, said] of [
    [{ name: ' ', quotes }, /Velg hvem/],
    [{ name: 'Kari', email: 'kari', quotes }, /E-postadressen/],
    [{ name: 'Kari', quotes: [{ quote: ' ', before: '', after: '' }] }, /minst ett sitat/],
  ] as const) {
    const answer = await room.ask('writer', 'POST', path, asked);
    expect([answer.status, answer.body.errors[0].message]).toEqual([
      400,
      expect.stringMatching(said),
    ]);
  }
});

test('after twelve months nothing of it is left', async () => {
  const { id, path } = await aCheck();
  await post(path, { action: 'open' });
  const later = new Date();
  later.setUTCMonth(later.getUTCMonth() + 13);
  await forgetOldChecks(room.payload, later);
  expect((await viewOf(id)).checks).toEqual([]);
  expect((await room.payload.count({ collection: 'quote-answers' })).totalDocs).toBe(0);
});
