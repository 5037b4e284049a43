import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { blockRegistries, boxNames, filesOfBox, kebab } from './block-registries.ts';

test.each(boxNames())('the box %s has its four files', (name) => {
  expect(filesOfBox(name).filter((file) => !existsSync(file))).toEqual([]);
});

test.each(blockRegistries())('$file lists every box: npm run generate', ({ file, text }) => {
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('no folder is left of a box that is gone', () => {
  const folders = readdirSync('site/src/blocks', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(folders.sort()).toEqual(boxNames().map(kebab).sort());
});
