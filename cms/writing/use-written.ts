import { useEditorConfigContext } from '@payloadcms/richtext-lexical/client';
import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical';
import { useFieldPath, useForm, useFormFields } from '@payloadcms/ui';
import { useEffect, useRef } from 'react';
import { isAlike } from '../articles/saves/is-alike.ts';

/** So long after the last key the form has what was written; in ms. Payload tells it within 500. */
const patience = 800;

/**
 * What is written reaches its form. Payload checks a field a moment after it changed and, where the verdict is a new one,
 * writes back the value that it checked (`useField` of @payloadcms/ui 3.90), which may be older than what came meanwhile:
 * then a text stands on the screen and is saved nowhere. So the two are compared once they are quiet, and the form is
 * told again.
 */
export function useWritten(editor: LexicalEditor): void {
  const { fieldProps } = useEditorConfigContext();
  const path = useFieldPath() || fieldProps.path;
  const { setModified } = useForm();
  const [value, dispatch] = useFormFields(([fields, act]) => [fields[path]?.value, act] as const);
  const held = useRef(value);
  held.current = value;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const compare = () => {
      const state = editor.getEditorState().toJSON();
      if (isAlike(held.current, state)) return;
      dispatch({ type: 'UPDATE', path, value: state });
      setModified(true);
    };
    const stopListening = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
      // What is merged into the last state is nobody's writing, and told to no form.
      if (tags.has('history-merge') || dirtyElements.size + dirtyLeaves.size === 0) return;
      clearTimeout(timer);
      timer = setTimeout(compare, patience);
    });
    return () => {
      stopListening();
      clearTimeout(timer);
    };
  }, [dispatch, editor, path, setModified]);
}
