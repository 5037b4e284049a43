import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changesSchema } from '../../content/model/documents.ts';
import { aBlock, aBody, aForm, anArticle, create, upload } from '../testing/make-article.ts';
import { startRoom, type Room } from '../testing/start-room.ts';
import { readDesk } from '../dashboard/read-desk.ts';
import { endRights } from './rights.ts';
import { mendSearchTexts } from './search-pictures.ts';
import { reconcileMedia } from './show-media.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const daysFromNow = (days: number) => new Date(Date.now() + days * 24 * 3_600_000).toISOString();
const endsIn = (days: number) => upload(room, { fields: { rightsUntil: daysFromNow(days) } });

/** Everything the site is told, the last word on each. */
async function told(id: string): Promise<string | undefined> {
  const words = new Map<string, string>();
  for (let cursor: string | null = null, more = true; more;) {
    const answer = await room.ask('publisher', 'POST', '/publish/changes', { cursor, limit: 100 });
    const page = changesSchema.parse(answer.body);
    for (const change of page.changes) {
      const of =
        change.type === 'removed' ? change.id : 'id' in change.document && change.document.id;
      words.set(String(of), change.type);
    }
    ({ cursor, more } = page);
  }
  return words.get(id);
}

const status = async (media: { url: string }) =>
  (await room.ask('anonymous', 'GET', media.url.replace(/^.*\/api/, ''))).status;

test('a picture goes off everything when its rights end, and comes back when they are lengthened', async () => {
  const picture = await endsIn(1);
  const body = aBody('Det begynte i mai.', aBlock('image', { media: picture.id }));
  const article = await create(room, { heroImage: picture.id, body });
  expect([await told(picture.id), await status(picture)]).toEqual(['media', 200]);
  expect((await readDesk(room.payload, new Date())).rights).toMatchObject([{ isOver: false }]);

  await endRights(room.payload, new Date(Date.now() + 2 * 24 * 3_600_000));
  await reconcileMedia(room.payload);
  expect(await told(picture.id)).toBe('removed');
  expect(await status(picture)).not.toBe(200);
  expect((await readDesk(room.payload, new Date())).rights).toMatchObject([{ isOver: true }]);
  const draft = await room.ask('publisher', 'GET', `/publish/draft/${article.id}`);
  expect(draft.body.media).toEqual([]);
  // A correction is not held up, and does not bring it back.
  const corrected = await room.ask('editor', 'PATCH', `/articles/${article.id}`, {
    ...{ lead: 'Rettet.', _status: 'published' },
  });
  expect(corrected.status).toBe(200);
  expect(await told(picture.id)).toBe('removed');

  const rightsUntil = daysFromNow(400);
  await room.ask('editor', 'PATCH', `/media/${picture.id}`, { rightsUntil });
  expect(await told(picture.id)).toBe('media');
});

test('the checklist tells a month before, and after', async () => {
  const [soon, later] = [await endsIn(10), await endsIn(100)];
  const sentences = async (heroImage: string) => {
    const draft = anArticle({ heroImage, _status: 'draft' });
    const { id } = (await room.ask('editor', 'POST', '/articles?draft=true', draft)).body.doc;
    const { items } = (await room.ask('editor', 'GET', `/desk/checklist/${id}`)).body;
    return JSON.stringify(items);
  };
  expect(await sentences(soon.id)).toContain('Rettighetene til et bilde går ut');
  expect(await sentences(later.id)).not.toContain('Rettighetene');
});

test('pictures are found by words in any case, and by the month they came', async () => {
  const picture = await upload(room, { fields: { credit: 'Åse Bjørnsdøtter', alt: 'En kø' } });
  const find = async (search: string) => {
    const query = new URLSearchParams({ 'where[or][0][searchText][like]': search });
    const { body } = await room.ask('editor', 'GET', `/media?${query.toString()}`);
    return body.docs.map(({ id }: { id: string }) => id);
  };
  const month = new Intl.DateTimeFormat('nb-NO', { month: 'long', year: 'numeric' });
  const now = month.format(new Date());
  for (const search of ['BJØRNSDØTTER', 'åse bjørn', 'EN KØ', now, now.toUpperCase()])
    expect(await find(search), search).toContain(picture.id);
  expect(await find('juni 1996')).toEqual([]);

  const where = { id: { equals: picture.id } };
  // Not kept yet, or as it was kept before.
  for (const searchText of [null, 'en kø · november 2026']) {
    await room.payload.db.updateOne({ collection: 'media', where, data: { searchText } });
    expect(await find('BJØRNSDØTTER')).toEqual([]);
    await mendSearchTexts(room.payload);
    expect(await find('BJØRNSDØTTER')).toEqual([picture.id]);
  }
});

test('what a phone saves (HEIC) is taken, as a picture everybody can see', async () => {
  const file = new URL('../testing/fixtures/heic/phone.heic', import.meta.url);
  const data = readFileSync(file);
  const media = await upload(room, { data, name: 'IMG_1.HEIC', type: 'image/heic' });
  expect(media).toMatchObject({ mimeType: 'image/jpeg', width: 320, height: 240 });
  const broken = await room.ask(
    ...(['editor', 'POST', '/media'] as const),
    await aForm({ data: data.subarray(0, 900), name: 'x.heic', type: 'image/heic' }),
  );
  expect(broken.status).toBe(400);
  const stored = await room.payload.findByID({ collection: 'media', id: media.id });
  const bytes = readFileSync(`${room.dataDir}/media/${String(stored.filename)}`);
  const { dominant } = await sharp(bytes).stats();
  expect(dominant.g).toBeGreaterThan(dominant.r + 30); // the green it was drawn in
});
