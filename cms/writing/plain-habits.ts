import type { useEditorConfigContext } from '@payloadcms/richtext-lexical/client';
import { $isListItemNode, type ListItemNode } from '@payloadcms/richtext-lexical/lexical/list';
import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical';
import { toSlug } from '../../content/model/slug.ts';

type Config = ReturnType<typeof useEditorConfigContext>['editorConfig'];
type Told = Parameters<
  Extract<
    Config['features']['slashMenu']['groups'][number]['items'][number]['label'],
    (...args: never[]) => string
  >
>[0];

/** The menu finds «Spørsmål» by `/sporsmal`, too, as whoever writes on a foreign keyboard types it. */
export function findByPlainLetters({ features }: Config, i18n: object): void {
  // why: labels ask for the language alone; its type names each phrase of Payload's
  const told = { i18n, featureClientSchemaMap: {}, schemaPath: '' } as Told;
  for (const { items } of features.slashMenu.groups)
    for (const item of items) {
      const label = typeof item.label === 'function' ? item.label(told) : item.label;
      const plain = toSlug(label ?? '');
      if (item.keywords?.includes(plain) !== true)
        item.keywords = [...(item.keywords ?? []), plain];
    }
}

/**
 * Tab moves an item in a list to another level, where there is one; elsewhere it leads on, as on every page, and writes
 * nothing. Escape closes what is open and leaves the cursor in the text. Returns the end of it.
 */
export function registerKeys(editor: LexicalEditor): () => void {
  const stopTab = editor.registerCommand(
    KEY_TAB_COMMAND,
    (event) => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return true;
      const item = $itemOf(selection.anchor.getNode());
      return item === undefined || !$canMove(item, event.shiftKey);
    },
    COMMAND_PRIORITY_LOW,
  );
  const stopEnds = editor.registerRootListener((root, before) => {
    before?.removeEventListener('keydown', onEnds);
    root?.addEventListener('keydown', onEnds);
  });
  // In a text within a box the browser would go to the ends of what the box stands in.
  function onEnds(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    if ((event.key !== 'Home' && event.key !== 'End') || editor._nodes.has('block')) return;
    event.preventDefault();
    event.stopPropagation();
    editor.update(() => {
      if (event.key === 'Home') $getRoot().selectStart();
      else $getRoot().selectEnd();
    });
  }
  const stopEscape = editor.registerCommand(KEY_ESCAPE_COMMAND, () => true, COMMAND_PRIORITY_LOW);
  return () => {
    stopTab();
    stopEnds();
    stopEscape();
  };
}

const $itemOf = (node: LexicalNode): ListItemNode | undefined =>
  [node, ...node.getParents()].find((each) => $isListItemNode(each));

/** The first of a list has nothing to stand under, and the outermost nowhere to go: there the key leads on. */
const $canMove = (item: ListItemNode, isOut: boolean): boolean =>
  isOut ? item.getIndent() > 0 : item.getPreviousSibling() !== null;
