import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { block } from '../../../content/model/blocks.ts';

const types = block.options.map((option) => option.shape.type.value);

it.each(types)('%s has its component', (type) => {
  const file = `${type.charAt(0).toUpperCase()}${type.slice(1)}.astro`;
  expect(existsSync(new URL(file, import.meta.url))).toBe(true);
});
