import {
  $isParagraphNode,
  TextNode,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical';

/** A hyphen typed or pasted where a paragraph begins is a reply («– Hei»), in Norwegian, never a list. */
export const registerDirectSpeech = (editor: LexicalEditor): (() => void) =>
  editor.registerNodeTransform(TextNode, (node) => {
    if (!$isParagraphNode(node.getParent()) || node.getPreviousSibling() !== null) return;
    // Within the same update: the editor's own shortcut for lists never sees the hyphen.
    if (/^-[ \u00a0]/.test(node.getTextContent())) node.spliceText(0, 1, '–');
  });
