import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aBlock, aBody, create } from '../testing/make-article.ts';
import { startRoom, type Room } from '../testing/start-room.ts';
import { knowFile } from './know-file.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

function box(type: string, ...content: Buffer[]): Buffer {
  const inner = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(inner.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, inner]);
}
const numbers = (...values: number[]) =>
  Buffer.concat(
    values.map((value) => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(value);
      return bytes;
    }),
  );
const place = '+59.91+010.75/';
/** A film of 12.5 seconds, 640 × 360, that says where it was taken. */
const aFilm = (brand = 'isom', media = 'vmhd') =>
  Buffer.concat([
    box('ftyp', Buffer.from(brand), numbers(0), Buffer.from(brand)),
    box(
      'moov',
      box('mvhd', numbers(0, 0, 0, 1000, 12_500)),
      box(
        'trak',
        box('tkhd', numbers(...Array<number>(19).fill(0), 640 << 16, 360 << 16)),
        box('mdia', box('minf', box(media, numbers(0)))),
      ),
      box('udta', box('\u00a9xyz', Buffer.from(place))),
    ),
    box('mdat', Buffer.from('bilder')),
  ]);
const frames = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(400)]);
const aSound = () => {
  const label = Buffer.from('TPE1 Kari fra Bryn');
  const head = Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, label.length]);
  const foot = Buffer.concat([Buffer.from('TAG'), Buffer.alloc(125, 'x')]);
  return Buffer.concat([head, label, frames, foot]);
};
const aPdf = () =>
  Buffer.from(
    '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\nxref\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n',
  );

async function upload(
  data: Buffer,
  name: string,
  type: string,
  who: 'editor' | 'writer' = 'editor',
) {
  const form = new FormData();
  form.set('file', new File([Uint8Array.from(data)], name, { type }));
  form.set('_payload', JSON.stringify({ title: 'Fra køen' }));
  return room.ask(who, 'POST', '/files', form);
}
const bytesOf = async (filename: string, who: 'editor' | 'anonymous' = 'editor') =>
  room.ask(who, 'GET', `/files/file/${filename}`);

describe('what is uploaded is known by its bytes', () => {
  test('a film says how long and how large it is, and not where it was taken', async () => {
    const { status, body } = await upload(aFilm(), 'Køen på Bryn.MP4', 'video/mp4');
    expect(status, JSON.stringify(body)).toBe(201);
    expect(body.doc).toMatchObject({
      ...{ kind: 'film', mimeType: 'video/mp4', duration: 12.5, pixelWidth: 640, pixelHeight: 360 },
      filename: expect.stringMatching(/^koen-pa-bryn-[0-9a-f]{8}\.mp4$/),
    });
    expect(knowFile(aFilm())?.data.includes(place)).toBe(false);
    expect(knowFile(aFilm())?.data).toHaveLength(aFilm().length);
    expect(aFilm().includes(place)).toBe(true);
  });

  test('a sound loses its labels; a document stays as it is', async () => {
    expect(knowFile(aSound())).toMatchObject({ kind: 'sound', mime: 'audio/mpeg', data: frames });
    expect(knowFile(aFilm('M4A ', 'smhd'))).toMatchObject({ kind: 'sound', mime: 'audio/mp4' });
    expect(knowFile(aPdf())).toMatchObject({ kind: 'document', data: aPdf() });
    const recorded = await upload(aFilm('M4A ', 'smhd'), 'opptak.m4a', 'audio/x-m4a');
    expect(recorded.body.doc).toMatchObject({ kind: 'sound', mimeType: 'audio/mp4' });
    const { body } = await upload(aSound(), 'lyd.mp3', 'audio/mpeg', 'writer');
    expect(body.doc).toMatchObject({ kind: 'sound', filename: expect.stringMatching(/\.mp3$/) });
  });

  test.each([
    ['kø.srt', '1\r\n00:00:01,000 --> 00:00:02,500\r\nHei på deg\r\n', 'application/x-subrip'],
    ['kø.vtt', 'WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nHei på deg\n', 'text/vtt'],
    ['kø.srt', '1\n00:00:01,000 --> 00:00:02,500\nHei på deg\n', ''],
  ])('captions of a film come in as %s, and are WebVTT', async (name, written, type) => {
    const { status, body } = await upload(Buffer.from(written), name, type);
    expect(status, JSON.stringify(body)).toBe(201);
    expect(body.doc).toMatchObject({
      ...{ kind: 'captions', mimeType: 'text/vtt' },
      filename: expect.stringMatching(/^ko-[0-9a-f]{8}(-\d+)?\.vtt$/),
    });
    const stored = await bytesOf(body.doc.filename);
    expect(String(stored.body)).toBe('WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nHei på deg\n');
  });

  test('tags and attachments of a WebM are made empty', () => {
    const element = (id: number[], ...content: Buffer[]) => {
      const inner = Buffer.concat(content);
      return Buffer.concat([
        Buffer.from([...id, 0x40 | (inner.length >> 8), inner.length & 255]),
        inner,
      ]);
    };
    const webm = Buffer.concat([
      element([0x1a, 0x45, 0xdf, 0xa3], Buffer.from('webm')),
      element(
        [0x18, 0x53, 0x80, 0x67],
        element([0x12, 0x54, 0xc3, 0x67], Buffer.from(`sted ${place} og mer`)),
        element([0x1f, 0x43, 0xb6, 0x75], Buffer.from('bilder')),
      ),
    ]);
    const known = knowFile(webm);
    expect(known).toMatchObject({ kind: 'film', mime: 'video/webm' });
    expect(known?.data.includes(place)).toBe(false);
    expect(known?.data.includes('bilder')).toBe(true);
    expect(known?.data).toHaveLength(webm.length);
  });

  test.each([
    [
      'a page that calls itself a film',
      Buffer.from('<html><script>1</script></html>'),
      'a.mp4',
      'video/mp4',
    ],
    ['a film that ends in the middle', aFilm().subarray(0, 90), 'a.mp4', 'video/mp4'],
    ['QuickTime', aFilm('qt  '), 'a.mov', 'video/mp4'],
    ['a picture of a telephone', aFilm('heic', 'pict'), 'a.m4a', 'audio/mp4'],
    ['a PDF without an end', Buffer.from('%PDF-1.7 halv'), 'a.pdf', 'application/pdf'],
    ['captions that say nothing', Buffer.from('WEBVTT\n\n'), 'a.vtt', 'text/vtt'],
    ['nothing', Buffer.alloc(0), 'a.mp3', 'audio/mpeg'],
  ])('%s is refused in Norwegian', async (_, data, name, type) => {
    const { status, body } = await upload(data, name, type);
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toMatch(/Filen er|Velg en fil|[Uu]gyldig/);
  });

  test('a file is never replaced, and its kind is nobody’s to say', async () => {
    const { body } = await upload(aPdf(), 'rapport.pdf', 'application/pdf');
    const form = new FormData();
    form.set('file', new File([Uint8Array.from(aSound())], 'x.mp3', { type: 'audio/mpeg' }));
    form.set('_payload', '{}');
    const answer = await room.ask('editor', 'PATCH', `/files/${body.doc.id}`, form);
    expect([answer.status, answer.body.errors[0].message]).toEqual([
      ...[400, expect.stringContaining('kan ikke byttes ut')],
    ]);
    const patched = await room.ask('editor', 'PATCH', `/files/${body.doc.id}`, { kind: 'film' });
    expect(patched.body.doc.kind).toBe('document');
  });
});

test('a file is private until something that is out offers it, and once more when it no longer does', async () => {
  const { body } = await upload(aPdf(), 'hemmelig.pdf', 'application/pdf');
  const { id, filename } = body.doc;
  const seen = async () => [
    (await room.ask('anonymous', 'GET', `/files/${id}`)).status,
    (await bytesOf(filename, 'anonymous')).status,
  ];
  expect(await seen()).toEqual([404, expect.not.stringMatching('200')]);
  expect((await bytesOf(filename, 'anonymous')).status).not.toBe(200);
  const text = aBody('Les hele.', aBlock('document', { file: id, title: 'Rapporten' }));
  const article = await create(room, { body: text });
  expect(await seen()).toEqual([200, 200]);
  const refused = await room.ask('editor', 'DELETE', `/files/${id}`);
  expect(refused.status).toBe(409);
  await room.ask('editor', 'POST', `/desk/unpublish/${article.id}`, { reason: 'Prøve.' });
  expect((await bytesOf(filename, 'anonymous')).status).not.toBe(200);
});

test('an article that offers a file which is gone is stopped, in the list and at the door', async () => {
  const { body } = await upload(aPdf(), 'borte.pdf', 'application/pdf');
  const { id } = body.doc;
  expect((await room.ask('editor', 'DELETE', `/files/${id}`)).status).toBe(200);
  const text = aBody('Les.', aBlock('document', { file: id, title: 'Rapporten' }));
  await expect(create(room, { body: text })).rejects.toThrow();
});

test('what the system says of a file is not undone by somebody who saves its title', async () => {
  const { body } = await upload(aPdf(), 'samtidig.pdf', 'application/pdf');
  const { id } = body.doc;
  const text = aBody('Les.', aBlock('document', { file: id, title: 'Rapporten' }));
  const article = await create(room, { body: text });
  await Promise.all([
    room.ask('editor', 'PATCH', `/files/${id}`, { title: 'Ny tittel' }),
    room.ask('editor', 'POST', `/desk/unpublish/${article.id}`, { reason: 'Prøve.' }),
  ]);
  const row = await room.payload.findByID({ collection: 'files', id, depth: 0 });
  expect(row).toMatchObject({ title: 'Ny tittel', isPublic: false });
});
