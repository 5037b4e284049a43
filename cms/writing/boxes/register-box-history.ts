import { $createBlockNode } from '@payloadcms/richtext-lexical/client';
import {
  $addUpdateTag,
  $getNodeByKey,
  $hasUpdateTag,
  COMMAND_PRIORITY_CRITICAL,
  REDO_COMMAND,
  UNDO_COMMAND,
  type EditorState,
  type LexicalEditor,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical';
import { asKey } from '../../articles/saves/is-alike.ts';
import { boxFormOf, fromForm } from './box-forms.ts';

const boxType = 'block';
const modifiers = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph']);
const typing = ['keydown', 'beforeinput', 'paste', 'drop', 'pointerdown'] as const;

/**
 * What undo and redo do to boxes. A box writes itself once more when its fields are drawn, and when the server has seen
 * what was typed in them: that is nobody's change, and would be an undo of its own, or end what can be redone. And its fields are drawn once: what undo and redo change of a box
 * that stands is laid into its form, or the screen would show another text than is saved; where it has other rows the box is
 * drawn anew. Returns the end of it.
 */
export function registerBoxHistory(editor: LexicalEditor): () => void {
  const klass = editor._nodes.get(boxType)?.klass;
  if (klass === undefined) return () => undefined;
  /** Nobody has touched anything since boxes were made, undone or redone. */
  let isUntouched = false;
  const touch = (event: Event) => {
    // The first half of a key for undo is none for writing.
    if (!(event instanceof KeyboardEvent && modifiers.has(event.key))) isUntouched = false;
  };
  const replay = () => {
    isUntouched = true;
    return false;
  };
  const ends = [
    editor.registerRootListener((root, before) => {
      for (const kind of typing) before?.removeEventListener(kind, touch, true);
      for (const kind of typing) root?.addEventListener(kind, touch, true);
    }),
    editor.registerCommand(UNDO_COMMAND, replay, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(REDO_COMMAND, replay, COMMAND_PRIORITY_CRITICAL),
    editor.registerNodeTransform(klass, (box) => {
      const before = fieldsIn(editor.getEditorState(), box.getKey());
      const isEcho = boxFormOf(editor, box.getKey()) !== undefined;
      const isTyped = $hasUpdateTag(fromForm);
      if (before === undefined) isUntouched = true;
      else if (isUntouched || (!isTyped && (isEcho || before === fieldsOf(box))))
        $addUpdateTag('history-merge');
    }),
    editor.registerUpdateListener(({ editorState, prevEditorState, tags }) => {
      if (!tags.has('historic')) return;
      const others = [...editorState._nodeMap.keys()].filter((key) => {
        const [now, before] = [editorState, prevEditorState].map((state) => fieldsIn(state, key));
        return now !== undefined && before !== undefined && now !== before;
      });
      const wrong = others.filter((key) => {
        const box = boxIn(editorState, key);
        return box !== undefined && boxFormOf(editor, key)?.(box.fields) !== true;
      });
      if (wrong.length > 0) editor.update(() => wrong.forEach($drawAnew), { tag: 'history-merge' });
    }),
  ];
  return () => ends.forEach((end) => end());
}

/** Under another key React draws it anew. */
function $drawAnew(key: string): void {
  const box = $getNodeByKey(key);
  if (box === null) return;
  // why: the node is of the type that was asked for, and holds what Payload gave it.
  const { fields } = box.exportJSON() as unknown as Box;
  box.replace($createBlockNode(structuredClone(fields)));
}

interface Box {
  fields: Parameters<typeof $createBlockNode>[0];
}

// why: as above
const fieldsOf = (box: LexicalNode): string => asKey((box.exportJSON() as unknown as Box).fields);

const boxIn = (state: EditorState, key: string): Box | undefined =>
  state.read(() => {
    const node = $getNodeByKey(key);
    return node?.getType() === boxType ? (node.exportJSON() as unknown as Box) : undefined; // why: as above
  });

const fieldsIn = (state: EditorState, key: string): string | undefined => {
  const box = boxIn(state, key);
  return box && asKey(box.fields);
};
