import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBlock, aBody, aForm, anArticle } from '../testing/make-article.ts';
import { startRoom, type Room } from '../testing/start-room.ts';
import { newBatch, newDelivery, newMailing, newSubscriber } from '../newsletter/store/new-rows.ts';

let room: Room;
let [mailing, subscriber] = ['', ''];
beforeAll(async () => {
  room = await startRoom();
  // Something that is out, with its picture and its sound.
  const { body } = await create('admin', 'media');
  const sound = await create('admin', 'files');
  const text = aBody('Hør.', aBlock('sound', { file: sound.body.doc.id, title: 'Kø' }));
  const out = { ...anArticle({ title: fresh() }), heroImage: body.doc.id, body: text };
  expect((await room.ask('editor', 'POST', '/articles', out)).status).toBe(201);
  [mailing, subscriber] = [await aRow('mailings'), await aRow('subscribers')];
});
afterAll(() => room.stop());

const roles = { R: 'anonymous', W: 'writer', E: 'editor', A: 'admin' } as const;
type Letter = keyof typeof roles;
const letters = Object.keys(roles) as Letter[];
const operations = ['read', 'create', 'update', 'delete'] as const;
type Operation = (typeof operations)[number];

let serial = 0;
const fresh = () => `Rolleprøve ${String((serial += 1))}`;
const draft = () => anArticle({ title: fresh(), _status: 'draft' });

const next = (name: string) => `${name}-${String((serial += 1))}`;
const now = () => new Date().toISOString();

/** What makes one, and a change of it. */
const documents: Record<string, { make: () => object; change: object }> = {
  articles: { make: draft, change: { lead: 'Endret.', _status: 'draft' } },
  categories: { make: () => ({ name: fresh() }), change: { description: 'Endret.' } },
  series: { make: () => ({ name: fresh() }), change: { description: 'Endret.' } },
  authors: { make: () => ({ name: fresh() }), change: { role: 'Endret' } },
  organisations: { make: () => ({ name: fresh() }), change: { about: 'Endret.' } },
  redirects: { make: () => ({ from: `/${next('gammel')}/`, to: '/om/' }), change: { to: '/om/' } },
  media: { make: () => ({}), change: { alt: 'Endret' } },
  files: { make: () => ({}), change: { title: 'Endret' } },
  users: {
    make: () => ({
      ...{ name: fresh(), email: `${next('prove')}@example.com`, role: 'writer' },
      password: 'et langt og godt passord',
    }),
    change: { name: 'Endret' },
  },
  subscribers: {
    make: () => ({ ...newSubscriber, state: 'active', address: `${next('s')}@example.com` }),
    change: { frequency: 'weekly' },
  },
  mailings: {
    make: () => ({ ...newMailing, key: next('alert'), kind: 'alert', requestedAt: now() }),
    change: { decision: 'cancel' },
  },
  'quote-checks': {
    make: () => ({ article: next('a'), name: fresh(), quotes: [], at: now() }),
    change: { name: 'Endret' },
  },
  'quote-answers': {
    make: () => ({ check: next('q'), act: 'opened', at: now() }),
    change: { act: 'approved' },
  },
  deliveries: {
    make: () => ({
      ...{ ...newDelivery, key: next('k'), slot: next('s'), mailing, subscriber },
      ...{ position: 0, state: 'waiting' },
    }),
    change: { state: 'accepted' },
  },
  batches: {
    make: () => ({ ...newBatch, key: next('b'), mailing, start: 0, size: 1 }),
    change: { state: 'settled' },
  },
  log: {
    make: () => ({ ...{ at: now(), who: 'x', act: 'published', what: 'x' }, document: 'x' }),
    change: { what: 'y' },
  },
  receipts: { make: () => ({ article: next('a'), revision: 'r' }), change: { revision: 's' } },
  tombstones: { make: () => ({ type: 'article', documentId: next('t') }), change: { path: '/' } },
};
const globals: Record<string, object> = {
  publication: { tagline: 'Endret' },
  'front-page': {},
  'newsletter-settings': { mostPerDay: 5 },
  security: {},
  starter: {},
};
/** Made by an administrator; the others are rows that the system writes. */
const byHand = new Set(['articles', 'files', 'media', 'redirects', 'users']);

/** A sound, as short as one can be. */
const aSound = () => ({
  ...{ data: Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0]), Buffer.alloc(400)]) },
  ...{ name: `${next('lyd')}.mp3`, type: 'audio/mpeg', fields: { title: 'Lyd' } },
});
const forms: Record<string, () => Promise<FormData>> = {
  files: () => aForm(aSound()),
  media: () => aForm(),
};

const create = async (who: (typeof roles)[Letter], collection: string) => {
  const body = (await forms[collection]?.()) ?? documents[collection]?.make();
  const query = collection === 'articles' ? '?draft=true' : '';
  return room.ask(who, 'POST', `/${collection}${query}`, body);
};

async function aRow(collection: string): Promise<string> {
  if (byHand.has(collection)) return String((await create('admin', collection)).body.doc.id);
  const row = await room.payload.db.create({
    // why: rows of any collection
    collection: collection as 'articles',
    data: (documents[collection]?.make() ?? {}) as never,
  });
  return String(row.id);
}

async function may(letter: Letter, collection: string, operation: Operation): Promise<boolean> {
  const who = roles[letter];
  if (operation === 'create') return (await create(who, collection)).status === 201;
  const id = await aRow(collection);
  const path = `/${collection}`;
  switch (operation) {
    case 'read': {
      const { status, body } = await room.ask(who, 'GET', `${path}?limit=100`);
      return status === 200 && body.docs.length > 0;
    }
    case 'update': {
      const query = collection === 'articles' ? '?draft=true' : '';
      const change = documents[collection]?.change;
      return (await room.ask(who, 'PATCH', `${path}/${id}${query}`, change)).status === 200;
    }
    case 'delete':
      return (await room.ask(who, 'DELETE', `${path}/${id}`)).status === 200;
  }
}

async function mayWithGlobal(letter: Letter, slug: string, operation: Operation) {
  const isReading = operation === 'read';
  const [method, body] = isReading ? ['GET', undefined] : ['POST', globals[slug]];
  return (await room.ask(roles[letter], String(method), `/globals/${slug}`, body)).status === 200;
}

const table = readFileSync('docs/roles.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| [a-z][^|]*\|(?:[^|]*\|){4}$/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .map(([name = '', ...cells]) => ({ name, cells }));

test('the table has a row for everything that there is', () => {
  const there = [
    ...Object.keys(room.payload.collections).filter((slug) => !slug.startsWith('payload-')),
    ...room.payload.globals.config.map(({ slug }) => slug),
  ];
  expect(table.map(({ name }) => name).toSorted()).toEqual(there.toSorted());
});

test.each(table)('$name', async ({ name, cells }) => {
  const isGlobal = name in globals;
  const found: string[] = [];
  for (const operation of operations) {
    if (isGlobal && (operation === 'create' || operation === 'delete')) {
      found.push('');
      continue;
    }
    const allowed: Letter[] = [];
    for (const letter of letters) {
      const ask = isGlobal ? mayWithGlobal : may;
      if (await ask(letter, name, operation)) allowed.push(letter);
    }
    found.push(allowed.join(' ') || '–');
  }
  if (process.env['PRINT_ROLES']) console.log('ROLE', `| ${[name, ...found].join(' | ')} |`);
  expect(found).toEqual(cells);
});
