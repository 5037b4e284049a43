import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const tree = globSync('{cms,content,scripts,site,docs,public}/**/*', {
  exclude: (name) => /^(\.next|node_modules)$/.test(name),
});
const names = new Set(tree.map((file) => basename(file)));
const documents = ['README.md', 'CONTRIBUTING.md', ...tree.filter((file) => file.endsWith('.md'))];
const code = tree.filter(
  (file) => /\.(ts|tsx|astro|mjs)$/.test(file) && !/migrations|payload-types|testing/.test(file),
);

test.each(documents.filter((file) => !file.includes('fixtures/')))(
  '%s names no file that is gone',
  (document) => {
    expect(goneFrom(document, readFileSync(document, 'utf8'))).toEqual([]);
  },
);

test('no comment names a file that is gone', () => {
  const gone = code.flatMap((file) => {
    const comments = readFileSync(file, 'utf8').match(/^\s*(\/?\*|\/\/).*$/gm) ?? [];
    return goneFrom(file, comments.join('\n')).map((path) => `${file}: ${path}`);
  });
  expect(gone).toEqual([]);
});

/** Files that a text names in backticks and that are nowhere in the tree. */
function goneFrom(document: string, text: string): string[] {
  const mentioned = text.matchAll(/`([\w@./-]+\.(?:ts|tsx|mjs|astro|css|json|yaml|md))`/g);
  return [...mentioned].flatMap(([, path = '']) => {
    const isThere = path.includes('/')
      ? [path, join(dirname(document), path)].some(existsSync) ||
        tree.some((file) => file.endsWith(`/${path}`))
      : names.has(path) || existsSync(path);
    // Made at run time.
    return isThere || /^(years|store|search)\.json$|^pagefind\//.test(path) ? [] : [path];
  });
}
