import { useModal } from '@payloadcms/ui';
import { $isLinkNode } from '@payloadcms/richtext-lexical/client';
import { $nodesOfType, type LexicalEditor } from '@payloadcms/richtext-lexical/lexical';
import { useEffect, useRef } from 'react';

/** What Payload writes into a link before anybody has said where it leads. */
const unsaid = new Set(['', 'https://']);

/**
 * Links by the keyboard: Ctrl with K asks where the words lead, the cursor is in the address at once, and a link whose
 * dialogue was closed before it led anywhere is none.
 */
export function useLinks(editor: LexicalEditor): void {
  const { modalState } = useModal();
  const isOpen = Object.entries(modalState).some(
    ([slug, modal]) => modal?.isOpen === true && slug.includes('lexical-rich-text-link-'),
  );
  const wasOpen = useRef(false);
  useEffect(
    () =>
      editor.registerRootListener((root, before) => {
        before?.removeEventListener('keydown', askForLink);
        root?.addEventListener('keydown', askForLink);
      }),
    [editor],
  );
  useEffect(() => {
    if (!isOpen && wasOpen.current) dropUnsaid(editor);
    wasOpen.current = isOpen;
    if (!isOpen) return undefined;
    let isFirst = true;
    // A refusal lets go of the keys, too: then the cursor is in the address again.
    const look = setInterval(() => {
      const field = document.querySelector<HTMLInputElement>(
        '.lexical-link-edit-drawer #field-url',
      );
      if (field === null || !(isFirst || document.activeElement === document.body)) return;
      field.focus();
      if (isFirst) field.select();
      isFirst = false;
    }, 50);
    return () => clearInterval(look);
  }, [editor, isOpen]);
}

function askForLink(event: KeyboardEvent): void {
  if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  const { currentTarget } = event;
  const text =
    currentTarget instanceof Element ? currentTarget.closest('.rich-text-lexical') : null;
  let looks = 0;
  // The toolbar hears of a new selection a moment later.
  const look = setInterval(() => {
    const button = text?.querySelector<HTMLElement>('.toolbar-popup__button-link:not(.disabled)');
    looks += 1;
    if (button !== null || looks > 25) clearInterval(look);
    button?.click();
  }, 20);
}

function dropUnsaid(editor: LexicalEditor): void {
  editor.update(() => {
    for (const link of $linksIn(editor)) {
      const { linkType, url } = link.getFields();
      if (linkType !== 'custom' || !unsaid.has((url ?? '').trim())) continue;
      for (const child of link.getChildren()) link.insertBefore(child);
      link.remove();
    }
  });
}

function $linksIn(editor: LexicalEditor) {
  const klass = editor._nodes.get('link')?.klass;
  return klass === undefined ? [] : $nodesOfType(klass).filter((node) => $isLinkNode(node));
}
