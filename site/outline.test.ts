import { expect, it } from 'vitest';
import type { Block } from '../content/model/blocks.ts';
import { withOutline } from './outline.ts';

const heading = (level: 2 | 3 | 4) => ({
  type: 'heading' as const,
  level,
  anchor: 'a',
  children: [],
});
const levels = (blocks: Block[]) =>
  withOutline(blocks).flatMap((block) => (block.type === 'heading' ? block.level : []));

it('never skips a level', () => {
  expect(levels([heading(4), heading(4), heading(4), heading(2), heading(4)])).toEqual([
    2, 3, 4, 2, 3,
  ]);
});

it('puts headings of an answer and a fact box below their own', () => {
  const [answer, box] = withOutline([
    { type: 'questionAnswer', question: '?', anchor: 'q', answer: [heading(2), heading(4)] },
    { type: 'factBox', title: 'Fakta', content: [heading(4)] },
  ]);
  expect(answer).toMatchObject({ answer: [{ level: 3 }, { level: 4 }] });
  expect(box).toMatchObject({ content: [{ level: 3 }] });
});

it('counts a question as the second level', () => {
  expect(
    levels([{ type: 'questionAnswer', question: '?', anchor: 'q', answer: [] }, heading(4)]),
  ).toEqual([3]);
});
