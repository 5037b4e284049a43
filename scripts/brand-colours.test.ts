import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Mail readers know no custom properties, and Payload's admin has its own: what they repeat is compared. */
const repeating = [
  ...globSync('cms/newsletter/{letters,subscribers}/*.ts'),
  ...globSync('cms/**/*.css', { exclude: (name) => name === '.next' || name === 'node_modules' }),
  'cms/public/admin-icon.svg',
  'scripts/mailbox/pages/page-style.ts',
  'site/publisher/share-pictures/render-share-picture.ts',
  'site/src/components/shell/Head.astro',
].filter((file) => !file.endsWith('.test.ts'));

const coloursOf = (file: string) =>
  new Set(
    readFileSync(file, 'utf8')
      .toLowerCase()
      .match(/#[0-9a-f]{6}\b/g),
  );

test('every colour of letters, admin, mailbox and share pictures is one of tokens.css', () => {
  const tokens = coloursOf('site/src/styles/tokens.css');
  const strangers = repeating.flatMap((file) =>
    [...coloursOf(file)].flatMap((colour) => (tokens.has(colour) ? [] : [`${file}: ${colour}`])),
  );
  expect(strangers).toEqual([]);
  expect(repeating.filter((file) => coloursOf(file).size > 0).length).toBeGreaterThan(3);
});
