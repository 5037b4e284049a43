'use client';
import { createClientFeature } from '@payloadcms/richtext-lexical/client';
import { $isParagraphNode, TextNode } from '@payloadcms/richtext-lexical/lexical';
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext';
import { useEffect } from 'react';

/** A hyphen typed or pasted where a paragraph begins is a reply («– Hei»), in Norwegian, never a list. */
function DirectSpeechPlugin(): null {
  const [editor] = useLexicalComposerContext();
  useEffect(
    () =>
      editor.registerNodeTransform(TextNode, (node) => {
        if (!$isParagraphNode(node.getParent()) || node.getPreviousSibling() !== null) return;
        // Within the same update: the editor's own shortcut for lists never sees the hyphen.
        if (/^-[ \u00a0]/.test(node.getTextContent())) node.spliceText(0, 1, '–');
      }),
    [editor],
  );
  return null;
}

export const DirectSpeechFeatureClient = createClientFeature({
  plugins: [{ Component: DirectSpeechPlugin, position: 'normal' }],
});
