import type { ShapedBlock } from './shape-text.ts';
import { wordsOf } from './words-of.ts';

/** More parts than these are a text of their own. */
const mostParts = 8;
/** A name begins with a capital letter: «Hva er kundeservice?» is a question of the text. */
const asksWhat = /^[Hh]v(?:a|em) er (\p{Lu}[^?]{1,80}?)\s*\?$/u;

/**
 * «Hva er Fonn?» in a heading or a bold line, and what stands under it to the end, is a box about whoever is named: when
 * the name stands in the answer, since in an interview somebody answers for himself.
 */
export function takeFactBox(
  blocks: readonly ShapedBlock[],
  isQuestion: (block: ShapedBlock) => boolean,
): ShapedBlock[] {
  const at = blocks.findLastIndex((block) => isQuestion(block));
  const asked = blocks[at];
  const title = asked !== undefined && 'runs' in asked ? wordsOf(asked.runs) : '';
  const about = asksWhat.exec(title)?.[1];
  const content = blocks.slice(at + 1);
  const [first] = content;
  if (about === undefined || first?.type !== 'paragraph' || content.length > mostParts)
    return [...blocks];
  const isTold = wordsOf(first.runs).toLowerCase().includes(about.toLowerCase());
  const isRunning = content.every(({ type }) => type === 'paragraph' || type === 'item');
  if (!isTold || !isRunning) return [...blocks];
  return [...blocks.slice(0, at), { type: 'factBox', title, about, content }];
}
