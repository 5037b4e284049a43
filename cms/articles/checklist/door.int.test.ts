import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBlock, aBody, anArticle, create } from '../../testing/make-article.ts';
import * as lexical from '../../testing/make-lexical.ts';
import { startRoom, type Room } from '../../testing/start-room.ts';
import { checklistSchema } from './checklist.ts';

let room: Room;
/** An article that was deleted, and a number of a series that is taken. */
let gone: string;
let series: string;
beforeAll(async () => {
  room = await startRoom();
  gone = (await create(room)).id;
  await room.ask('editor', 'DELETE', `/articles/${gone}`);
  series = (await room.ask('editor', 'POST', '/series', { name: 'Bak disken' })).body.doc.id;
  await create(room, { series, seriesNumber: 7 });
});
afterAll(() => room.stop());

const linked = (fields: Record<string, unknown>) =>
  lexical.paragraph({ type: 'link', version: 3, fields, children: [lexical.words('les mer')] });
const custom = (url: string) => linked({ linkType: 'custom', url });
const toArticle = (value: string | null) =>
  linked({ linkType: 'internal', doc: value === null ? null : { relationTo: 'articles', value } });

/** What editors leave unfinished, each part for itself; `undefined` leaves it as an article needs it. */
const parts = {
  title: fc.constantFrom(undefined, '', ' '),
  lead: fc.constantFrom(undefined, '', '\u200b'),
  kind: fc.constantFrom(undefined, 'interview'),
  publishedAt: fc.constantFrom(undefined, '2026-01-02T08:00:00.000Z', '2099-01-01T00:00:00.000Z'),
  marking: fc.constantFrom(undefined, 'advert'),
  sponsor: fc.constantFrom(undefined, 'Betaleren AS'),
  seriesNumber: fc.constantFrom(undefined, 7, 8, 0),
  interviewees: fc.constantFrom(undefined, [{ name: '' }], [{ name: 'Kari' }]),
  nodes: fc.array(
    fc.constantFrom(
      ...[() => 'Avsnitt.', () => custom('https://nav.no'), () => custom('javascript:alert(1)')],
      ...[() => custom(''), () => custom('mailto:'), () => toArticle(null)],
      ...[() => toArticle(gone), () => aBlock('pullQuote', {}), () => aBlock('image', {})],
      ...[() => aBlock('factBox', { title: 'Fakta', content: aBody(custom('\\\\server\\x')) })],
      ...[() => aBlock('factBox', { content: aBody('x') }), () => aBlock('articleLink', {})],
      ...[() => aBlock('articleLink', { article: gone }), () => aBlock('questionAnswer', {})],
      () => aBlock('pullQuote', { quote: 'Sitatet.' }),
    ),
    { maxLength: 3 },
  ),
};

test('the list stops what the door refuses, and nothing else, in the same words', async () => {
  await fc.assert(
    fc.asyncProperty(fc.record(parts), async ({ nodes, ...fields }) => {
      const given = Object.entries(fields).filter(([, value]) => value !== undefined);
      const draft = anArticle({
        ...{ ...Object.fromEntries(given), series, _status: 'draft' },
        body: aBody('Det begynte i mai.', ...nodes.map((make) => make())),
      });
      const made = await room.ask('editor', 'POST', '/articles?draft=true', draft);
      expect(made.status, JSON.stringify(made.body)).toBe(201);
      const { id } = made.body.doc;
      const list = await room.ask('editor', 'GET', `/desk/checklist/${id}`);
      const { items } = checklistSchema.parse(list.body);
      const stops = items.filter(({ level }) => level === 'stop').map(({ sentence }) => sentence);

      const path = `/articles/${id}`;
      const out = await room.ask('editor', 'PATCH', path, { _status: 'published' });
      expect([out.status, stops], JSON.stringify(draft)).toEqual([
        stops.length === 0 ? 200 : 400,
        stops,
      ]);
      const said = out.status === 200 ? [] : out.body.message.split('\n');
      for (const sentence of said) {
        const isListed = stops.some((stop) => sentence.endsWith(stop));
        expect(isListed, `${sentence} is not in\n${stops.join('\n')}`).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('a refusal names the words of the link and its address, at the door and in the list', async () => {
  const body = aBody(custom('javascript:alert(1)'));
  const draft = anArticle({ body, _status: 'draft' });
  const { id } = (await room.ask('editor', 'POST', '/articles?draft=true', draft)).body.doc;
  const list = await room.ask('editor', 'GET', `/desk/checklist/${id}`);
  const refused = await room.ask('editor', 'PATCH', `/articles/${id}`, { _status: 'published' });
  const sentence = list.body.items[0].sentence;
  expect(sentence).toMatch(/«les mer».*«javascript:alert\(1\)»/);
  expect(refused.body.message).toContain(sentence);
});

test.each(['owner', 'responsibleEditor'])(
  'nothing is published while %s is not told',
  async (name) => {
    const before = await room.payload.findGlobal({ slug: 'publication', depth: 0 });
    const set = (value: unknown) =>
      room.ask('editor', 'POST', '/globals/publication', { [name]: value });
    await set(' ');
    const draft = anArticle({ _status: 'draft' });
    const { id } = (await room.ask('editor', 'POST', '/articles?draft=true', draft)).body.doc;
    const list = await room.ask('editor', 'GET', `/desk/checklist/${id}`);
    const refused = await room.ask('editor', 'PATCH', `/articles/${id}`, { _status: 'published' });
    expect(refused.status).toBe(400);
    expect(refused.body.message).toContain(list.body.items[0].sentence);
    await set(before[name as 'owner']);
    const out = await room.ask('editor', 'PATCH', `/articles/${id}`, { _status: 'published' });
    expect(out.status).toBe(200);
  },
);
