import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newMailing } from '../newsletter/store/new-rows.ts';
import { create } from '../testing/make-article.ts';
import { startRoom, type Room } from '../testing/start-room.ts';

let room: Room;
let [article, mailing] = ['', ''];
beforeAll(async () => {
  room = await startRoom();
  article = (await create(room)).id;
  const row = {
    ...newMailing,
    key: 'alert-1',
    kind: 'alert',
    requestedAt: new Date().toISOString(),
  };
  const made = await room.payload.db.create({ collection: 'mailings', data: row });
  mailing = String((made as { id: string | number }).id); // why: a row that was just written has one
});
afterAll(() => room.stop());

const roles = { R: 'anonymous', W: 'writer', E: 'editor', A: 'admin' } as const;
type Letter = keyof typeof roles;
const letters = Object.keys(roles) as Letter[]; // why: keys of a const object

/** Of docs/roles.md: `| POST /desk/share/:articleId | W E A |`. */
const table = new Map(
  [
    ...readFileSync('docs/roles.md', 'utf8').matchAll(
      /^\| `((?:GET|POST) \/\S+)` *\| ([^|]+) \|/gm,
    ),
  ].map(([, act = '', who = '']) => [act, who.trim()]),
);

/** Every door beside the rows: of the desk, of the newsletter's screens, of moving. */
const acts = () =>
  room.payload.config.endpoints.flatMap(({ method, path }) =>
    /^\/(?:desk|moving|newsletter)\//.test(path) && ['get', 'post'].includes(method)
      ? [`${method.toUpperCase()} ${path}`]
      : [],
  );

/** Whether somebody gets past the door; what she wants there is none, so nothing is done behind it. */
async function opens(act: string, letter: Letter): Promise<boolean> {
  const [method = '', path = ''] = act.split(' ');
  const asked = path
    .replace(':articleId', article)
    .replace(':mailingId', mailing)
    .replace(/:\w+/g, 'ingen');
  const { status } = await room.ask(
    roles[letter],
    method as 'GET',
    asked,
    ...(method === 'GET' ? [] : [{}]),
  );
  // What is there, and is not found, is kept from who asks.
  const isHidden = status === 404 && !asked.includes('ingen');
  return status !== 401 && status !== 403 && !isHidden;
}

test('the table says of every act beside the rows who may do it', async () => {
  const found = new Map<string, string>();
  for (const act of acts()) {
    const open: Letter[] = [];
    for (const letter of letters) if (await opens(act, letter)) open.push(letter);
    found.set(act, open.join(' ') || '–');
  }
  expect(Object.fromEntries(table)).toEqual(Object.fromEntries(found));
}, 120_000);
