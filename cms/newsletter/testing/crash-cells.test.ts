import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { crashCells } from './crash-cells.ts';

const room = join(import.meta.dirname, '..');

test('every kill point of the code is in the crash matrix', () => {
  const points = globSync('**/*.ts', { cwd: room, exclude: ['**/*.test.ts'] })
    .map((file) => readFileSync(join(room, file), 'utf8'))
    .flatMap((code) => [...code.matchAll(/killPoint\('([^']+)'\)/g)].map(([, name]) => name));
  const killed = new Set(crashCells.map(({ point }) => point.split(':')[0]));
  killed.delete('between-accept-and-answer'); // the provider's, not ours
  expect([...killed].toSorted()).toEqual([...new Set(points)].toSorted());
});

test('the representatives are cells, and few', () => {
  expect(crashCells.filter(({ isRepresentative }) => isRepresentative)).toHaveLength(12);
  expect(new Set(crashCells.map(({ name }) => name)).size).toBe(crashCells.length);
});
