'use client';
import {
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type LexicalEditor,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical';
import { isAlike } from './is-alike.ts';

/** Where the caret stands in the body: the place of each node in its parent, from the root, and the offset in the last. */
interface Place {
  path: number[];
  offset: number;
}

/** A body that gets another text is put together anew by Payload: the caret is put back where it stood in its paragraph. */
export function keepCaret(before: unknown, after: unknown): () => void {
  const root = findRoot();
  const editor = editorOf(root);
  if (!root?.contains(document.activeElement) || !editor) return () => undefined;
  const place = editor.getEditorState().read(() => findPlace());
  if (place === undefined) return () => undefined;
  const path = [
    newIndex(place.path[0] ?? 0, partsOf(before), partsOf(after)),
    ...place.path.slice(1),
  ];
  return () => void putBack(editor, { path, offset: place.offset });
}

const findRoot = () => document.querySelector<HTMLElement>('[data-lexical-editor]');
const editorOf = (root: HTMLElement | null): LexicalEditor | undefined =>
  // why: Lexical keeps the editor on its root element
  (root as (HTMLElement & { __lexicalEditor?: LexicalEditor }) | null)?.__lexicalEditor;

function findPlace(): Place | undefined {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return undefined;
  const { key, offset } = selection.anchor;
  const path: number[] = [];
  for (let node: LexicalNode | null = $getNodeByKey(key); node?.getParent();) {
    path.unshift(node.getIndexWithinParent());
    node = node.getParent();
  }
  return { path, offset };
}

function partsOf(body: unknown): unknown[] {
  const { root } = (body ?? {}) as { root?: { children?: unknown[] } }; // why: a text editor's state
  return root?.children ?? [];
}

function newIndex(index: number, before: readonly unknown[], after: readonly unknown[]): number {
  const found = after.findIndex((part) => isAlike(part, before[index]));
  return found === -1 ? Math.min(index, after.length - 1) : found;
}

/** Within a second, as soon as the new editor is there. */
async function putBack(old: LexicalEditor, { path, offset }: Place): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    const editor = editorOf(findRoot());
    if (editor === undefined || editor === old) continue;
    editor.focus(() =>
      editor.update(() => {
        let node: LexicalNode | null = $getRoot();
        for (const index of path) {
          const child: LexicalNode | null = $isElementNode(node)
            ? node.getChildAtIndex(index)
            : null;
          if (child === null) break;
          node = child;
        }
        const most = $isElementNode(node) ? node.getChildrenSize() : node.getTextContentSize();
        const at = Math.min(offset, most);
        if ('select' in node && typeof node.select === 'function') node.select(at, at);
      }),
    );
    return;
  }
}
