import {
  $getNodeByKey,
  $isTextNode,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical';
import { readCaret } from './caret.ts';

const deleting = new Set(['Backspace', 'Delete', 'x', 'X']);
const foreign = ['historic', 'paste', 'collaboration'] as const;

/**
 * Somebody who types «/sitat» and presses Enter at once chooses before Payload's menu has heard all of it; it then takes as
 * many signs away as it has heard of, and leaves the rest in the text. What is left of the word is taken away, too.
 */
export function registerSlashRemains(editor: LexicalEditor): () => void {
  let lastKey = '';
  const onKey = ({ key }: KeyboardEvent) => {
    lastKey = key;
  };
  const stopKeys = editor.registerRootListener((root, before) => {
    before?.removeEventListener('keydown', onKey, true);
    root?.addEventListener('keydown', onKey, true);
  });
  const stopUpdates = editor.registerUpdateListener(({ editorState, prevEditorState, tags }) => {
    if (foreign.some((tag) => tags.has(tag)) || deleting.has(lastKey)) return;
    const [now, before] = [readCaret(editorState), readCaret(prevEditorState)];
    if (now === undefined || before === undefined || now.key !== before.key) return;
    const query = /(?:^|\s)(\/\S+)$/.exec(before.text.slice(0, before.offset))?.[1];
    const left = (query?.length ?? 0) - (before.offset - now.offset);
    const isCut =
      now.text === before.text.slice(0, now.offset) + before.text.slice(before.offset) &&
      now.offset < before.offset;
    if (query === undefined || !isCut || left <= 0) return;
    editor.update(() => {
      const node = $getNodeByKey(now.key);
      if (!$isTextNode(node) || node.getTextContent() !== now.text) return;
      node.spliceText(now.offset - left, left, '', true);
    });
  });
  return () => {
    stopKeys();
    stopUpdates();
  };
}
