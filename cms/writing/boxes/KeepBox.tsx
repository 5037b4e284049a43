'use client';
import { $isBlockNode } from '@payloadcms/richtext-lexical/client';
import {
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  SKIP_DOM_SELECTION_TAG,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical';
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext';
import { useAllFormFields } from '@payloadcms/ui';
import type { FormState } from 'payload';
import { reduceFieldsToValues } from 'payload/shared';
import { useEffect, useRef, type ReactNode } from 'react';

/** So long after a key what a box holds is laid into the text; in ms. */
const pause = 100;

/**
 * What is typed in a box is a form of its own, that Payload lays into the text only with the server's answer: late on a
 * slow line, never without one, and an answer to an older question last of all. Here it is laid there at once, and again
 * where something older came after it. A field of every box that shows nothing.
 */
export function KeepBox(): ReactNode {
  const [editor] = useLexicalComposerContext();
  const [state] = useAllFormFields();
  const place = useRef<HTMLSpanElement>(null);
  const written = useRef<string>(undefined);
  const fields = JSON.stringify(fieldsOf(state));
  useEffect(() => {
    // As it was drawn, the text has it already.
    written.current ??= fields;
    if (written.current === fields) return undefined;
    const timer = setTimeout(() => {
      written.current = fields;
      lay(editor, place.current, fields);
    }, pause);
    return () => clearTimeout(timer);
  }, [editor, fields]);
  useEffect(() => {
    const drawn = written.current;
    return editor.registerUpdateListener(({ dirtyLeaves, tags }) => {
      const latest = written.current;
      if (dirtyLeaves.size === 0 || tags.has('historic') || latest === undefined) return;
      if (latest !== drawn) lay(editor, place.current, latest);
    });
  }, [editor]);
  return <span ref={place} hidden />;
}

/** An empty list of rows is left out, as Payload's own answer has it. */
const fieldsOf = (state: FormState) =>
  reduceFieldsToValues(
    Object.fromEntries(
      Object.entries(state).map(([path, field]) => [
        path,
        Array.isArray(field.rows) && 'value' in field ? { ...field, disableFormData: true } : field,
      ]),
    ),
    true,
  );

function lay(editor: LexicalEditor, place: HTMLElement | null, fields: string): void {
  if (place === null) return;
  const key = editor.read(() => {
    const box = $getNearestNodeFromDOMNode(place);
    return $isBlockNode(box) && hold(box.getFields()) !== fields ? box.getKey() : undefined;
  });
  if (key === undefined) return;
  editor.update(
    () => {
      const box = $getNodeByKey(key);
      if (!$isBlockNode(box)) return;
      const { blockType } = box.getFields();
      // why: the form's fields are those of this box; its kind is no field
      const laid = JSON.parse(fields) as ReturnType<typeof box.getFields>;
      box.setFields({ ...laid, blockType }, true);
    },
    { tag: SKIP_DOM_SELECTION_TAG },
  );
}

const hold = ({ blockType: _, ...fields }: { blockType: string }): string => JSON.stringify(fields);
