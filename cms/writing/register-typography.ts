import {
  $getNodeByKey,
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  KEY_BACKSPACE_COMMAND,
  type EditorState,
  type LexicalEditor,
  type TextNode,
} from '@payloadcms/richtext-lexical/lexical';
import { $caret, readCaret, type Caret } from './caret.ts';
import { keptHyphens } from './direct-speech.ts';
import { setTypography } from './set-typography.ts';

/** Updates that nobody typed. */
const foreign = ['historic', 'paste', 'collaboration'] as const;

/** What was set just now, and how it was typed: one Backspace brings that back. */
interface Last extends Caret {
  typed: string;
  inserted: string;
}

/** Sets Norwegian typography while somebody types, in running text. */
export function registerTypography(editor: LexicalEditor): () => void {
  let last: Last | undefined;
  const stopListening = editor.registerUpdateListener(({ editorState, prevEditorState, tags }) => {
    if (tags.has('typography')) return;
    last = undefined;
    if (foreign.some((tag) => tags.has(tag)) || editor.isComposing()) return;
    const now = readCaret(editorState);
    const before = now && caretBefore(now, prevEditorState);
    if (now === undefined || before === undefined) return;
    // A reply's dash was set within the update itself; see `direct-speech.ts`.
    if (
      now.offset === 2 &&
      before.text.startsWith('-') &&
      now.text === `– ${before.text.slice(1)}`
    ) {
      last = { ...{ key: now.key, offset: 2, text: now.text }, inserted: '– ', typed: '- ' };
      return;
    }
    const typed = now.text.slice(now.offset - 1, now.offset);
    const wasTyped =
      now.text === before.text.slice(0, before.offset) + typed + before.text.slice(before.offset);
    if (now.key !== before.key || now.offset !== before.offset + 1 || !wasTyped) return;
    const upToHere = editorState.read(() => textBefore(now));
    const setting = setTypography(upToHere, typed);
    // What goes must lie in the same piece of text as the sign itself.
    if (setting === null || setting.remove > before.offset) return;
    const start = before.offset - setting.remove;
    editor.update(
      () => {
        const node = $getNodeByKey(now.key);
        if (!$isTextNode(node) || node.getTextContent() !== now.text) return;
        node.spliceText(start, now.offset - start, setting.insert, true);
        last = {
          ...{ key: now.key, offset: start + setting.insert.length },
          ...{ text: node.getTextContent(), inserted: setting.insert },
          typed: now.text.slice(start, now.offset),
        };
      },
      { tag: 'typography' },
    );
  });
  const stopUndoing = editor.registerCommand(
    KEY_BACKSPACE_COMMAND,
    (event) => {
      const caret = $caret();
      if (last === undefined || caret === undefined || event.ctrlKey || event.metaKey) return false;
      const { key, offset, text, inserted, typed } = last;
      last = undefined;
      if (caret.key !== key || caret.offset !== offset || caret.text !== text) return false;
      event.preventDefault();
      if (typed === '- ') keptHyphens.add(key);
      $getNodeByKey<TextNode>(key)?.spliceText(
        ...([offset - inserted.length, inserted.length, typed, true] as const),
      );
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
  return () => {
    stopListening();
    stopUndoing();
  };
}

/** Where the sign before the caret was typed: the first of a paragraph or of a line had no text to stand in. */
function caretBefore(now: Caret, state: EditorState): Caret | undefined {
  const isFirst = now.offset === 1 && now.text.length === 1;
  const isNew = isFirst && state.read(() => $getNodeByKey(now.key) === null);
  return isNew ? { key: now.key, offset: 0, text: '' } : readCaret(state);
}

/** The paragraph up to the sign that was typed. */
function textBefore({ key, offset, text }: Caret): string {
  const node = $getNodeByKey(key);
  const earlier = node?.getPreviousSiblings().map((sibling) => sibling.getTextContent()) ?? [];
  return earlier.join('') + text.slice(0, offset - 1);
}
