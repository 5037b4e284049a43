import { $createBlockNode } from '@payloadcms/richtext-lexical/client';
import {
  $getSelection,
  $addUpdateTag,
  $insertNodes,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  PASTE_COMMAND,
  PASTE_TAG,
  type LexicalEditor,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical';
import { $generateNodesFromDOM } from '@payloadcms/richtext-lexical/lexical/html';
import {
  nothingLeft,
  type Embedded,
  type LeftBehind,
  type Pasted,
  type PastedBlock,
} from './pasted.ts';
import { readPaste } from './read-paste.ts';
import { readPlainText } from './read-plain-text.ts';
import { renderPaste } from './render-paste.ts';
import { splitQuestions } from './split-questions.ts';

/** What the editor copies of itself; it knows best how to read that. */
const ownType = 'application/x-lexical-editor';

interface PasteListeners {
  /** Hears what did not come along. */
  tell: (left: LeftBehind) => void;
  /** Hears how many parts did, within the update. */
  pasted: (count: number) => void;
  /** Is given pictures that came along whole, and the key of the part that they belong behind. */
  ask: (files: readonly File[], after: string | undefined) => void;
}

/**
 * Whatever is pasted comes in as running text that can be published. With Shift the browser offers the words alone,
 * which are read as plain text.
 */
export const registerPaste = (
  editor: LexicalEditor,
  { tell, pasted, ask }: PasteListeners,
): (() => void) =>
  editor.registerCommand(
    PASTE_COMMAND,
    (event) => {
      const clipboard = 'clipboardData' in event ? event.clipboardData : null;
      if (clipboard === null || clipboard.types.includes(ownType)) return false;
      const { blocks, files, left } = readClipboard(clipboard);
      const { pictures, ...counts } = left;
      const isNothingLeft =
        pictures.length === 0 && Object.values(counts).every((count) => count === 0);
      if (blocks.length === 0 && files.length === 0 && isNothingLeft) return false;
      event.preventDefault();
      const holdsBoxes = editor._nodes.has('block');
      const tables = holdsBoxes ? 0 : blocks.filter(({ type }) => type === 'table').length;
      const nodes = $toNodes(editor, blocks, holdsBoxes);
      // The cursor stays behind what came in: nobody made a box to write in it.
      $addUpdateTag(PASTE_TAG);
      if (nodes.length > 0) $insertNodes(nodes);
      pasted(nodes.length);
      if (!isNothingLeft || tables > 0) tell({ ...left, tables: left.tables + tables });
      if (files.length > 0) ask(files, $keyAtCursor());
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );

/** Running text as the editor reads it, and between it the tables as boxes, where boxes may stand. */
function $toNodes(
  editor: LexicalEditor,
  blocks: readonly PastedBlock[],
  holdsBoxes: boolean,
): LexicalNode[] {
  const nodes: LexicalNode[] = [];
  let texts: PastedBlock[] = [];
  const $readTexts = () => {
    const html = renderPaste(splitQuestions(texts));
    nodes.push(
      ...$generateNodesFromDOM(editor, new DOMParser().parseFromString(html, 'text/html')),
    );
    texts = [];
  };
  for (const block of blocks) {
    if (block.type !== 'table') texts.push(block);
    else if (holdsBoxes) {
      if (texts.length > 0) $readTexts();
      nodes.push($tableBox(block));
    }
  }
  if (texts.length > 0) $readTexts();
  return nodes;
}

function $tableBox(table: Extract<PastedBlock, { type: 'table' }>): LexicalNode {
  const { rows, hasHeader, caption } = table;
  const fields = { blockType: 'table', blockName: '', rows, caption };
  // why: what a box holds is its own; the id is given by Payload
  return $createBlockNode({
    ...fields,
    headerRow: hasHeader,
    headerColumn: false,
  } as unknown as Parameters<typeof $createBlockNode>[0]);
}

/** The key of the part of the text that the cursor is in. */
function $keyAtCursor(): string | undefined {
  const selection = $getSelection();
  return $isRangeSelection(selection)
    ? selection.anchor.getNode().getTopLevelElement()?.getKey()
    : undefined;
}

interface Read extends Omit<Pasted, 'embedded'> {
  files: File[];
}

function readClipboard(clipboard: DataTransfer): Read {
  const html = clipboard.getData('text/html');
  const isPicture = ({ type }: File) => type.startsWith('image/');
  const copied = [...clipboard.files].filter(isPicture);
  if (html === '') {
    const blocks = readPlainText(clipboard.getData('text/plain'));
    const embeds = clipboard.files.length - copied.length;
    return { blocks, files: copied, left: { ...nothingLeft, embeds } };
  }
  const { blocks, embedded, left } = readPaste(
    new DOMParser().parseFromString(html, 'text/html').body,
  );
  // A picture that is copied alone comes as itself, and as what its page says of it.
  if (blocks.length === 0 && copied.length > 0)
    return { blocks, files: copied, left: { ...left, pictures: [] } };
  const files = embedded.flatMap(toFile);
  const broken = embedded.length - files.length;
  const pictures = [...left.pictures, ...Array<string>(broken).fill('')];
  return { blocks, files, left: { ...left, pictures } };
}

/** The bytes of a `data:` address (RFC 2397, base64); nothing when they are none. */
function toFile({ source, name }: Embedded): File[] {
  const [, type = '', data = ''] = /^data:([\w/+.-]+);base64,(.*)$/s.exec(source) ?? [];
  try {
    const bytes = Uint8Array.from(atob(data.replace(/\s/g, '')), (sign) => sign.charCodeAt(0));
    const ending = type.replace(/^image\//, '').toLowerCase();
    return [new File([bytes], `${name || 'bilde'}.${ending}`, { type })];
  } catch {
    return []; // no base64: there is no picture in it
  }
}
