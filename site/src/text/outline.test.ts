import { expect, it } from 'vitest';
import type { Block } from '../../../content/model/blocks/blocks.ts';
import { anArticle } from '../../../content/testing/make-documents.ts';
import { contentsOf, withOutline } from './outline.ts';

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

it('lists the parts of a long piece, and of no other', () => {
  const part = (anchor: string): Block => ({
    ...heading(2),
    anchor,
    children: [{ type: 'text', text: `Del ${anchor}` }],
  });
  const words = (count: number): Block => ({
    type: 'paragraph',
    children: [{ type: 'text', text: 'ord '.repeat(count) }],
  });
  const body = [part('a'), part('b'), heading(3), part('c'), part('d')];
  const long = anArticle({ body: [...body, words(900)] });
  expect(contentsOf(long).map(({ anchor }) => anchor)).toEqual(['a', 'b', 'c', 'd']);
  expect(contentsOf(long)[0]?.words).toBe('Del a');
  expect(contentsOf(anArticle({ body: [...body, words(500)] }))).toEqual([]);
  expect(contentsOf(anArticle({ body: [part('a'), part('b'), words(900)] }))).toEqual([]);
});
