import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Compressed } from './compressed.ts';
import { PublicFolder } from './public-folder.ts';

let root: string;
let compressed: Compressed;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'compressed-'));
  compressed = new Compressed(new PublicFolder(root));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const page = (word: string) => `<p>${`${word} `.repeat(2_000)}</p>`;
const sent = (name: string) =>
  brotliDecompressSync(readFileSync(join(root, `${name}.br`))).toString();
const never = () => false;

test('a page has its compressed bytes beside it at once, and the best later', async () => {
  const words = Array.from({ length: 4_000 }, (_, n) => `ord${String((n * 7919) % 997)}`).join(' ');
  compressed.write('a/index.html', words);
  expect(sent('a/index.html')).toBe(words);
  const quickly = statSync(join(root, 'a/index.html.br'));
  await compressed.improve(never);
  expect(sent('a/index.html')).toBe(words);
  const well = statSync(join(root, 'a/index.html.br'));
  expect(well.size).toBeLessThan(quickly.size);
  // Another process sees on the disk that there is nothing to do.
  const again = new Compressed(new PublicFolder(root));
  again.write('a/index.html', words);
  await again.improve(never);
  expect(statSync(join(root, 'a/index.html.br')).ino).toBe(well.ino);
});

test('a page that changed is never sent as it was', async () => {
  compressed.write('index.html', page('en'));
  await compressed.improve(never);
  compressed.write('index.html', page('to'));
  expect(sent('index.html')).toBe(page('to'));
  const improving = compressed.improve(never);
  compressed.write('index.html', page('tre'));
  await improving;
  expect(sent('index.html')).toBe(page('tre'));
});

test('what a killed process did not compress is compressed when the page is rendered again', () => {
  compressed.write('index.html', page('en'));
  rmSync(join(root, 'index.html.br'));
  compressed.write('index.html', page('en'));
  expect(sent('index.html')).toBe(page('en'));
});

test('a page that is gone takes it along', () => {
  compressed.write('a/index.html', page('en'));
  compressed.remove('a/index.html');
  expect(existsSync(join(root, 'a'))).toBe(false);
  expect(compressed.isOf('a/index.html.br', new Set(['a/index.html']))).toBe(true);
  expect(compressed.isOf('b/index.html.br', new Set(['a/index.html']))).toBe(false);
});
