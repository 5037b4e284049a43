import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { block } from '../../../content/model/blocks.ts';

/** A paragraph is one element: it stands in TextBlocks.astro itself. */
const types = block.options
  .map((option) => option.shape.type.value)
  .filter((type) => type !== 'paragraph');

it.each(types)('%s has its component', (type) => {
  const file = `${type.charAt(0).toUpperCase()}${type.slice(1)}.astro`;
  expect(existsSync(new URL(file, import.meta.url))).toBe(true);
});
