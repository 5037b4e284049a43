'use client';
import { $isBlockNode, type BlockNode } from '@payloadcms/richtext-lexical/client';
import {
  $getNearestNodeFromDOMNode,
  SKIP_DOM_SELECTION_TAG,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical';
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext';
import { useAllFormFields, useFormModified } from '@payloadcms/ui';
import type { FormState } from 'payload';
import { reduceFieldsToValues } from 'payload/shared';
import { useEffect, useRef, type ReactNode } from 'react';
import { useDrawnRows } from '../../admin/use-drawn-rows.ts';
import { asKey, isAlike } from '../../articles/saves/is-alike.ts';
import { fromForm, tellBoxForm, type BoxFields, type TakeOver } from './box-forms.ts';

/** So long after the last key what a box holds is laid into the text, and is one step for undo; in ms. */
const pause = 300;

/**
 * What is typed in a box is a form of its own, that Payload lays into the text only with the server's answer: late on a
 * slow line, never without one, and an answer to an older question last of all. Here it is laid there at once, and again
 * where something older came after it; what undo and redo make of the box goes the other way. A field of every box that
 * shows nothing.
 */
export function KeepBox(): ReactNode {
  const [editor] = useLexicalComposerContext();
  const [state, dispatch] = useAllFormFields();
  const isModified = useFormModified();
  useDrawnRows();
  const place = useRef<HTMLSpanElement>(null);
  /** What the text has of the box, or is told next. */
  const written = useRef<BoxFields>(undefined);
  const fields = fieldsOf(state);
  const latest = useRef(fields);
  latest.current = fields;
  const key = asKey(fields);
  useEffect(() => {
    // As it was drawn, the text has it already.
    written.current ??= latest.current;
    if (asKey(written.current) === key) return undefined;
    const timer = setTimeout(() => {
      written.current = latest.current;
      // What the server filled in is nobody's writing.
      lay(editor, place.current, latest.current, isModified ? fromForm : 'history-merge');
    }, pause);
    return () => clearTimeout(timer);
  }, [editor, key, isModified]);

  const takeOver = useRef<TakeOver>(() => false);
  takeOver.current = (other) => {
    const changed = [...new Set([...Object.keys(fields), ...Object.keys(other)])].filter(
      (name) => name !== 'blockType' && !isAlike(fields[name], other[name]),
    );
    if (changed.some((name) => state[name] === undefined || state[name].rows !== undefined))
      return false;
    written.current = held(other);
    const formState = changed.map((name) => {
      const value = other[name] ?? null;
      return [name, { ...state[name], value, initialValue: value }] as const;
    });
    dispatch({ type: 'UPDATE_MANY', formState: Object.fromEntries(formState) });
    return true;
  };

  useEffect(() => {
    const box = readBox(editor, place.current, (each) => each.getKey());
    const drawn = written.current;
    const ends = [
      editor.registerUpdateListener(({ dirtyLeaves, tags }) => {
        const now = written.current;
        if (dirtyLeaves.size === 0 || tags.has('historic') || now === drawn) return;
        if (now !== undefined) lay(editor, place.current, now, 'history-merge');
      }),
      ...(box === undefined ? [] : [tellBoxForm(editor, box, (other) => takeOver.current(other))]),
    ];
    return () => ends.forEach((end) => end());
  }, [editor]);
  return <span ref={place} hidden />;
}

/** An empty list of rows is left out, as Payload's own answer has it. */
const fieldsOf = (state: FormState): BoxFields =>
  reduceFieldsToValues(
    Object.fromEntries(
      Object.entries(state).map(([path, field]) => [
        path,
        Array.isArray(field.rows) && 'value' in field ? { ...field, disableFormData: true } : field,
      ]),
    ),
    true,
  );

const held = ({ blockType: _, ...fields }: BoxFields): BoxFields => fields;

function lay(
  editor: LexicalEditor,
  place: HTMLElement | null,
  fields: BoxFields,
  tag: typeof fromForm | 'history-merge',
): void {
  const isThere = readBox(editor, place, (box) => isAlike(held(box.getFields()), fields));
  // Payload's own answer may have come first: it tells the form around nothing, so this is laid over it.
  if (isThere === undefined || (isThere && tag !== fromForm)) return;
  editor.update(
    () => {
      const box = $boxAt(place);
      if (box === undefined) return;
      const { blockType } = box.getFields();
      // why: the form's fields are those of this box; its kind is no field
      const laid = structuredClone(fields) as ReturnType<BlockNode['getFields']>;
      box.setFields({ ...laid, blockType }, true);
    },
    { tag: [SKIP_DOM_SELECTION_TAG, tag] },
  );
}

const readBox = <T,>(
  editor: LexicalEditor,
  place: HTMLElement | null,
  read: (box: BlockNode) => T,
): T | undefined =>
  editor.getEditorState().read(
    () => {
      const box = $boxAt(place);
      return box && read(box);
    },
    { editor },
  );

function $boxAt(place: HTMLElement | null): BlockNode | undefined {
  const box = place && $getNearestNodeFromDOMNode(place);
  return $isBlockNode(box) ? box : undefined;
}
