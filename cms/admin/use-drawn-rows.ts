'use client';
import { useAllFormFields, useForm } from '@payloadcms/ui';
import { useEffect } from 'react';

/** A row is drawn well within this, in ms. */
const patience = 3_000;
/** A field that holds nothing, and that nobody saves: a form asks anew when something in it is another. */
const asked = 'asked';

/**
 * A new row of a list is drawn by the server, and Payload asks once: without an answer, or with one to an older question,
 * it stays grey, and nobody can write in it. Here its form asks until it is drawn.
 */
export function useDrawnRows(): void {
  const [fields, dispatch] = useAllFormFields();
  const { setModified } = useForm();
  const isWaiting = Object.values(fields).some(({ rows }) => rows?.some((row) => row.isLoading));
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(() => {
      dispatch({ type: 'UPDATE', path: asked, initialValue: Date.now(), disableFormData: true });
      // A form that was saved asks nothing.
      setModified(true);
    }, patience);
    return () => clearInterval(timer);
  }, [dispatch, isWaiting, setModified]);
}
