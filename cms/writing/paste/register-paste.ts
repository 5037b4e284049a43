import {
  $insertNodes,
  COMMAND_PRIORITY_HIGH,
  PASTE_COMMAND,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical';
import { $generateNodesFromDOM } from '@payloadcms/richtext-lexical/lexical/html';
import type { LeftBehind, Pasted } from './pasted.ts';
import { readPaste } from './read-paste.ts';
import { readPlainText } from './read-plain-text.ts';
import { renderPaste } from './render-paste.ts';

/** What the editor copies of itself; it knows best how to read that. */
const ownType = 'application/x-lexical-editor';

/**
 * Whatever is pasted comes in as running text that can be published. `tell` hears what did not come along, `pasted`
 * how many parts did, within the update. With Shift the browser offers the words alone, which are read as plain text.
 */
export const registerPaste = (
  editor: LexicalEditor,
  tell: (left: LeftBehind) => void,
  pasted: (count: number) => void,
): (() => void) =>
  editor.registerCommand(
    PASTE_COMMAND,
    (event) => {
      const clipboard = 'clipboardData' in event ? event.clipboardData : null;
      if (clipboard === null || clipboard.types.includes(ownType)) return false;
      const { blocks, left } = readClipboard(clipboard);
      const isNothingLeft = left.pictures.length + left.tables + left.embeds === 0;
      if (blocks.length === 0 && isNothingLeft) return false;
      event.preventDefault();
      const html = new DOMParser().parseFromString(renderPaste(blocks), 'text/html');
      const nodes = $generateNodesFromDOM(editor, html);
      if (nodes.length > 0) $insertNodes(nodes);
      pasted(nodes.length);
      if (!isNothingLeft) tell(left);
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );

function readClipboard(clipboard: DataTransfer): Pasted {
  const html = clipboard.getData('text/html');
  if (html !== '') return readPaste(new DOMParser().parseFromString(html, 'text/html').body);
  const pictures = [...clipboard.files].map(({ name }) => name);
  const blocks = readPlainText(clipboard.getData('text/plain'));
  return { blocks, left: { pictures, tables: 0, embeds: 0 } };
}
