import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { tidyText } from '../content/model/tidy-text.ts';
import { aBlock, aBody, anArticle } from './testing/make-article.ts';
import { startRoom, type Room } from './testing/start-room.ts';

/** The Big List of Naughty Strings through every text field that an editor has. */
const file = new URL('./testing/fixtures/blns/blns.json', import.meta.url);
const strings = z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8')));

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

/** 201, or a refusal in words; never a failure. What is kept is what was sent, but for what nobody sees. */
async function send(path: string, data: Record<string, unknown>, kept: Record<string, string>) {
  const { status, body } = await room.ask('admin', 'POST', path, data);
  if (status === 400) {
    expect(body.errors[0].message, JSON.stringify(data)).toMatch(/\p{L}{3}/u);
    return;
  }
  expect(status, JSON.stringify([data, body])).toBe(201);
  for (const [field, value] of Object.entries(kept)) expect(body.doc[field]).toBe(tidyText(value));
}

test('articles take them, published and all', async () => {
  expect(strings.length).toBeGreaterThan(500);
  for (const words of strings) {
    const box = aBlock('factBox', { title: words, source: words, content: aBody(words) });
    const body = aBody(words, box, aBlock('pullQuote', { quote: words, attribution: words }));
    const interviewees = [{ name: words, role: words }];
    const data = { title: words, lead: words, place: words, tags: [words], interviewees, body };
    await send('/articles?depth=0', anArticle({ ...data, kind: 'interview' }), {
      ...{ title: words, lead: words, place: words },
    });
  }
}, 180_000);

test.each([
  ['/authors', ['name', 'role', 'bio']],
  ['/series', ['name', 'description']],
  ['/organisations', ['name', 'about', 'source', 'disclosure']],
])(
  '%s take them',
  async (path, fields) => {
    for (const words of strings) {
      const data = Object.fromEntries(fields.map((field) => [field, words]));
      await send(path, data, data);
    }
  },
  120_000,
);
