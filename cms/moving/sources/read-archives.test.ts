import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { readArchives } from './read-archives.ts';

const folder = mkdtempSync(join(tmpdir(), 'archives-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fixtures = new URL('../../testing/fixtures/exports/', import.meta.url);
const whole = readFileSync(new URL('norsk/export.xml', fixtures), 'utf8');

async function read(name: string, content: string | Buffer) {
  const path = join(folder, name);
  writeFileSync(path, content);
  const { archives, unreadable } = await readArchives([path]);
  const [archive] = archives;
  const told = [...unreadable, ...(archive?.unreadable ?? [])].map(
    ({ place, kind }) => `${kind}: ${place}`,
  );
  return { titles: archive?.posts.map(({ title }) => title), told, archive };
}
const titles = ['Køen i mai', '#3 | BERGEN Luka', 'Om oss'];

test('what a file defines itself is expanded by nobody, and the rest is read', async () => {
  const entities =
    '<!DOCTYPE rss [<!ENTITY a "haha"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><rss';
  const hostile = whole
    .replace('<rss', entities)
    .replace('<![CDATA[Køen i mai]]></title>', '&b;&f;!</title>');
  const { archive, told } = await read('hostile.xml', hostile);
  expect(archive?.posts).toHaveLength(3);
  expect(JSON.stringify(archive?.posts)).not.toMatch(/haha|root:/);
  expect(told).toEqual([expect.stringMatching(/^xml: hostile.xml, linje \d+$/)]);
});

test('a file that ends in the middle gives what was whole, and says where', async () => {
  const { titles: found, told } = await read('cut.xml', whole.slice(0, whole.indexOf('Om oss')));
  expect(found).toEqual(titles.slice(0, 2));
  expect(told).toEqual([expect.stringMatching(/^xml: cut.xml, linje \d+$/)]);
});

test('other encodings are read by their name, and signs that XML forbids are left out', async () => {
  const latin = Buffer.from(whole.replace('UTF-8', 'ISO-8859-1'), 'latin1');
  expect((await read('latin.xml', latin)).titles).toEqual(titles);
  const forbidden = await read('nul.xml', whole.replace('Det begynte', 'Det \0\u0001begynte'));
  expect(forbidden.titles).toEqual(titles);
  expect(forbidden.archive?.posts[0]?.html).toContain('Det begynte');
});

test('a year of noughts is no date, and is told', async () => {
  const { archive, told } = await read(
    'nought.xml',
    whole.replace('2023-06-01 06:00:00', '0000-00-00 00:00:00'),
  );
  expect(archive?.posts[1]?.publishedAt).toBeNull();
  expect(told).toEqual(['date: #3 | BERGEN Luka']);
});

test('what leads out of a zip, and what swells, is left; the rest is read', async () => {
  const zip = await read(
    'export.zip',
    zipOf({ '../evil.xml': whole, 'bomb.xml': '0'.repeat(20_000_000), 'inner/export.xml': whole }),
  );
  expect(zip.titles).toEqual(titles);
  expect(zip.told).toEqual(['zip: export.zip: ../evil.xml', 'zip: export.zip: bomb.xml']);
});

test('what is no archive is named', async () => {
  expect(await read('none.xml', '<html/>')).toMatchObject({
    titles: undefined,
    told: ['unknownFile: none.xml'],
  });
  expect((await read('none.json', '{')).told).toEqual(['json: none.json']);
});

/** A zip (APPNOTE 6.3.10) of these files, deflated. */
function zipOf(files: Record<string, string>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(crc32(data), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(data.length, 18);
    about.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), about, place, Buffer.from(name));
    parts.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, listed, Buffer.from('PK\x05\x06'), end]);
}
