import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { expect, test } from 'vitest';

const sources = globSync('{cms,content,scripts,site}/**/*.{ts,tsx,mjs,astro,css}', {
  exclude: (name) => /^(\.next|node_modules|migrations|fixtures|next-env\.d\.ts)$/.test(name),
}).filter((file) => !/\.test\.tsx?$/.test(file));

test('no folder has more than 20 files', () => {
  const crowded = [...Map.groupBy(sources, dirname)].flatMap(([folder, { length }]) =>
    length > 20 ? [`${folder}: ${length}`] : [],
  );
  expect(crowded).toEqual([]);
});

/** What a framework looks for by another name, and what is run and not imported. */
const named =
  /^(site\/src\/(pages|adapter)|cms\/app)\/|\/(text|registry)\.ts$|blocks\/.+\/feed\.ts$|\.config\.|instrumentation/;

test('a file that exports one thing has its name; one that exports several is named by their noun', () => {
  const strangers = sources.flatMap((file) => {
    if (!/\.tsx?$/.test(file) || named.test(file)) return [];
    const exported = exportsOf(readFileSync(file, 'utf8'));
    const name = basename(file).replace(/\.tsx?$/, '');
    const [only] = exported;
    if (exported.length !== 1 || only === undefined) return [];
    const isNamed = only === name || kebab(only).startsWith(name) || kebab(only).endsWith(name);
    return isNamed ? [] : [`${file} exports ${only}`];
  });
  expect(strangers).toEqual([]);
});

/** Names of the values that a file exports. */
const exportsOf = (source: string): string[] =>
  [...source.matchAll(/^export (?:async )?(?:const|function\*?|class) (\w+)/gm)].map(
    ([, name = '']) => name,
  );

const kebab = (name: string) =>
  name.replace(/[A-Z]/g, (sign, at: number) => `${at > 0 ? '-' : ''}${sign.toLowerCase()}`);
