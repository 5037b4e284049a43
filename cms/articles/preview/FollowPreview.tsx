'use client';
import { useLivePreviewContext } from '@payloadcms/ui';
import { useEffect } from 'react';
import { z } from 'zod';
import {
  ownWords,
  placeMessages,
  plainWords,
  textBlocks,
  type Place,
} from '../../../content/wire/preview-place.ts';

const placeSchema = z.object({
  type: z.literal(placeMessages.clicked),
  text: z.string(),
  nth: z.number().int().min(0),
  offset: z.number().int().min(0),
});

const fields =
  '#field-title, #field-lead, .document-fields__main :is(textarea, input[type="text"])';
const blocks = `[data-lexical-editor] :is(${textBlocks})`;

/** Keeps form and preview at the same place: a click there puts the cursor here, the cursor here is shown there. */
export function FollowPreview() {
  const { iframeRef, isLivePreviewing, url } = useLivePreviewContext();

  useEffect(() => {
    if (!isLivePreviewing || !url) return undefined;
    const origin = new URL(url).origin;
    const listen = (event: MessageEvent<unknown>) => {
      if (event.origin !== origin) return;
      const place = placeSchema.safeParse(event.data).data;
      if (place !== undefined) goTo(place);
    };
    let told = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const cursor = cursorPlace();
        const message = JSON.stringify(cursor);
        if (cursor === undefined || message === told) return;
        told = message;
        iframeRef.current?.contentWindow?.postMessage(
          { type: placeMessages.cursor, ...cursor },
          origin,
        );
      }, 100);
    };
    window.addEventListener('message', listen);
    document.addEventListener('selectionchange', tell);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('message', listen);
      document.removeEventListener('selectionchange', tell);
    };
  }, [iframeRef, isLivePreviewing, url]);
  return null;
}

interface Found {
  element: Element;
  text: string;
}

/** Everything in the form that is written, in the order of the page. */
const written = (): Found[] =>
  [...document.querySelectorAll(`${fields}, ${blocks}`)]
    .map((element) => ({ element, text: textOf(element) }))
    .filter(({ text }) => text !== '');

const textOf = (element: Element): string =>
  isField(element) ? plainWords(element.value).trim() : ownWords(element);

function goTo({ text, nth, offset }: z.infer<typeof placeSchema>): void {
  const same = written().filter((each) => each.text === text);
  const element = (same[nth] ?? same[0])?.element;
  if (element === undefined) return;
  element.scrollIntoView({ block: 'center' });
  if (isField(element)) {
    element.focus({ preventScroll: true });
    element.setSelectionRange(offset, offset);
    return;
  }
  element.closest<HTMLElement>('[contenteditable="true"]')?.focus({ preventScroll: true });
  const [node, at] = textAt(element, offset);
  window.getSelection()?.collapse(node, at);
}

/** The node of a block that holds its sign number `offset`, and where in it. */
function textAt(block: Element, offset: number): [Node, number] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let left = offset;
  let last: [Node, number] = [block, 0];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) return [node, left];
    left -= length;
    last = [node, length];
  }
  return last;
}

/** Where the cursor is, as the preview is told. */
function cursorPlace(): Place | undefined {
  const anchor = window.getSelection()?.anchorNode;
  const active = document.activeElement;
  const element =
    active !== null && isField(active)
      ? active
      : (anchor instanceof Element ? anchor : anchor?.parentElement)?.closest(blocks);
  const all = written();
  const here = all.find((each) => each.element === element);
  if (here === undefined) return undefined;
  return { text: here.text, nth: all.filter(({ text }) => text === here.text).indexOf(here) };
}

const isField = (element: Element): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
