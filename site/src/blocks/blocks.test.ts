import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { block } from '../../../content/model/blocks.ts';
import { textTypes } from '../text/text-html.ts';

/** Running text is printed by text-html.ts; every box that editors put between it has its component. */
const boxes = block.options
  .map((option) => option.shape.type.value)
  .filter((type) => !textTypes.includes(type));

it.each(boxes)('%s has its component', (type) => {
  const file = `${type.charAt(0).toUpperCase()}${type.slice(1)}.astro`;
  expect(existsSync(new URL(file, import.meta.url))).toBe(true);
});
