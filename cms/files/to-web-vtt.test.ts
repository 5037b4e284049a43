import { expect, test } from 'vitest';
import { toWebVtt } from './to-web-vtt.ts';

const read = (text: string, encoding: BufferEncoding = 'utf8') =>
  toWebVtt(Buffer.from(text, encoding))?.toString();
const said =
  'WEBVTT\n\n00:00:01.500 --> 00:00:04.000\nHvor lenge må jeg vente på kø nummer åtte?\n';

test.each([
  ['WebVTT', said],
  ['with a mark in front, of Windows', `\uFEFF${said.replaceAll('\n', '\r\n')}`],
  [
    'with notes and styles',
    said.replace(
      '\n\n',
      ' - av Kari\n\nNOTE Ola snakker\n\nSTYLE\n::cue { color: red }\n\nfirst\n',
    ),
  ],
  [
    'SubRip',
    said
      .replace('WEBVTT\n\n', '1\n')
      .replaceAll('.', ',')
      .replace('åtte', '{\\an8}<font color="red">åtte</font>'),
  ],
])('%s becomes what is said and when', (_, given) => {
  expect(read(given)).toBe(said);
});

test('times without hours, and places on the screen', () => {
  expect(read('WEBVTT\n\n01:02.5 --> 01:03.25 align:start\nHei\n')).toBe(
    'WEBVTT\n\n00:01:02.500 --> 00:01:03.250 align:start\nHei\n',
  );
});

test('letters of older programs', () => {
  expect(read('1\n00:00:01,000 --> 00:00:02,000\nKøen går\n', 'latin1')).toContain('Køen går');
});

test.each(['<html>WEBVTT</html>', 'Et brev.', 'WEBVTT\0', ''])('%j is none', (given) => {
  expect(read(given)).toBeUndefined();
});

test.each([
  'WEBVTT',
  'WEBVTT\n\n00:01 --> 00:02\nUten tusendeler',
  'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n',
])('%j says nothing', (given) => {
  expect(() => read(given)).toThrow(RangeError);
});
