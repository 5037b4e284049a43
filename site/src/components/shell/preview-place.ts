/** Where somebody is in a text, told by its words: page and form have no other names for their parts in common. */
export interface Place {
  /** The words of the paragraph, heading or item. */
  text: string;
  /** Which of those with the same words, from 0. */
  nth: number;
  /** How many signs stand before the place. */
  offset: number;
}

/** What holds running text, in pages as in the editor. */
const blocks = 'p, h1, h2, h3, h4, li, blockquote, figcaption';

/** The blocks with these words, in their order. */
export const withText = (within: Element, text: string): Element[] =>
  [...within.querySelectorAll(blocks)].filter((each) => ownText(each) === text);

/** The words of a block, spaces all alike, without the lists below an item. */
function ownText(block: Element): string {
  const own = [...block.childNodes].filter((node) => !/^(UL|OL)$/.test(node.nodeName));
  return plain(own.map((node) => node.textContent).join('')).trim();
}

/** The place in a text that was clicked; undefined when it is none. */
export function placeOf(within: Element, event: MouseEvent): Place | undefined {
  if (!(event.target instanceof Element) || !within.contains(event.target)) return undefined;
  const block = event.target.closest(blocks);
  if (block === null) return undefined;
  const text = ownText(block);
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
  return plain(range.toString()).trimStart().length;
}

const plain = (text: string) => text.replace(/\u00ad/g, '').replace(/\s+/g, ' ');
