import {
  COMMAND_PRIORITY_HIGH,
  UNDO_COMMAND,
  type EditorState,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical';

/**
 * The next undo brings back this state, unless something is typed first. Each new box writes itself once more when its
 * fields are drawn, and each time would be an undo of its own.
 */
export function undoAtOnce(editor: LexicalEditor, before: EditorState): void {
  const root = editor.getRootElement();
  const forget = () => {
    stop();
    root?.removeEventListener('beforeinput', onInput);
  };
  const onInput = (event: InputEvent) => {
    if (event.inputType !== 'historyUndo') forget();
  };
  const stop = editor.registerCommand(
    UNDO_COMMAND,
    () => {
      forget();
      editor.setEditorState(before);
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
  root?.addEventListener('beforeinput', onInput);
}
