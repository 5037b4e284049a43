import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
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
    const { values, types } = exportsOf(readFileSync(file, 'utf8'));
    const name = basename(file).replace(/\.tsx?$/, '');
    if (values.length !== 1) return [];
    const isNamed = [...values, ...types].some(
      (each) => each === name || kebab(each).startsWith(name) || kebab(each).endsWith(name),
    );
    return isNamed ? [] : [`${file} exports ${values.join()}`];
  });
  expect(strangers).toEqual([]);
});

test('every stylesheet that is imported is there: types do not tell', () => {
  const missing = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^import .*'(\.[^']+\.css)';/gm)]
      .map(([, path = '']) => join(dirname(file), path))
      .filter((path) => !existsSync(path))
      .map((path) => `${file}: ${path}`),
  );
  expect(missing).toEqual([]);
});

/** Names of what a file exports. */
function exportsOf(source: string): { values: string[]; types: string[] } {
  const exported = [
    ...source.matchAll(/^export (?:async )?(const|function\*?|class|interface|type) (\w+)/gm),
  ];
  const isType = (kind = '') => kind === 'interface' || kind === 'type';
  return {
    values: exported.flatMap(([, kind, name = '']) => (isType(kind) ? [] : [name])),
    types: exported.flatMap(([, kind, name = '']) => (isType(kind) ? [name] : [])),
  };
}

const kebab = (name: string) =>
  name.replace(/[A-Z]/g, (sign, at: number) => `${at > 0 ? '-' : ''}${sign.toLowerCase()}`);
