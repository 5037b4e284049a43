import {
  $getNodeByKey,
  $isParagraphNode,
  TextNode,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical';

const hyphen = /^-[ \u00a0]/;

/** Pieces of text whose hyphen somebody has just asked for back. */
export const keptHyphens = new Set<string>();

/**
 * A hyphen typed or pasted where a paragraph begins is a reply («– Hei»), in Norwegian, never a list. One that stood there
 * before, or was brought back, stays.
 */
export const registerDirectSpeech = (editor: LexicalEditor): (() => void) =>
  editor.registerNodeTransform(TextNode, (node) => {
    if (!$isParagraphNode(node.getParent()) || node.getPreviousSibling() !== null) return;
    if (!hyphen.test(node.getTextContent())) return;
    const key = node.getKey();
    const before = editor.getEditorState().read(() => $getNodeByKey(key)?.getTextContent() ?? '');
    if (hyphen.test(before)) keptHyphens.delete(key);
    // Within the same update: the editor's own shortcut for lists never sees the hyphen.
    else if (!keptHyphens.has(key)) node.spliceText(0, 1, '–');
  });
