import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const tree = globSync('{cms,content,scripts,site,docs,public}/**/*', {
  exclude: (name) => /^(\.next|node_modules)$/.test(name),
});
const names = new Set(tree.map((file) => basename(file)));
const documents = ['README.md', 'CONTRIBUTING.md', ...tree.filter((file) => file.endsWith('.md'))];

test.each(documents.filter((file) => !file.includes('fixtures/')))(
  '%s names no file that is gone',
  (document) => {
    const text = readFileSync(document, 'utf8');
    const mentioned = [...text.matchAll(/`([\w@./-]+\.(?:ts|tsx|mjs|astro|css|json|yaml|md))`/g)];
    const gone = mentioned.flatMap(([, path = '']) => {
      const isThere = path.includes('/')
        ? [path, join(dirname(document), path)].some(existsSync) ||
          tree.some((file) => file.endsWith(`/${path}`))
        : names.has(path) || existsSync(path);
      // Made at run time.
      return isThere || /^(years|store|search)\.json$|^pagefind\//.test(path) ? [] : [path];
    });
    expect(gone).toEqual([]);
  },
);
