import {
  $createParagraphNode,
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  COMMAND_PRIORITY_NORMAL,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical';

/** What can be written in or chosen in a box, but not what stands in its head. */
const fields =
  '.render-fields :is(textarea, input:not([type="hidden"]), [contenteditable="true"], .upload button, .array-field__add-row)';
/** Node types of boxes, as Payload registers them. */
const boxType = 'block';
/** A new box is drawn by React, or on a slow line by the server; so long it may take, in ms. */
const patience = 10_000;
/** Whoever writes on after so long has gone on without it, in ms. */
const soon = 2_000;

/**
 * Boxes by the keyboard: the cursor is in a new one at once. An arrow chooses the box that comes next, and the same
 * arrow, Enter or Tab leads into it; Escape and the arrows lead out, Alt with an arrow moves one, or a paragraph. Returns
 * the end of it.
 */
export function registerBoxes(editor: LexicalEditor): () => void {
  const klass = editor._nodes.get(boxType)?.klass;
  const leadIn = <Key extends KeyboardEvent | null>(
    command: LexicalCommand<Key>,
    from: Direction = 'down',
  ) =>
    editor.registerCommand(
      command,
      (event) => {
        const selection = $getSelection();
        const [node] = $isNodeSelection(selection) ? selection.getNodes() : [];
        if (node?.getType() !== boxType || event?.altKey || event?.shiftKey) return false;
        event?.preventDefault();
        void enter(editor, node.getKey(), from);
        return true;
      },
      // Before the arrows choose the box after this one.
      COMMAND_PRIORITY_NORMAL,
    );
  const ends = [
    leadIn(KEY_ENTER_COMMAND),
    leadIn(KEY_TAB_COMMAND),
    leadIn(KEY_ARROW_DOWN_COMMAND),
    leadIn(KEY_ARROW_UP_COMMAND, 'up'),
    editor.registerRootListener((root, before) => {
      before?.removeEventListener('keydown', onMove, true);
      before?.removeEventListener('keydown', onEscape, true);
      before?.removeEventListener('keydown', onPress, true);
      before?.removeEventListener('keydown', onKey);
      // Before the editor itself takes an arrow for a step of the cursor.
      root?.addEventListener('keydown', onMove, true);
      root?.addEventListener('keydown', onEscape, true);
      root?.addEventListener('keydown', onPress, true);
      root?.addEventListener('keydown', onKey);
    }),
    klass === undefined
      ? () => undefined
      : editor.registerMutationListener(
          klass,
          (mutations, { updateTags }) => {
            const made = [...mutations].filter(([, mutation]) => mutation === 'created');
            const isByHand = !updateTags.has('historic') && !updateTags.has('paste');
            const [first] = made;
            if (first !== undefined && made.length === 1 && isByHand) void enter(editor, first[0]);
          },
          { skipInitialization: true },
        ),
  ];
  return () => {
    for (const end of ends) end();
  };

  function onMove(event: KeyboardEvent): void {
    const direction = directionOf(event);
    const box = boxOf(event);
    if (!event.altKey || direction === undefined || (box && !isOurs(box))) return;
    event.preventDefault();
    event.stopPropagation();
    const focused = event.target instanceof HTMLElement ? event.target : undefined;
    move(editor, { box, direction, focused });
  }

  /** A list of choices takes Escape for its own, also when it is closed. */
  function onEscape(event: KeyboardEvent): void {
    const { key, target } = event;
    const box = boxOf(event);
    if (key !== 'Escape' || !(target instanceof HTMLElement) || !box || !isOurs(box)) return;
    if (target.closest('.rs__control') === null || isChoosing(target)) return;
    event.preventDefault();
    event.stopPropagation();
    leave(editor, box, 'down');
  }

  /** The editor would take a key that presses a button for one of the text. */
  function onPress(event: KeyboardEvent): void {
    const isPress = event.key === 'Enter' || event.key === ' ';
    if (isPress && boxOf(event) && event.target instanceof HTMLButtonElement)
      event.stopPropagation();
  }

  function onKey(event: KeyboardEvent): void {
    const { target } = event;
    const box = boxOf(event);
    if (!(target instanceof HTMLElement) || !box || !isOurs(box)) return;
    if (event.defaultPrevented || isChoosing(target)) return;
    const direction = event.key === 'Escape' ? 'down' : directionOf(event);
    if (direction === undefined) return;
    if (event.key !== 'Escape' && !isAtEdge(box, target, direction)) return;
    event.preventDefault();
    event.stopPropagation();
    leave(editor, box, direction);
  }

  function isOurs(box: HTMLElement): boolean {
    return box.parentElement === editor.getRootElement();
  }
}

const boxOf = ({ target }: KeyboardEvent): HTMLElement | undefined =>
  (target instanceof HTMLElement &&
    target.closest<HTMLElement>('[data-lexical-decorator="true"]')) ||
  undefined;

type Direction = 'up' | 'down';

const directionOf = ({ key }: KeyboardEvent): Direction | undefined =>
  key === 'ArrowUp' ? 'up' : key === 'ArrowDown' ? 'down' : undefined;

/** Puts the cursor into the first field of a box, or coming from below into the last, as soon as it is there. */
async function enter(
  editor: LexicalEditor,
  key: string,
  direction: Direction = 'down',
): Promise<void> {
  let isWritingOn = false;
  const onKey = () => {
    isWritingOn = true;
  };
  window.addEventListener('keydown', onKey, { capture: true, once: true });
  for (let waited = 0; waited < (isWritingOn ? soon : patience); waited += 50) {
    const all = [...(editor.getElementByKey(key)?.querySelectorAll<HTMLElement>(fields) ?? [])];
    const field = direction === 'down' ? all[0] : all.at(-1);
    if (field) return field.focus();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The cursor goes to what comes before or after a box; a paragraph is made where there is none. */
function leave(editor: LexicalEditor, box: HTMLElement, direction: Direction): void {
  // A field inside would keep the keys, wherever the selection is.
  editor.getRootElement()?.focus({ preventScroll: true });
  editor.update(() => {
    const node = $getNearestNodeFromDOMNode(box);
    if (node === null) return;
    const neighbour = direction === 'up' ? node.getPreviousSibling() : node.getNextSibling();
    if ($isElementNode(neighbour)) {
      if (direction === 'up') neighbour.selectEnd();
      else neighbour.selectStart();
    } else {
      const paragraph = $createParagraphNode();
      if (direction === 'up') node.insertBefore(paragraph);
      else node.insertAfter(paragraph);
      paragraph.select();
    }
  });
}

/** Moves a box, or the paragraph that the cursor is in, past its neighbour. */
function move(
  editor: LexicalEditor,
  {
    box,
    direction,
    focused,
  }: { box: HTMLElement | undefined; direction: Direction; focused: HTMLElement | undefined },
): void {
  editor.update(
    () => {
      const node = box === undefined ? topOfSelection() : $getNearestNodeFromDOMNode(box);
      if (!node) return;
      const neighbour = direction === 'up' ? node.getPreviousSibling() : node.getNextSibling();
      if (neighbour === null) return;
      if (direction === 'up') neighbour.insertBefore(node, false);
      else neighbour.insertAfter(node, false);
    },
    { onUpdate: () => box && focused?.focus() },
  );
}

function topOfSelection(): LexicalNode | undefined {
  const [node] = $getSelection()?.getNodes() ?? [];
  return node === undefined
    ? undefined
    : ($getNodeByKey(node.getKey())?.getTopLevelElement() ?? node);
}

/** A menu of choices is open: the keys are its own. */
const isChoosing = (target: HTMLElement): boolean =>
  target.getAttribute('aria-expanded') === 'true' ||
  target.closest('[aria-expanded="true"]') !== null;

/** Whether the cursor is where nothing more comes in a box in this direction. */
function isAtEdge(box: HTMLElement, target: HTMLElement, direction: Direction): boolean {
  const all = [...box.querySelectorAll<HTMLElement>(fields)];
  const field = all.find((each) => each === target || each.contains(target));
  if (field === undefined || field !== (direction === 'up' ? all[0] : all.at(-1))) return false;
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) {
    const { selectionStart, selectionEnd, value } = field;
    if (selectionStart === null) return true;
    return direction === 'up' ? selectionEnd === 0 : selectionStart === value.length;
  }
  const selection = window.getSelection();
  if (!field.isContentEditable || !selection || selection.rangeCount === 0) return false;
  const rest = selection.getRangeAt(0).cloneRange();
  if (!rest.collapsed) return false;
  if (direction === 'up') rest.setStartBefore(field);
  else rest.setEndAfter(field);
  return rest.toString().trim() === '';
}
