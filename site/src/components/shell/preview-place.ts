import {
  ownWords,
  plainWords,
  textBlocks,
  type Place,
} from '../../../../content/wire/preview-place.ts';

/** The blocks with these words, in their order. */
export const withText = (within: Element, text: string): Element[] =>
  [...within.querySelectorAll(textBlocks)].filter((each) => ownWords(each) === text);

/** The place in a text that was clicked, and how many signs stand before it; undefined when it is none. */
export function placeOf(
  within: Element,
  event: MouseEvent,
): (Place & { offset: number }) | undefined {
  if (!(event.target instanceof Element) || !within.contains(event.target)) return undefined;
  const block = event.target.closest(textBlocks);
  if (block === null) return undefined;
  const text = ownWords(block);
  if (text === '') return undefined;
  const nth = withText(within, text).indexOf(block);
  return { text, nth, offset: offsetIn(block, event) };
}

function offsetIn(block: Element, { clientX, clientY }: MouseEvent): number {
  const caret = document.caretPositionFromPoint?.(clientX, clientY);
  if (!caret || !block.contains(caret.offsetNode)) return 0;
  const range = document.createRange();
  range.selectNodeContents(block);
  range.setEnd(caret.offsetNode, caret.offset);
  return plainWords(range.toString()).trimStart().length;
}
