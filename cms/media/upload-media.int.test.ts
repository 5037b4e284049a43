import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toMedia } from '../mapping/to-media.ts';
import { aForm, aPicture, create, upload } from '../testing/make-article.ts';
import { sweepFiles } from './store/sweep-files.ts';
import { startRoom, type Room } from '../testing/start-room.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const send = async (options: Parameters<typeof aForm>[0]) =>
  room.ask('editor', 'POST', '/media', await aForm(options));
const problemOf = (body: {
  errors: { message: string; data?: { errors: { message: string }[] } }[];
}) => body.errors[0]?.data?.errors[0]?.message ?? body.errors[0]?.message;

describe('uploading a picture', () => {
  test('keeps nothing of where and with what it was taken, and turns it upright', async () => {
    const data = await sharp(await aPicture(400, 200))
      .withExif({
        IFD0: { Artist: 'Fotograf', Make: 'Hemmelig Kilde', Orientation: '6' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '60/1 23/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const media = await upload(room, { data, name: 'Ærlig bilde (1).JPG' });
    expect(media).toMatchObject({ width: 200, height: 400 });
    expect(media.filename).toMatch(/^aerlig-bilde-1-[0-9a-f]{8}\.jpg$/);
    for (const name of await readdir(join(room.dataDir, 'media'))) {
      const bytes = await readFile(join(room.dataDir, 'media', name));
      // Who made it, and nothing else: see `file-info.int.test.ts`.
      const { exif, iptc } = await sharp(bytes).metadata();
      expect([name, exif?.includes('GPS') ?? false, iptc]).toEqual([name, false, undefined]);
      expect(bytes.includes('Hemmelig Kilde')).toBe(false);
    }
  });

  test('makes the cuts the site asks for, and publish/ can read them', async () => {
    const media = await upload(room, { data: await aPicture(2000, 1500) });
    const { files } = toMedia(media);
    for (const crop of ['full', 'wide', 'square', 'share']) {
      expect(
        files.filter((file) => file.crop === crop && file.format === 'jpeg').length,
      ).toBeGreaterThan(0);
    }
    expect(files).toContainEqual(
      expect.objectContaining({ crop: 'share', width: 1200, height: 630, format: 'jpeg' }),
    );
    expect(files.some(({ format }) => format === 'avif')).toBe(true);
    for (const { crop, width, height } of files) {
      if (crop === 'wide') expect(width / height).toBeCloseTo(16 / 9, 2);
      if (crop === 'square') expect(width).toBe(height);
    }
  });

  test.each([
    [2000, 1500],
    [2000, 300],
    [700, 1400],
    [90, 60],
  ])(
    'gives no file of %i × %i more pixels than it has, and all formats as many',
    async (...size) => {
      const [width, height] = size;
      const { files } = toMedia(await upload(room, { data: await aPicture(width, height) }));
      expect(files.filter((file) => file.width > width || file.height > height)).toEqual([]);
      const of = (format: string) =>
        new Set(
          files
            .filter((file) => file.format === format && !['share', 'classic'].includes(file.crop))
            .map((file) => `${file.crop} ${String(file.width)}`),
        );
      expect(of('avif').size).toBeGreaterThan(0);
      expect(of('webp')).toEqual(of('avif'));
      expect([...of('avif')].filter((each) => !of('jpeg').has(each))).toEqual([]);
    },
  );

  test('leaves no file of a picture that was refused in the end', async () => {
    const data = await aPicture(1300, 900);
    const before = await readdir(join(room.dataDir, 'media'));
    expect((await send({ data, fields: { credit: '' } })).status).toBe(400);
    expect(await readdir(join(room.dataDir, 'media'))).toEqual(before);
    // The same again, whole; and a change that is refused leaves what was there.
    const media = await upload(room, { data });
    const whole = await readdir(join(room.dataDir, 'media'));
    const focus = 'uploadEdits[focalPoint][x]=10&uploadEdits[focalPoint][y]=20';
    const refused = await room.ask('editor', 'PATCH', `/media/${media.id}?${focus}`, { alt: '' });
    expect(refused.status).toBe(400);
    expect(await readdir(join(room.dataDir, 'media'))).toEqual(whole);
  });

  test('makes a picture of some hundred bytes to stand in its place while it loads', async () => {
    const { placeholder } = toMedia(await upload(room, { data: await aPicture(1600, 1200) }));
    const bytes = Buffer.from(placeholder?.split(',')[1] ?? '', 'base64');
    expect(bytes.length).toBeLessThan(400);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 20, height: 15 });
  });

  test('a transparent picture stands on white', async () => {
    const data = await sharp({
      create: { width: 50, height: 50, channels: 4, background: '#0000' },
    })
      .png()
      .toBuffer();
    const media = await upload(room, { data, name: 'logo.png', type: 'image/png' });
    const { data: pixels } = await sharp(join(room.dataDir, 'media', media.filename))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(pixels[0]).toBeGreaterThan(250);
  });

  test('a moved focal point gives new cuts under new names', async () => {
    const media = await upload(room, { data: await aPicture(1600, 900) });
    const moved = await room.ask(
      'editor',
      'PATCH',
      `/media/${media.id}?uploadEdits[focalPoint][x]=10&uploadEdits[focalPoint][y]=20`,
      { alt: 'Ny' },
    );
    expect(moved.status).toBe(200);
    expect(moved.body.doc).toMatchObject({ focalX: 10, focalY: 20 });
    expect(moved.body.doc.filename).not.toBe(media.filename);
    expect(moved.body.doc.sizes.square320jpeg.filename).not.toBe(
      media.sizes.square320jpeg.filename,
    );
    const again = await room.ask(
      'editor',
      'PATCH',
      `/media/${media.id}?uploadEdits[focalPoint][x]=10&uploadEdits[focalPoint][y]=20`,
      { alt: 'Nyere' },
    );
    expect(again.body.doc.filename).toBe(moved.body.doc.filename);
  });

  test('files that no picture has any more are deleted after a day, and no others', async () => {
    const media = await upload(room, { data: await aPicture(700, 500), name: 'bytt.jpg' });
    const focus = 'uploadEdits[focalPoint][x]=10&uploadEdits[focalPoint][y]=20';
    const { body } = await room.ask('editor', 'PATCH', `/media/${media.id}?${focus}`, {
      alt: 'Ny',
    });
    const folder = join(room.dataDir, 'media');
    await writeFile(join(folder, 'notat-12345678.txt'), 'ikke vår');
    const there = async () => (await readdir(folder)).toSorted();
    const before = await there();
    await sweepFiles(room.payload);
    expect(await there()).toEqual(before);
    await sweepFiles(room.payload, Date.now() + 25 * 3_600_000);
    const after = await there();
    const old = before.filter((name) => name.startsWith(media.filename.replace('.jpg', '')));
    expect(old.length).toBeGreaterThan(5);
    expect(old.filter((name) => after.includes(name))).toEqual([]);
    const now = toMedia(body.doc).files.map(({ name }) => name);
    expect(now.filter((name) => !after.includes(name))).toEqual([]);
    expect(after).toContain('notat-12345678.txt');
  });

  const corpus = '../shared/corpora/payload-uploads';
  test.each([
    ['an SVG', `${corpus}/image.svg`, 'image/svg+xml'],
    ['an SVG that says it is a JPEG', `${corpus}/xss-payload.svg`, 'image/jpeg'],
    ['an SVG with an XML head', `${corpus}/svgWithXml.svg`, 'image/png'],
    ['a page', `${corpus}/test.html`, 'image/jpeg'],
    ['a false PDF', `${corpus}/fake-pdf.pdf`, 'image/png'],
    ['a broken SVG', `${corpus}/corrupt.svg`, 'image/svg+xml'],
  ])('refuses %s', async (_, path, type) => {
    const data = await readFile(path).catch(() =>
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    );
    const { status, body } = await send({ data, type, name: 'bilde.jpg' });
    expect(status).toBe(400);
    expect(problemOf(body)).toMatch(/^(Bildet kan ikke leses|Bare JPEG, PNG, WebP, AVIF og HEIC)/);
  });

  test('refuses what ends too early, is too large or of another kind', async () => {
    const whole = await aPicture(1200, 900);
    const cut = await send({ data: whole.subarray(0, Math.floor(whole.length / 2)) });
    expect([cut.status, problemOf(cut.body)]).toEqual([
      400,
      expect.stringMatching(/^Bildet kan ikke leses/),
    ]);
    const gif = await sharp(await aPicture(20, 20))
      .gif()
      .toBuffer();
    const moving = await send({ data: gif, type: 'image/gif', name: 'x.gif' });
    expect([moving.status, problemOf(moving.body)]).toEqual([
      400,
      expect.stringMatching(/^Bare JPEG/),
    ]);
    const wide = await sharp({
      create: { width: 10_000, height: 5_100, channels: 3, background: '#fff' },
    })
      .png()
      .toBuffer();
    const large = await send({ data: wide, type: 'image/png' });
    expect([large.status, problemOf(large.body)]).toEqual([
      400,
      expect.stringMatching(/50 megapiksler/),
    ]);
    const heavy = await send({ data: Buffer.alloc(26 * 1024 * 1024) });
    expect(heavy.status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(heavy.body)).toMatch(/høyst 25 MB/);
  });

  test('does not fetch addresses for people', async () => {
    const answer = await room.ask('editor', 'POST', '/media', {
      alt: 'Noe',
      credit: 'Noen',
      filename: 'x.jpg',
      url: 'http://127.0.0.1:9/x.jpg',
    });
    expect([answer.status, problemOf(answer.body)]).toEqual([400, 'Velg en bildefil.']);
  });

  test.each([
    'IMG_1998',
    'IMG_1998.jpg',
    'DSC00123',
    'Skjermbilde 2017-05-02 kl. 10.12',
    'shutterstock_123 (3)',
    '2017',
    'portrett.png',
    'bilde-1',
    '',
  ])('asks for words instead of «%s»', async (alt) => {
    const { status, body } = await send({ fields: { alt } });
    expect(status).toBe(400);
    expect(problemOf(body)).toMatch(/Skriv hva bildet viser/);
  });

  test.each([
    'Tre rådgivere ved telefonen',
    'Bilde av en robot',
    'IMGA 2 på scenen',
    'Foto 1 av 3: køen utenfor',
    'Skjermbildet av nav.no',
  ])('takes «%s»', async (alt) =>
    expect((await send({ fields: { alt }, data: await aPicture(60, 40) })).status).toBe(201),
  );

  test('asks for the photographer; decoration needs no description', async () => {
    expect((await send({ fields: { credit: '' } })).status).toBe(400);
    expect((await send({ fields: { alt: '', decorative: true } })).status).toBe(201);
  });

  test('a picture becomes public with the article that shows it', async () => {
    const media = await upload(room);
    expect((await room.ask('anonymous', 'GET', `/media/${media.id}`)).status).toBe(404);
    await create(room, { heroImage: media.id });
    expect((await room.ask('anonymous', 'GET', `/media/${media.id}`)).status).toBe(200);
  });
});
