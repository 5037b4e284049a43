import { isBox, type Block, type Box } from '../../../content/model/blocks/blocks.ts';
import { blocksToPlainText } from '../../../content/model/blocks/plain-text.ts';
import { textsHtml } from '../text/text-html.ts';
import type { FeedContext } from './feed-box.ts';
import { feedBoxes } from './feed-boxes.ts';

export type BodyContext = Omit<FeedContext, 'words'>;

/** An article's body as plain HTML, for feed readers. Every address is absolute. */
export function bodyHtml(blocks: readonly Block[], context: BodyContext): string {
  const whole = { ...context, words: () => blocksToPlainText(blocks) };
  return blocks
    .map((block) => (isBox(block) ? boxHtml(block, whole) : textsHtml([block], whole)))
    .join('');
}

const boxHtml = (box: Box, context: FeedContext): string =>
  // why: the entry of a box's own type takes that box.
  (feedBoxes[box.type] as (box: Box, context: FeedContext) => string)(box, context);
