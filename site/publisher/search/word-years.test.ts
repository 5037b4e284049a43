import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, test, expect } from 'vitest';
import { shelfOf, shelvedAs, yearsOn, type Shelf } from '../../src/search/word-shelves.ts';
import { PublicFolder } from '../render/public-folder.ts';
import { WordYears } from './word-years.ts';

const aFolder = () => {
  const root = mkdtempSync(join(tmpdir(), 'words-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  return new PublicFolder(root);
};

const yearsWith = (folder: PublicFolder, word: string) => {
  const stem = shelvedAs(word) ?? '';
  const file = folder.read(`pagefind/words/${String(shelfOf(stem))}.json`).toString();
  return [...yearsOn(JSON.parse(file) as Shelf, stem)].toSorted(); // why: written by what is tested
};

test('a word is told of in its years, in any form, and of a beginning; a word that is gone no more', async () => {
  const folder = aFolder();
  const years = new WordYears(folder);
  await years.replace('2024', ['kundene', 'båten']);
  await years.replace('2026', ['kunde', 'køen']);
  expect(yearsWith(folder, 'kundens')).toEqual([2024, 2026]);
  expect(yearsWith(folder, 'kund')).toEqual([2024, 2026]);
  expect(yearsWith(folder, 'båten')).toEqual([2024]);
  expect(yearsWith(folder, 'kundesenter')).toEqual([]);
  await years.replace('2024', ['båten']);
  expect(yearsWith(folder, 'kunde')).toEqual([2026]);
  await years.replace('2026', []);
  expect(yearsWith(folder, 'køen')).toEqual([]);
});

test('the same words are the same files, in whatever order the years came', async () => {
  const [one, other] = [aFolder(), aFolder()];
  const words = { 2020: ['bok', 'ark', 'bokhylle'], 2021: ['ark'], 2022: ['bokhylle', 'ark'] };
  for (const [year, has] of Object.entries(words)) await new WordYears(one).replace(year, has);
  await new WordYears(other).replace('2021', ['bok', 'arken', 'bokhylle']);
  for (const [year, has] of Object.entries(words).toReversed())
    await new WordYears(other).replace(year, has.toReversed());
  expect(one.names().map((name) => [name, one.read(name).toString()])).toEqual(
    one.names().map((name) => [name, other.read(name).toString()]),
  );
});

test('what may stand in the index in another way is on no shelf', () => {
  expect(['4\ua7fd7', '\ua7f7var', 'c', 'kø'].map(shelvedAs)).toEqual([
    undefined,
    undefined,
    undefined,
    'kø',
  ]);
});
