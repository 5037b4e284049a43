import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type EditorState,
} from '@payloadcms/richtext-lexical/lexical';

/** Where somebody writes: the piece of text, its words, and the place in it. */
export interface Caret {
  key: string;
  offset: number;
  text: string;
}

/** The caret of a state; undefined when something is selected, or no text is written in. */
export const readCaret = (state: EditorState): Caret | undefined => state.read($caret);

/** The same within an update. */
export function $caret(): Caret | undefined {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return undefined;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node)) return undefined;
  return { key: node.getKey(), offset: selection.anchor.offset, text: node.getTextContent() };
}
