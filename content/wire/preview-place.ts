/**
 * Where somebody is in a text, as form and preview tell each other: by its words, since they have no other names for
 * their parts in common.
 */
export interface Place {
  /** The words of the paragraph, heading or item. */
  text: string;
  /** Which of those with the same words, from 0. */
  nth: number;
}

/** A place in the page was clicked, `offset` signs behind the beginning of the block; the cursor is somewhere in the form. */
export const placeMessages = { clicked: 'kundefront-place', cursor: 'kundefront-cursor' } as const;

/** What holds running text, in pages as in the editor. */
export const textBlocks = 'p, h1, h2, h3, h4, li, blockquote, figcaption';

/** The words of a block, without the lists below an item. */
export function ownWords(block: Element): string {
  const own = [...block.childNodes].filter((node) => !/^(UL|OL)$/.test(node.nodeName));
  return plainWords(own.map((node) => node.textContent).join('')).trim();
}

/** Spaces all alike, and no soft hyphens: a page sets what a form does not. */
export const plainWords = (text: string): string =>
  text.replace(/\u00ad/g, '').replace(/\s+/g, ' ');
