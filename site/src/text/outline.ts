import type { Article } from '../../../content/model/article.ts';
import {
  isBox,
  isSection,
  textsOf,
  withTexts,
  type Block,
} from '../../../content/model/blocks/blocks.ts';
import type { TextBlock } from '../../../content/model/blocks/rich-text.ts';
import { blocksToPlainText, countWords } from '../../../content/model/blocks/plain-text.ts';
import { inlineText } from '../../../content/model/blocks/rich-text.ts';

type Level = 2 | 3 | 4;

/**
 * The blocks with heading levels that never skip one, whatever the editor chose: the article's title is
 * 1, questions and fact boxes are 2, and headings inside those start at 3.
 */
export function withOutline(blocks: readonly Block[]): Block[] {
  let above = 1;
  return blocks.map((block) => {
    if (block.type === 'heading') {
      const level = fit(block.level, above, 2);
      above = level;
      return { ...block, level };
    }
    if (!isBox(block)) return block;
    if (isSection(block)) above = 2;
    return withTexts(block, nested(textsOf(block)));
  });
}

function nested(blocks: readonly TextBlock[]): TextBlock[] {
  let above = 2;
  return blocks.map((block) => {
    if (block.type !== 'heading') return block;
    const level = fit(block.level, above, 3);
    above = level;
    return { ...block, level };
  });
}

const fit = (wanted: Level, above: number, lowest: Level) =>
  // Between 2 and 4: `lowest` is at least 2 and `wanted` at most 4.
  Math.max(lowest, Math.min(wanted, above + 1)) as Level;

/** A piece as long as this, with as many parts, is easier to read with a list of them. */
const longPiece = { words: 900, parts: 4 };

/** The parts of a long piece; empty for one that is read at a stretch. */
export function contentsOf({ body }: Article): { anchor: string; words: string }[] {
  const parts = withOutline(body).flatMap((block) =>
    block.type === 'heading' && block.level === 2
      ? [{ anchor: block.anchor, words: inlineText(block.children).trim() }]
      : [],
  );
  const isLong = countWords(blocksToPlainText(body)) >= longPiece.words;
  return isLong && parts.length >= longPiece.parts ? parts : [];
}
