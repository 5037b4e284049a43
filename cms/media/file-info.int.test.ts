import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPicture, upload } from '../testing/make-article.ts';
import { startRoom, type Room } from '../testing/start-room.ts';
import { readFileInfo } from './file-info.ts';
import { writeFileInfo } from './write-file-info.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const xmp = (inner: string) =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">${inner}</rdf:Description></rdf:RDF></x:xmpmeta>`;
const infoOf = (bytes: Buffer) => readFileInfo(Uint8Array.from(bytes).buffer);

/** IPTC-IIM in a Photoshop block of its own, as agencies send it; text in this encoding, with or without saying so. */
function withIptc(
  jpeg: Buffer,
  tags: [number, string][],
  encoding: 'latin1' | 'utf8',
  says = true,
) {
  const datasets = tags.map(([tag, text]) => {
    const bytes = Buffer.from(text, encoding);
    return Buffer.concat([
      Buffer.from([0x1c, 2, tag, bytes.length >> 8, bytes.length & 255]),
      bytes,
    ]);
  });
  const utf8 = Buffer.from([0x1c, 1, 90, 0, 3, 0x1b, 0x25, 0x47]);
  const iptc = Buffer.concat([...(encoding === 'utf8' && says ? [utf8] : []), ...datasets]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(iptc.length);
  const resource = [Buffer.from('8BIM'), Buffer.from([0x04, 0x04, 0, 0]), size, iptc];
  const block = Buffer.concat([
    Buffer.from('Photoshop 3.0\0'),
    ...resource,
    Buffer.alloc(iptc.length % 2),
  ]);
  const head = Buffer.from([0xff, 0xed, (block.length + 2) >> 8, (block.length + 2) & 255]);
  return Buffer.concat([jpeg.subarray(0, 2), head, block, jpeg.subarray(2)]);
}

test('what XMP, IPTC and EXIF say is read, in the encodings they come in', async () => {
  const plain = await aPicture(40, 30);
  const inXmp = xmp(
    '<dc:creator><rdf:Seq><rdf:li>Kåre Bø</rdf:li></rdf:Seq></dc:creator><photoshop:Credit>NTB</photoshop:Credit>' +
      '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Køen på Bryn</rdf:li></rdf:Alt></dc:description>' +
      '<photoshop:City>Bodø</photoshop:City><photoshop:DateCreated>2025-03-04T10:00:00</photoshop:DateCreated>',
  );
  expect(await infoOf(await sharp(plain).withXmp(inXmp).jpeg().toBuffer())).toEqual({
    ...{ creator: 'Kåre Bø', credit: 'NTB', caption: 'Køen på Bryn', city: 'Bodø' },
    takenOn: '2025-03-04',
  });
  const tags: [number, string][] = [
    ...([
      [80, 'Kåre Bø'],
      [110, 'NTB'],
      [120, 'Køen på Bryn'],
      [116, '© Bø'],
    ] as [number, string][]),
    ...([
      [90, 'Bodø'],
      [55, '20250304'],
    ] as [number, string][]),
  ];
  const wanted = {
    ...{ creator: 'Kåre Bø', credit: 'NTB', caption: 'Køen på Bryn', copyright: '© Bø' },
    ...{ city: 'Bodø', takenOn: '2025-03-04' },
  };
  expect(await infoOf(withIptc(plain, tags, 'utf8'))).toEqual(wanted);
  expect(await infoOf(withIptc(plain, tags, 'utf8', false))).toEqual(wanted);
  expect(await infoOf(withIptc(plain, tags, 'latin1'))).toEqual(wanted);
  const mac = Object.entries({ å: '\x8c', ø: '\xbf', æ: '\xbe', Å: '\x81' });
  const onMac = (text: string) =>
    mac.reduce((all, [letter, sign]) => all.replaceAll(letter, sign), text);
  const oldTags: [number, string][] = [
    [80, onMac('Kåre Bjørnøy')],
    [110, onMac('NTB/Åse')],
    [120, onMac('Køen på Tøyen er lang, så æren var hans')],
  ];
  expect(await infoOf(withIptc(plain, oldTags, 'latin1'))).toEqual({
    ...{ creator: 'Kåre Bjørnøy', credit: 'NTB/Åse' },
    caption: 'Køen på Tøyen er lang, så æren var hans',
  });
  for (const name of ['Kåre', 'Åse', 'Bø'])
    expect(await infoOf(withIptc(plain, [[80, onMac(name)]], 'latin1'))).toEqual({ creator: name });
  // Not everything strange is a Mac's.
  for (const name of ['¿Qué?', 'ŒUVRE', '© 2025'])
    expect(await infoOf(withIptc(plain, [[80, name]], 'utf8'))).toEqual({ creator: name });
  const exif = { IFD0: { Artist: 'Kare Bo', Copyright: '(c) Bo', ImageDescription: 'Koen' } };
  expect(await infoOf(await sharp(plain).withExif(exif).jpeg().toBuffer())).toEqual({
    ...{ creator: 'Kare Bo', copyright: '(c) Bo', caption: 'Koen' },
  });
  const inTwo = xmp(
    '<dc:description><rdf:Alt><rdf:li xml:lang="en">The queue</rdf:li><rdf:li xml:lang="x-default">Køen</rdf:li></rdf:Alt></dc:description>',
  );
  expect(await infoOf(await sharp(plain).withXmp(inTwo).jpeg().toBuffer())).toEqual({
    caption: 'Køen',
  });
  const inOurs = xmp(
    '<dc:description><rdf:Alt><rdf:li xml:lang="en">The queue</rdf:li><rdf:li xml:lang="nb-NO">Køen</rdf:li></rdf:Alt></dc:description>' +
      '<dc:creator><rdf:Seq><rdf:li>Kåre</rdf:li><rdf:li>Åse</rdf:li></rdf:Seq></dc:creator>',
  );
  expect(await infoOf(await sharp(plain).withXmp(inOurs).jpeg().toBuffer())).toEqual({
    ...{ caption: 'Køen', creator: 'Kåre / Åse' },
  });
  // Two they stay, in the published file, too.
  const published = await writeFileInfo(plain, { creator: 'Kåre / Åse' });
  expect(String((await sharp(published).metadata()).xmpAsString)).toContain(
    '<rdf:li>Kåre</rdf:li><rdf:li>Åse</rdf:li>',
  );
  expect(await infoOf(published)).toEqual({ creator: 'Kåre / Åse' });
  expect(await infoOf(plain)).toEqual({});
  expect(await infoOf(Buffer.from('no picture'))).toEqual({});
});

test('every file of a picture says who made it and whose it is, and goes on doing so', async () => {
  const secret = {
    IFD0: { Artist: 'K. Foto', Make: 'Hemmelig kamera' },
    IFD2: { BodySerialNumber: '4711' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '60/1 23/1 0/1' },
  };
  const inXmp = xmp(
    '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Kåre Bø</rdf:li></rdf:Alt></dc:rights>' +
      '<dc:creator><rdf:Seq><rdf:li>Kåre Bø</rdf:li></rdf:Seq></dc:creator>',
  );
  const camera = sharp(await aPicture(1800, 1200))
    .withExif(secret)
    .withXmp(inXmp);
  const data = await camera.jpeg().toBuffer();
  const media = await upload(room, { data });
  expect(media).toMatchObject({ creator: 'Kåre Bø', copyright: '© Kåre Bø' });
  const change = { caption: 'Køen & «bryn»', credit: 'Kåre Bø / NTB' };
  const { body } = await room.ask('editor', 'PATCH', `/media/${media.id}`, change);
  expect(body.doc.filename).not.toBe(media.filename);
  expect([body.doc.focalX, body.doc.focalY]).toEqual([media['focalX'], media['focalY']]);

  const folder = join(room.dataDir, 'media');
  const stem = String(body.doc.filename).replace('.jpg', '');
  const files = (await readdir(folder)).filter((name) => name.startsWith(stem));
  expect(files.length).toBeGreaterThan(8);
  for (const name of files) {
    const bytes = await readFile(join(folder, name));
    expect({ name, ...(await infoOf(bytes)) }).toEqual({
      ...{ name, creator: 'Kåre Bø', credit: 'Kåre Bø / NTB' },
      ...{ copyright: '© Kåre Bø', caption: 'Køen & «bryn»' },
    });
    const { exif } = await sharp(bytes).metadata();
    const words = ['Kåre Bø', '© Kåre Bø', 'Køen & «bryn»'];
    expect([name, words.filter((word) => !exif?.includes(word)), exif?.includes('GPS')]).toEqual([
      ...[name, [], false],
    ]);
    for (const word of ['Hemmelig', '4711']) expect(bytes.includes(word)).toBe(false);
  }
  // Nothing else changed: nothing is made anew.
  const again = await room.ask('editor', 'PATCH', `/media/${media.id}`, { alt: 'En kø.' });
  expect(again.body.doc.filename).toBe(body.doc.filename);
});

test('a picture is found by the day it was taken and the town, whenever it came in', async () => {
  const data = withIptc(
    await aPicture(),
    [
      [90, 'Tromsø'],
      [55, '20240614'],
    ],
    'utf8',
  );
  const media = await upload(room, { data });
  // What was emptied stays empty.
  const emptied = await upload(room, { data, fields: { city: '', takenOn: null } });
  expect([emptied['city'], emptied['takenOn']]).toEqual(['', null]);
  const find = async (asked: string) => {
    const query = new URLSearchParams({ 'where[searchText][like]': asked }).toString();
    const { body } = await room.ask('editor', 'GET', `/media?${query}`);
    return (body.docs as { id: string }[]).map(({ id }) => id);
  };
  for (const date of ['juni 2024', '14. juni 2024', '14.6.2024', '14.06.2024', 'JUNI 2024'])
    expect([date, await find(date)]).toEqual([date, [media.id]]);
  // It came in in another year: that is another date.
  for (const date of [`juni ${String(new Date().getFullYear())}`, '15. juni 2024'])
    if (new Date().getMonth() !== 5) expect([date, await find(date)]).toEqual([date, []]);
  expect(await find('tromsø')).toEqual([media.id]);
});

test('a picture that moves is refused, and not stilled', async () => {
  const frame = { create: { width: 20, height: 20, channels: 3, background: '#f00' } } as const;
  const frames = [sharp(frame), sharp({ create: { ...frame.create, background: '#00f' } })];
  const data = await sharp(await Promise.all(frames.map((each) => each.png().toBuffer())), {
    join: { animated: true },
  })
    .webp()
    .toBuffer();
  const send = upload(room, { data, name: 'a.webp', type: 'image/webp' });
  await expect(send).rejects.toThrow(/beveger seg/);
  // A PNG says so in a chunk before its first picture.
  const png = await sharp(frame).png().toBuffer();
  const chunk = Buffer.alloc(20);
  chunk.writeUInt32BE(8);
  chunk.write('acTL', 4);
  chunk.writeUInt32BE(2, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 16)), 16);
  const moving = Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
  const sendPng = upload(room, { data: moving, name: 'a.png', type: 'image/png' });
  await expect(sendPng).rejects.toThrow(/beveger seg/);
});
