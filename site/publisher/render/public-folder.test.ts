import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PublicFolder } from './public-folder.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'folder-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('equal bytes are not written again: the file keeps its time', () => {
  const folder = new PublicFolder(root);
  expect(folder.write('saker/x/index.html', 'æøå')).toBe(true);
  const { mtimeMs, ino } = statSync(join(root, 'saker/x/index.html'));
  expect(folder.write('saker/x/index.html', 'æøå')).toBe(false);
  expect(statSync(join(root, 'saker/x/index.html'))).toMatchObject({ mtimeMs, ino });
});

test('a reader who has the old file open keeps it whole', () => {
  const folder = new PublicFolder(root);
  folder.write('index.html', 'gammel');
  const { ino } = statSync(join(root, 'index.html'));
  folder.write('index.html', 'ny');
  expect(statSync(join(root, 'index.html')).ino).not.toBe(ino);
  expect(readFileSync(join(root, 'index.html'), 'utf8')).toBe('ny');
  expect(folder.names()).toEqual(['index.html']);
});

test('folders that become empty go too, and can come back', () => {
  const folder = new PublicFolder(root);
  folder.write('tema/x/side/1/index.html', 'en');
  folder.remove('tema/x/side/1/index.html');
  expect(existsSync(join(root, 'tema'))).toBe(false);
  folder.write('tema/x/side/1/index.html', 'en');
  expect(folder.names()).toEqual([join('tema', 'x', 'side', '1', 'index.html')]);
});

test('removing what is gone already takes the empty folders above it', () => {
  const folder = new PublicFolder(root);
  folder.write('saker/x/index.html', 'en');
  rmSync(join(root, 'saker/x'), { recursive: true });
  folder.remove('saker/x/index.html');
  expect(existsSync(join(root, 'saker'))).toBe(false);
});

test('no name leads out of the folder', () => {
  const folder = new PublicFolder(root);
  for (const name of ['../x', 'a/../../x', '/etc/x', '']) {
    expect(() => folder.write(name, 'x')).toThrow();
  }
});
