import {
  $getSelection,
  $isRangeSelection,
  TextNode,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical';
import { $isListItemNode, $isListNode } from '@payloadcms/richtext-lexical/lexical/list';

/** `* ` and `1. ` at the beginning of an item: what its level is to be, as at the beginning of a paragraph. */
const markers = [
  [/^\s*[*•][ \u00a0]/, 'bullet'],
  [/^\s*(\d{1,3})[.)][ \u00a0]/, 'number'],
] as const;

/**
 * Within a list, a marker that is typed where an item begins makes that level bullets, or numbers; one that the item has
 * already, as bullet or by its number, is not said twice. «17. mai» in the third item is text.
 */
export const registerListLevels = (editor: LexicalEditor): (() => void) =>
  editor.registerNodeTransform(TextNode, (node) => {
    const item = node.getParent();
    if (!$isListItemNode(item) || node.getPreviousSibling() !== null) return;
    const text = node.getTextContent();
    const [pattern, type] = markers.find(([each]) => each.test(text)) ?? [];
    const list = item.getParent();
    if (pattern === undefined || type === undefined || !$isListNode(list)) return;
    const [marker = '', number] = pattern.exec(text) ?? [];
    const typed = marker.length;
    const isSame = list.getListType() === type;
    if (number !== undefined && Number(number) !== (isSame ? item.getValue() : 1)) return;
    // Typed just now: the cursor is behind it.
    const selection = $getSelection();
    const isHere =
      $isRangeSelection(selection) &&
      selection.isCollapsed() &&
      selection.anchor.key === node.getKey() &&
      selection.anchor.offset === typed;
    if (!isHere) return;
    node.spliceText(0, typed, '', true);
    if (!isSame) list.setListType(type);
  });
