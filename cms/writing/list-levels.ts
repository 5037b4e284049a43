import {
  $getSelection,
  $isRangeSelection,
  TextNode,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical';
import { $isListItemNode, $isListNode } from '@payloadcms/richtext-lexical/lexical/list';

/** `* ` and `1. ` at the beginning of an item: what its level is to be, as at the beginning of a paragraph. */
const markers = [
  [/^[*•][ \u00a0]/, 'bullet'],
  [/^1[.)][ \u00a0]/, 'number'],
] as const;

/** Within a list, a marker that is typed where an item begins makes that level bullets, or numbers. */
export const registerListLevels = (editor: LexicalEditor): (() => void) =>
  editor.registerNodeTransform(TextNode, (node) => {
    const item = node.getParent();
    if (!$isListItemNode(item) || node.getPreviousSibling() !== null) return;
    const text = node.getTextContent();
    const [pattern, type] = markers.find(([each]) => each.test(text)) ?? [];
    const list = item.getParent();
    if (pattern === undefined || type === undefined || !$isListNode(list)) return;
    const typed = pattern.exec(text)?.[0].length ?? 0;
    // Typed just now: the cursor is behind it.
    const selection = $getSelection();
    const isHere =
      $isRangeSelection(selection) &&
      selection.isCollapsed() &&
      selection.anchor.key === node.getKey() &&
      selection.anchor.offset === typed;
    if (!isHere || list.getListType() === type) return;
    node.spliceText(0, typed, '', true);
    list.setListType(type);
  });
