import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builds, inputFiles } from './build-stale.ts';

test('a link that leads nowhere, as some text editors leave it, is no part of a build', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'build-'));
  await symlink('nobody@nowhere', join(folder, '.#open.ts'));
  await writeFile(join(folder, 'a.ts'), '');
  expect(await inputFiles({ inputs: [folder] })).toEqual([join(folder, 'a.ts')]);
  await rm(folder, { recursive: true });
});

describe.each(builds.map((build) => ({ room: build.room, build })))(
  'the build of $room',
  ({ build }) => {
    test('is stale when any folder of its room changes', async () => {
      const folders = new Set((await inputFiles(build)).map((file) => dirname(resolve(file))));
      const entries = await readdir(build.folder, { recursive: true, withFileTypes: true });
      const sources = entries
        .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|astro|css)$/.test(entry.name))
        .filter(({ name }) => !/\.test\.tsx?$|^next-env\.d\.ts$/.test(name))
        .map(({ parentPath }) => resolve(parentPath))
        .filter((folder) => !/\/(\.next|node_modules|testing)(\/|$)/.test(folder));
      expect([...new Set(sources)].filter((folder) => !folders.has(folder))).toEqual([]);
    });

    test('is stale when anything changes that its files import', async () => {
      const files = new Set((await inputFiles(build)).map((file) => resolve(file)));
      const forgotten: string[] = [];
      for (const file of files) {
        if (!/\.(ts|tsx|mjs|astro)$/.test(file)) continue;
        for (const [, path = ''] of (await readFile(file, 'utf8')).matchAll(
          /(?:from|import)\s*\(?\s*'(\.[^'?]+)'/g,
        )) {
          const target = join(dirname(file), path);
          // A file that a build makes has its own inputs.
          if (existsSync(target) && !target.includes('/.build/') && !files.has(target))
            forgotten.push(`${file} imports ${path}`);
        }
      }
      expect(forgotten).toEqual([]);
    });
  },
);
