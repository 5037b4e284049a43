import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical';
import { tellLatestBody } from '../admin/latest-body.ts';

const byHand = ['keydown', 'beforeinput', 'paste', 'drop'] as const;

/** Tells `latestBody` what is written in this editor, the body of a document. Returns the end of it. */
export function registerLatestBody(editor: LexicalEditor, id: string): () => void {
  tellLatestBody(undefined);
  let isTouched = false;
  const touch = () => {
    isTouched = true;
  };
  const stopListening = editor.registerRootListener((root, before) => {
    for (const name of byHand) {
      before?.removeEventListener(name, touch, true);
      root?.addEventListener(name, touch, true);
    }
  });
  const stopUpdates = editor.registerUpdateListener(
    ({ editorState, dirtyElements, dirtyLeaves }) => {
      if (isTouched && (dirtyElements.size > 0 || dirtyLeaves.size > 0))
        tellLatestBody({ id, state: editorState });
    },
  );
  return () => {
    stopListening();
    stopUpdates();
  };
}
